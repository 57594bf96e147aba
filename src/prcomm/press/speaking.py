"""Who speaks for a body: what other files are told of it."""

from typing import Annotated as An

from attrs import frozen

from prcomm import Reference
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.competences import Competence, CompetenceState, Duty


@frozen(kw_only=True)
class Speaker:
    """Whoever speaks for a body, and by which right."""

    officer: An[str, "the id of whoever speaks"]
    office: An[str, "the id of the body"]
    file: An[Reference | None, "the file of the charge; nothing for who leads the body"]
    charged: An[bool, "whether they may speak for it"]

    @classmethod
    def of(cls, competence: Competence) -> "Speaker":
        """An officer, as the file of the charge stands: charged with speaking, and not failed at attestation."""
        charged = (
            competence.state is CompetenceState.CHARGED
            and Duty.SPEAKS in competence.duties
            and competence.attested is not False
        )
        return cls(officer=competence.officer, office=competence.office.id, file=competence.reference, charged=charged)

    @classmethod
    def leading(cls, officer: str, office: str) -> "Speaker":
        """The head of the body or an authorised official: they speak for it without a charge."""
        return cls(officer=officer, office=office, file=None, charged=True)


SPEAKER_CITES = (SOURCE_ARTICLE(60),)
"""The article behind the project: responsible officers, able to speak."""
