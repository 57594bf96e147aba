"""What was seen to be done, where no text that was read says so."""

from prcomm.core.sources.citations import Basis, Source
from prcomm.law.texts import articles

PRACTICE = Source(
    "Practice",
    "What bodies were seen to do",
    articles=articles("""
Samarkand 2023. The founding session of a council
    It was called at the directorate; a deputy head spoke, the tasks were told, and the chair was elected there.
Khorezm 2019. Councils of territorial offices
    Territorial offices of other bodies made councils of their own, by order of their head.
official response. Its shape
    What goes round, when and where it was, persons by birth year and initials only, how the case stands, a promise of
    more, a request not to spread what is unverified.
reaction lags. When official responses came
    On the same day, or within two days.
monitoring statistics. What was found and what came of it
    Of 587 reports found in social networks in 2021 by 18 November 41 were confirmed: each has a verdict.
event cut-off. Accreditation for an event
    A file that comes after the instant that was told, or incomplete, is not considered.
receptions. Days of reception
    By a plan and schedule; each question has one outcome; what was instructed is controlled.
draft of 2020. An answer within a day
    A draft asked for it. That it was adopted is not proved.
a week's notice. Before a session
    One committee's own rule.
    No rule: public oversight has the days of an open meeting from its regulation.
"""),
    basis=Basis.PRACTICE,
    unit="of",
    questions=("Whether the draft of 2020 was adopted in any form.",),
)

SOURCES = (PRACTICE,)
