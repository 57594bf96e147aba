"""Which places of the law wait for the tables of a wing.

They are listed in the law before any row rests on them. Whoever writes a table takes from here what it cites: a test
asks that nothing stands here on which something rests.
"""

AWAITED = {
    "House rules": "125 126 128 129 130 131 132 133 134 135 136 146 147",
    "Source article": "14 16 24 25 39 40 43 48 51",
}
"""Articles by the code of their source."""
AWAITED_BY_NAME: dict[str, tuple[str, ...]] = {
    "O‘RQ-369": ("accreditation",),
    "Practice": (
        "official response",
        "event cut-off",
        "receptions",
    ),
    "Cabinet 882": (
        "meetings and briefings",
        "open dialogue",
        "help to territorial press services",
        "head",
    ),
    "Main Department Charter": ("system",),
    "PF-154": ("events on the site",),
}
"""Places that have names instead of numbers."""


def awaited() -> set[tuple[str, str]]:
    """The code and the article of each."""
    numbered = {(code, number) for code, numbers in AWAITED.items() for number in numbers.split()}
    return numbered | {(code, name) for code, names in AWAITED_BY_NAME.items() for name in names}
