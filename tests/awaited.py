"""Which places of the law wait for the tables of a wing.

They are listed in the law before any row rests on them. Whoever writes a table takes from here what it cites: a test
asks that nothing stands here on which something rests.
"""

AWAITED = {
    "House rules": "133",
    "Source article": "14 16",
}
"""Articles by the code of their source."""
AWAITED_BY_NAME: dict[str, tuple[str, ...]] = {}
"""Places that have names instead of numbers."""


def awaited() -> set[tuple[str, str]]:
    """The code and the article of each."""
    numbered = {(code, number) for code, numbers in AWAITED.items() for number in numbers.split()}
    return numbered | {(code, name) for code, names in AWAITED_BY_NAME.items() for name in names}
