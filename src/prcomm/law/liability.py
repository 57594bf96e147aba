"""What a breach of the law on appeals, on public oversight or on openness costs, in base units, and where criminal law
begins.

The unit in soum is handed in, never assumed.
"""

from datetime import date

from attrs import field, frozen

from prcomm.core.sources.citations import Article, Basis, Enactment, Source
from prcomm.core.sources.dated import Dated, Version
from prcomm.core.values.errors import BadInput, quoted
from prcomm.core.values.messages import Message, Said, Say, in_english
from prcomm.law.orq445 import ORQ445
from prcomm.law.texts import articles

_SEEN = date(2026, 3, 3)  # the copy with amendment notes
_EDITION = "clean text of July 2026 and a copy with amendment notes of 03.03.2026, both Uzbek"

ADMINISTRATIVE_CODE = Enactment(
    "Code of Administrative Liability",
    "Code of the Republic of Uzbekistan on Administrative Liability",
    articles=articles("""
36. When a penalty may be imposed
    Within a year of the act; for a continuing one, within a year of its discovery.
37. When a person counts as not punished
    After a year without a new offence.
43. Breach of the law on appeals
    Officials: unlawful refusal to accept or consider; missing a term without a valid reason; no written or electronic
    reply; a decision against that law; rights not restored, or the decision not executed. Worded so by O‘RQ-683 of
    21.04.2021. Repeating it costs the same.
44. Refusal to show documents
    Officials: unreasonable refusal to let a citizen see documents that touch his rights.
198⁷. Final documents of public oversight
    Officials: a final document that subjects of public oversight drew up in the forms that legislation provides is not
    considered, or the term for it is broken without a valid reason. Inserted by O‘RQ-1083 of 21.08.2025, published on
    22.08.2025.
215⁷. Breach of the law on openness
    (1) Officials: a breach of the legislation on the openness of state bodies; that what must be open is not published,
    late, incomplete or distorted is named as an example. Worded so by O‘RQ-786 of 03.08.2022.
    (2) Again within a year of a penalty.
245. What criminal courts try
    Among others cases under article 198⁷.
308. Minutes of a collegial body
    Who presides and the secretary sign the decision and the minutes.
309. How a collegial body decides
    By a simple majority of the members taking part.
"""),
    edition=_EDITION + "; 36 and 37 in the former only, 308 and 309 in the latter only",
    questions=(
        "What holds of a final document whose delay began before 22.08.2025 and went on.",
        "When a final document counts as delivered.",
        "Whether the words on a valid reason belong to the second limb of article 198⁷ alone.",
        "Whether the body above may judge that reason at all.",
        "Whether article 198⁷ means the form of the document or that of the oversight.",
    ),
)
FINAL_DOCUMENTS_SINCE = date(2025, 8, 22)
"""The first day on which an official answers for a final document: that of the publication of O‘RQ-1083."""

CRIMINAL_CODE = Enactment(
    "Criminal Code",
    "Criminal Code of the Republic of Uzbekistan",
    articles=articles("""
144. Breach of the law on appeals
    (1) What article 43 of the Code of Administrative Liability names, disclosing private or business data learnt
    through the appeal, or another breach, if serious harm resulted: a fine, works up to 300 hours, or correctional
    works up to two years.
    (2) Persecution of the appellant, the representative or their family by an official for an appeal or criticism: a
    fine, works of 300 to 360 hours, correctional works of two to three years, restriction of one to three years, or
    prison up to three years. No harm is needed.
239. Data of an inquiry or investigation disclosed
    Data of an inquiry, a preliminary investigation or a closed court session, disclosed without leave by a person on
    whom the duty not to disclose was laid. Worded so by O‘RQ-1084 of 26.09.2025.
"""),
    edition=_EDITION + "; 239 as reworded in the latter only",
    questions=("What article 239 means, since 26.09.2025, for somebody on whom no duty was laid.",),
)
ORQ586 = Enactment(
    "O‘RQ-586",
    "Amending law known from the amendment notes of the Code of Administrative Liability",
    articles=(Article("the amounts of fines", "Fines in base units"),),
    basis=Basis.INFERRED,
    unit="on",
    adopted=date(2019, 12, 3),
    edition="not read; that its day of adoption is the first day of the amounts is inferred",
)
PRESS = Source(
    "Press reports",
    articles=(Article("the base unit", "The base calculation unit (BHM) in soum"),),
    basis=Basis.REPORTED,
    unit="on",
)


def _units(n: int) -> int:
    if n < 0:
        raise BadInput("a fine", (f"base units: 0 or more, not {quoted(n)}",))
    return n


BASE_UNITS = Message("{n} base unit|{n} base units")
UP_TO = Message("up to {n} base unit|up to {n} base units")
FROM_TO = Message("{low} to {n} base unit|{low} to {n} base units")


@frozen
class Fine:
    """A fine as the codes put it: from so many to so many base units, both included.

    Attributes:
        low: the least, in base units; 0 where the code names only the most.
        high: the most, in base units.
    """

    low: int = field(converter=_units)
    high: int = field(converter=_units)

    def __attrs_post_init__(self) -> None:
        if self.low > self.high:
            raise BadInput("a fine", (f"the least is no more than the most, not {self.low} to {self.high}",))

    def in_soum(self, unit: int) -> tuple[int, int]:
        """The least and the most in soum.

        Args:
            unit: the base unit in soum on the day that counts. It is decreed anew every so often: look it up.
        """
        if unit <= 0:
            raise BadInput("a fine in soum", (f"unit: the base unit in soum, not {quoted(unit)}",))
        return self.low * unit, self.high * unit

    @property
    def text(self) -> Said:
        """It in words."""
        if self.low == self.high:
            return BASE_UNITS(n=self.high)
        return FROM_TO(low=self.low, n=self.high) if self.low else UP_TO(n=self.high)

    def rendered(self, say: Say) -> str:
        """The same in the language of ``say``."""
        return say(self.text)

    def __str__(self) -> str:
        return self.rendered(in_english)


FINE_FOR_A_BREACH = Dated.of(
    "fine of an official for a breach of the law on appeals",
    Fine(1, 3),
    (ADMINISTRATIVE_CODE(43), ORQ586("the amounts of fines"), ORQ445(38)),
    since=ORQ586.adopted,
)
FINE_FOR_HIDING_DOCUMENTS = Dated.of(
    "fine of an official for refusing to show documents", Fine(1, 2), ADMINISTRATIVE_CODE(44), seen=_SEEN
)
CRIMINAL_FINE_FOR_A_BREACH = Dated.of(
    "criminal fine for a breach of the law on appeals with serious harm",
    Fine(0, 25),
    (CRIMINAL_CODE(144, 1), ORQ445(38)),
    seen=_SEEN,
)
CRIMINAL_FINE_FOR_PERSECUTION = Dated.of(
    "criminal fine for persecuting an appellant", Fine(25, 50), (CRIMINAL_CODE(144, 2), ORQ445(20)), seen=_SEEN
)
FINE_FOR_A_FINAL_DOCUMENT = Dated.of(
    "fine of an official for not considering a final document of public oversight",
    Fine(3, 5),
    ADMINISTRATIVE_CODE("198⁷"),
    since=FINAL_DOCUMENTS_SINCE,
)
FINE_FOR_CLOSEDNESS = Dated.of(
    "fine of an official for a breach of openness", Fine(3, 5), ADMINISTRATIVE_CODE("215⁷", 1), seen=_SEEN
)
FINE_FOR_CLOSEDNESS_AGAIN = Dated.of(
    "fine of an official for a breach of openness, again within a year",
    Fine(5, 10),
    ADMINISTRATIVE_CODE("215⁷", 2),
    seen=_SEEN,
)
MONTHS_TO_PUNISH = Dated.of("months within which a penalty may be imposed", 12, ADMINISTRATIVE_CODE(36))
MONTHS_OF_A_PENALTY = Dated.of("months after which a person counts as not punished", 12, ADMINISTRATIVE_CODE(37))

_REPORTED = PRESS("the base unit")
BASE_UNIT: Dated[int] = Dated(
    "base unit in soum",
    (
        Version(340_000, _REPORTED, seen=date(2024, 1, 1)),
        Version(375_000, _REPORTED, since=date(2024, 10, 1)),
        Version(412_000, _REPORTED, since=date(2025, 8, 1)),
    ),
)
"""As reported: two public copies have the amounts of 2024 and 2025. None later was reported to be set."""

SOURCES = (ADMINISTRATIVE_CODE, CRIMINAL_CODE, ORQ586, PRESS)
VALUES = (
    FINE_FOR_A_BREACH,
    FINE_FOR_HIDING_DOCUMENTS,
    CRIMINAL_FINE_FOR_A_BREACH,
    CRIMINAL_FINE_FOR_PERSECUTION,
    FINE_FOR_A_FINAL_DOCUMENT,
    FINE_FOR_CLOSEDNESS,
    FINE_FOR_CLOSEDNESS_AGAIN,
    MONTHS_TO_PUNISH,
    MONTHS_OF_A_PENALTY,
    BASE_UNIT,
)
