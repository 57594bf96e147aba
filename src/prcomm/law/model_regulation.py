"""The Model regulation on work with appeals (Cabinet resolution 341): the two places of it that were reported."""

from datetime import date

from prcomm.core.sources.citations import Basis, Enactment
from prcomm.core.sources.dated import Dated
from prcomm.law.texts import articles

MODEL_REGULATION = Enactment(
    "Cabinet 341",
    "Model regulation on work with appeals in state bodies and organisations",
    articles=articles("""
forms and channels. Which channel makes an appeal oral, written or electronic
    The trust telephone is oral; the official site or e-mail is electronic; the President's Virtual Reception and the
    Government portal are electronic; the President's People's Receptions are written or electronic.
video reception. Reception by video conference
    By a schedule approved beforehand. The request gives identity, residence or location, e-mail, telephone, a
    convenient date and time, language and short content; the appeals unit registers it and puts it before the head
    within a working day of receipt.
"""),
    basis=Basis.REPORTED,
    unit="on",
    adopted=date(2018, 5, 7),
    edition="known in parts, from reports: its opening, organisation, a page on video reception; later changes unknown",
    seen=date(2018, 5, 7),
)

WORKING_DAYS_TO_PUT_A_VIDEO_REQUEST = Dated.of(
    "working days to put a request for a video reception before the head",
    1,
    MODEL_REGULATION("video reception"),
    seen=MODEL_REGULATION.adopted,
)

SOURCES = (MODEL_REGULATION,)
VALUES = (WORKING_DAYS_TO_PUT_A_VIDEO_REQUEST,)
