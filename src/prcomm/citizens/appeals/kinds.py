"""What an appeal may be: kinds, forms, channels, and the grounds, facts and notices the law tells apart."""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from prcomm.core.sources.citations import Cites
from prcomm.core.table.dues import NamedByItsDue
from prcomm.core.values.alternatives import Kind
from prcomm.law.model_regulation import MODEL_REGULATION
from prcomm.law.orq445 import ORQ445

__all__ = [
    "APPEALS", "APPLICATION", "COMPLAINT", "FACTS", "FORMS", "LETTER", "NEEDS", "NOTICE_FORMS", "PROPOSAL",
    "REQUIREMENTS_BY_TEXT", "Addressee", "AppealKind", "Channel", "EndingGround", "Fact", "Form", "LeavingGround",
    "Need", "Notice", "Outcome", "Requirement", "Why", "Withdrawal",
]  # fmt: skip


class AppealKind(Kind):
    """What an appeal is (art. 3). A letter of thanks, an invitation, an opinion is none of the three (art. 25)."""

    APPLICATION = 1
    PROPOSAL = 2
    COMPLAINT = 3
    LETTER = 4


APPLICATION, PROPOSAL, COMPLAINT, LETTER = AppealKind
APPEALS = APPLICATION | PROPOSAL | COMPLAINT
"""The three kinds; a letter is none of them."""


class Form(Enum):
    """In what form it was made (art. 5)."""

    ORAL = 1
    WRITTEN = 2
    ELECTRONIC = 3


class Channel(Enum):
    """The way by which it came."""

    PERSONAL_RECEPTION = 1
    MOBILE_RECEPTION = 2
    PUBLIC_RECEPTION = 3
    VIDEO_CONFERENCE = 4
    TRUST_TELEPHONE = 5
    POST = 6
    OFFICIAL_SITE = 7
    OFFICIAL_EMAIL = 8
    GOVERNMENT_PORTAL = 9
    VIRTUAL_RECEPTION = 10
    PEOPLES_RECEPTION = 11
    EDITORIAL_OFFICE = 12


ORAL, WRITTEN, ELECTRONIC = Form
_REPORTED = MODEL_REGULATION("forms and channels")
# fmt: off
FORMS: Final[Mapping[Channel, tuple[tuple[Form, ...], Cites]]] = {
    # channel                     forms it may have                under
    Channel.PERSONAL_RECEPTION: ((ORAL, WRITTEN, ELECTRONIC),     (ORQ445(9, 1),)),
    Channel.MOBILE_RECEPTION:   ((ORAL, WRITTEN, ELECTRONIC),     (ORQ445(9, 2),)),
    Channel.PUBLIC_RECEPTION:   ((ORAL, WRITTEN, ELECTRONIC),     (ORQ445(9, 2),)),
    Channel.VIDEO_CONFERENCE:   ((ORAL,),                         (ORQ445(9, 9),)),
    Channel.TRUST_TELEPHONE:    ((ORAL,),                         (ORQ445(9, 9),)),
    Channel.POST:               ((WRITTEN,),                      (ORQ445(21, 2),)),
    Channel.OFFICIAL_SITE:      ((ELECTRONIC,),                   (ORQ445(3), _REPORTED)),
    Channel.OFFICIAL_EMAIL:     ((ELECTRONIC,),                   (_REPORTED,)),
    Channel.GOVERNMENT_PORTAL:  ((ELECTRONIC,),                   (_REPORTED,)),
    Channel.VIRTUAL_RECEPTION:  ((ELECTRONIC,),                   (_REPORTED,)),
    Channel.PEOPLES_RECEPTION:  ((WRITTEN, ELECTRONIC),           (_REPORTED,)),
    Channel.EDITORIAL_OFFICE:   ((WRITTEN, ELECTRONIC),           (ORQ445(7, 1),)),
}
# fmt: on
"""Which forms each channel gives, and what says so. Contact in real time is oral, never electronic."""


class LeavingGround(Enum):
    """Why an appeal is left without consideration (art. 29)."""

    ANONYMOUS = 1
    NO_AUTHORITY = 2
    OTHER_REQUIREMENT = 3
    LACK_OF_CAPACITY = 4
    """no ground of the law's, least of all for a minor: it stands here so that the refusal can say so"""


class Requirement(Enum):
    """Which requirement an appeal misses (art. 6). In which language it is written is none: any will do (art. 6(5))."""

    NAME_AND_RESIDENCE = 1
    """of an individual (part 1)"""
    NAME_AND_LOCATION = 2
    """of a legal entity (part 2)"""
    ADDRESSEE_AND_SUBSTANCE = 3
    """to which body or official it is made, and what it is about (part 3)"""
    SIGNATURE = 4
    """of a written one (part 6)"""


_PARTS = dict(zip(Requirement, (1, 2, 3, 6), strict=True))
REQUIREMENTS_BY_TEXT: Final[Mapping[str, Requirement | None]] = {"": None} | {
    text: it for it, part in _PARTS.items() for text in (f"6({part})", f"art. 6({part})", str(ORQ445(6, part)))
}
"""How documents named a requirement when its field was a text, "by article and part"."""


class Addressee(Enum):
    """To whom an appeal is sent on (arts 24-1 and 25)."""

    COMPETENT = 1
    """the body or official whose matter it is"""
    GUARDIANSHIP = 2
    """of a minor's, the guardianship body, whose matter it need not be"""


class EndingGround(Enum):
    """Why consideration is terminated (art. 30)."""

    UNFOUNDED_REPEAT = 1
    WITHDRAWN = 2
    UNREACHABLE = 3
    NO_SHOW = 4
    DIED = 5


class Fact(Enum):
    """What a person has established, and states with an action."""

    DATA_FALSE = 1
    """the name or residence given is false; of several people, that of each"""
    NOTHING_NEW = 2
    """the repeat has no new arguments and no newly found facts"""
    FORMER_FILE_COMPLETE = 3
    """the former file has full materials of the check"""
    FORMER_REPLIES_PROPER = 4
    """proper replies were given to the former appeal"""
    APPELLANT_NEEDED = 5
    """it cannot be considered without the appellant"""
    CHANGE_NOT_TOLD = 6
    """the appellant did not tell of a changed address or other data, and cannot be summoned"""
    DID_NOT_COME = 7
    """the appellant was summoned and did not come"""
    DIED = 8
    """the appellant died"""
    NO_SUCCESSION = 9
    """the matter allows no succession"""


# fmt: off
FACTS: Final[Mapping[EndingGround, frozenset[Fact]]] = {
    EndingGround.UNFOUNDED_REPEAT: frozenset(
        {Fact.NOTHING_NEW, Fact.FORMER_FILE_COMPLETE, Fact.FORMER_REPLIES_PROPER}),
    EndingGround.WITHDRAWN:        frozenset(),
    EndingGround.UNREACHABLE:      frozenset({Fact.APPELLANT_NEEDED, Fact.CHANGE_NOT_TOLD}),
    EndingGround.NO_SHOW:          frozenset({Fact.APPELLANT_NEEDED, Fact.DID_NOT_COME}),
    EndingGround.DIED:             frozenset({Fact.DIED, Fact.NO_SUCCESSION}),
}
# fmt: on
"""What must have been established for each ground, beside what the file itself shows."""


class Why(Enum):
    """Why an appeal repeats a former one (art. 3)."""

    DISAGREEMENT = 1
    LATENESS = 2


class Outcome(Enum):
    """What was decided. The law counts the first two; the third is the ministry's practice."""

    SATISFIED = 1
    REFUSED = 2
    EXPLAINED = 3


class Withdrawal(Enum):
    """What the appellant asked for (art. 30)."""

    WITHDRAWN = 1
    END_ASKED = 2


class Notice(NamedByItsDue):
    """Of what the appellant is to be told."""

    FORWARDED = 1
    STUDY = 2
    EXTENDED = 3
    NO_AUTHORITY = 4
    UNFOUNDED_REPEAT = 5
    NO_SHOW = 6
    PROGRESS = 7


# fmt: off
NOTICE_FORMS: Final[Mapping[Notice, tuple[Form, ...]]] = {
    Notice.FORWARDED:        (WRITTEN, ELECTRONIC),
    Notice.STUDY:            (WRITTEN,),
    Notice.EXTENDED:         (ORAL, WRITTEN, ELECTRONIC),
    Notice.NO_AUTHORITY:     (ORAL, WRITTEN, ELECTRONIC),
    Notice.UNFOUNDED_REPEAT: (WRITTEN,),
    Notice.NO_SHOW:          (ORAL, WRITTEN, ELECTRONIC),
    Notice.PROGRESS:         (ORAL, WRITTEN, ELECTRONIC),
}
# fmt: on
"""In which forms each notice may be given: articles 25(2), 28(3) and 30(3) say; elsewhere the law is silent."""


class Need(Enum):
    """What an appeal needs beyond the first term (art. 28)."""

    STUDY = 1
    CHECK = 2
    DOCUMENTS = 3
    OTHER_MEASURES = 4
    MATERIALS = 5


NEEDS: Final[Mapping[int, frozenset[Need]]] = {
    1: frozenset({Need.STUDY, Need.CHECK, Need.DOCUMENTS}),
    2: frozenset({Need.CHECK, Need.MATERIALS, Need.OTHER_MEASURES}),
    3: frozenset({Need.STUDY}),
}
"""What each part of article 28 gives more time for."""
