"""What a host would tell prcomm.testing about records of reports: only what can't be guessed from the types."""

from hypothesis import strategies as st

from prcomm import Reference
from prcomm.oversight.reports import (
    AnnounceDiscussion,
    DeputyReports,
    HearInspector,
    HoldPressConference,
    OpenRecord,
    PublishReport,
    ReportToKengash,
)

MOSTLY = st.sampled_from((True, True, True, True, False))
ON_FILE = st.sampled_from(("digest 1", "digest 2", "digest 3", ""))
SAID = st.sampled_from(("said", "said", "said", ""))


def of_each(*ends, **more):
    """For a period of the year in which the record was opened, or of the one before; seldom for a later one."""

    def said(body):
        year = 2026 if body is None else body.history[0].action.at.year
        periods = [f"{one}{end}" for one in (year, year, year - 1, year + 1) for end in ends]
        return st.fixed_dictionaries({"period": st.sampled_from(periods), **more})

    return said


def held(body):
    """By the body itself; seldom by another."""
    own = "a" if body is None else body.office.id
    briefing = st.sampled_from((Reference("briefing", "3"), Reference("briefing", "3"), None))
    of_office = st.sampled_from((own, own, own, "another body"))
    return of_each("", briefing=briefing, held=MOSTLY, annual=MOSTLY, of_office=of_office)(body)


PAYLOADS = {
    OpenRecord: st.fixed_dictionaries({"holder": st.sampled_from(("a", "b", "a", ""))}),
    HearInspector: of_each("-H1", "-H2", report=ON_FILE, measures=ON_FILE),
    ReportToKengash: of_each("-Q1", "-Q2", "-Q3", "-Q4", report=ON_FILE),
    DeputyReports: of_each("-01", "-02", "-06", "-12", report=ON_FILE),
    PublishReport: of_each("", on_official_site=MOSTLY, secrets_left_out=MOSTLY),
    AnnounceDiscussion: of_each("", place=SAID, time=SAID),
    HoldPressConference: held,
}
