"""Which places of the law wait for the tables of a wing.

They are listed in the law before any row rests on them. Whoever writes a table takes from here what it cites: a test
asks that nothing stands here on which something rests.
"""

AWAITED = {
    "Code of Administrative Court Procedure": "185",
    "Civil Code": "100",
    "Constitution": "31 33 82",
    "House rules": (
        "101 102 103 104 105 106 107 108 109 110 111 112 113 114 115 116 117 118 119 120 121 122 124 125 126 "
        "127 128 129 130 131 132 133 134 135 136 137 138 139 140 141 142 143 144 145 146 147 148 149 150"
    ),
    "400-I": "12",
    "560-II": "12-1",
    "541-I": "6 37",
    "O‘RQ-547": "3 28 31",
    "Source article": "14 16 20 24 25 29 39 40 43 48 51",
}
"""Articles by the code of their source."""
AWAITED_BY_NAME: dict[str, tuple[str, ...]] = {
    "402-I": ("no demand of approval or removal",),
    "O‘RQ-369": (
        "scope, article 3",
        "limits, article 6",
        "what a request is, article 18",
        "form of a request, article 20",
        "accreditation",
        "competent body",
    ),
    "Practice": ("official response", "monitoring statistics", "event cut-off", "receptions"),
    "Cabinet 882": (
        "meetings and briefings",
        "open dialogue",
        "timely information",
        "help to territorial press services",
        "head",
    ),
    "Main Department Charter": ("system",),
    "PQ-4366": ("tasks", "attestation"),
    "Cabinet 243": ("application", "expert group", "technical staff", "disputes"),
    "Ministry of Internal Affairs, information service": ("official channels",),
    "PF-154": ("events on the site",),
}
"""Places that have names instead of numbers."""


def awaited() -> set[tuple[str, str]]:
    """The code and the article of each."""
    numbered = {(code, number) for code, numbers in AWAITED.items() for number in numbers.split()}
    return numbered | {(code, name) for code, names in AWAITED_BY_NAME.items() for name in names}
