"""What a host would tell prcomm.testing about channels: only what can't be guessed from the types."""

from hypothesis import strategies as st

from prcomm import Reference
from prcomm.press.channels import Activate, Air, Declare, Post, Text

SECRETS = ()
REFERENCES = ()
ACT = st.sampled_from(("order 14", "order 15", "order 16", ""))
RELEASE, BRIEFING = Reference("release", "7"), Reference("briefing", "3")
TEXT = st.sampled_from(
    (
        Text(file=RELEASE, release=True, out=True),
        Text(file=RELEASE, release=True, out=True),
        Text.of_file(BRIEFING),
        Text(file=RELEASE, release=True),
        Text(file=RELEASE, release=True, out=True, blocked=True),
        Text.of_file(RELEASE),
    )
)
PAYLOADS = {
    Declare: st.fixed_dictionaries({"act": ACT}),
    Activate: st.fixed_dictionaries({"act": ACT}),
    Air: st.fixed_dictionaries({"what": TEXT}),
    Post: st.fixed_dictionaries({"what": TEXT}),
}
