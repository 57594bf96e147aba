"""Which places of the law wait for the tables of the oversight wing.

They are listed in the law before any row rests on them. Whoever writes a table takes from here what it cites: a test
asks that nothing stands here on which something rests.
"""

AWAITED = {
    "Article": "14 16 57",
    "Constitution": "28",
    "House rules": " ".join(map(str, (8, 10, 13, *range(21, 32), *range(36, 40)))),
    "Code of Administrative Liability": "245",
    "Criminal Code": "239",
    "Code of Criminal Procedure": "322 327",
    "Town-Planning Code": "39 41",
    "O‘RQ-588": "43 46",
    "O‘RQ-474": "2 3 4 6 10 11",
    "PQ-3837": "2 3 4 5 7",
    "PQ-10": "6",
    "PQ-5050": "1",
    "PF-6247": "2",
}
"""Articles by the code of their source."""
AWAITED_BY_NAME = {
    "Practice": ("Khorezm 2019",),
    "Law of 2022 on reports": ("reports to the Kengash",),
}
"""Places that have names instead of numbers."""


def awaited() -> set[tuple[str, str]]:
    """The code and the article of each."""
    numbered = {(code, number) for code, numbers in AWAITED.items() for number in numbers.split()}
    return numbered | {(code, name) for code, names in AWAITED_BY_NAME.items() for name in names}
