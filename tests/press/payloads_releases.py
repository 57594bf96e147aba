"""What a host would tell prcomm.testing about releases: only what can't be guessed from the types."""

from hypothesis import strategies as st

from prcomm import Reference
from prcomm.core.sources.people import Person
from prcomm.press.channels import On
from prcomm.press.releases import (
    Approve,
    Correct,
    Draft,
    DraftCorrection,
    Drop,
    Embargo,
    Mention,
    NamingGround,
    Permission,
    Permitter,
    Publish,
    Redraft,
    ReportRehabilitation,
    SendBack,
    SetEmbargo,
    Shown,
    TakeBackFinding,
    TakeDown,
    Use,
    Withdraw,
)

REFERENCES = ("shaxs6", "shaxs7")
"""References to people of whom a release tells, which nothing shows. They stand nowhere else."""
SECRETS = ("Rahimova Dilnoza", "9 Bobur street", "dilnoza@example.uz")
"""Personal data, which nothing may show."""
NAME, RESIDENCE, CONTACT = SECRETS
ONE, ANOTHER = (Person(who, NAME, RESIDENCE, (CONTACT,)) for who in REFERENCES)
MOSTLY = st.sampled_from((True, True, True, True, False))
SELDOM = MOSTLY.map(lambda mostly: not mostly)
DIGEST = st.sampled_from(("digest 1", "digest 2", "digest 3", "digest 4", ""))
REASON = st.fixed_dictionaries({"reason": DIGEST})
MENTIONS = st.sampled_from(
    (
        (),
        (Mention(ONE, Shown.INITIALS_AND_BIRTH_YEAR), Mention(ANOTHER, Shown.ROLE_ONLY)),
        (Mention(ONE, Shown.NAME, NamingGround.WANTED),),
        (Mention(ONE, Shown.NAME, NamingGround.CONSENT), Mention(ANOTHER, Shown.IDENTIFIABLE)),
    )
)
PERMISSIONS = st.sampled_from(
    (
        *(Permission(one, "14", written=True) for one in Permitter),
        None,
        None,
        Permission(None, "14", written=True),
        Permission(Permitter.INVESTIGATOR, "", written=True),
        Permission(Permitter.INQUIRER, "14", written=False),
    )
)
LETTING_OUT = {
    "no_secret": MOSTLY,
    "permission": PERMISSIONS,
    "guilt_stated": SELDOM,
    "judgment": st.sampled_from(("", "", "1-204")),
}
SITE, PAGE, TV = (Reference("channel", one) for one in ("site", "page", "tv"))
CHANNELS = (
    (On(channel=SITE, active=True),),
    (On(channel=SITE, active=True), On(channel=PAGE, active=True)),
    (On(channel=SITE, active=True), On(channel=PAGE, active=False)),
    (On(channel=TV, active=True),),
    (On(channel=PAGE, active=False),),
)


def text(**fields):
    of = {"of_investigation": SELDOM, "tells_of_restraint": MOSTLY, "mentions": MENTIONS}
    return st.fixed_dictionaries({"digest": DIGEST, **of, **fields})


def embargo(release):
    """From the last that was done on; seldom until an instant before, of nobody, or of nothing."""
    if release is None:
        return st.just({})
    last = release.history[-1].action.at
    until = st.sampled_from([last.add(hours=hours) for hours in (1, 30, 300, -1)])
    binds = st.sampled_from((("the media",), ("the media", "an agency"), ("the media",), ()))
    blocks = st.sampled_from([frozenset(one) for one in ({Use.PUBLISH}, {Use.BROADCAST, Use.QUOTE}, set(Use), ())])
    return st.fixed_dictionaries({"embargo": st.builds(Embargo, until, binds, blocks)})


def everywhere(stood):
    """In each of these channels; now and then elsewhere, or with one of them closed."""
    own = tuple(On(channel=Reference("channel", one), active=True) for one in stood)
    on = st.sampled_from((own, own, own, *CHANNELS))
    return {"on": on, "closed": st.sampled_from((frozenset(), frozenset(), frozenset(stood[:1])))}


def corrected(release):
    return st.fixed_dictionaries(LETTING_OUT | everywhere(() if release is None else release.stands_in))


def reported(release):
    known = () if release is None else (release.channels, release.demands)
    channels, demands = known or ((), ())
    demand = st.sampled_from((*demands, *demands, "d9"))
    return st.fixed_dictionaries({"demand": demand} | everywhere(channels))


def taken_down(release):
    """Where it stands, as a rule."""
    standing = () if release is None else release.stands_in
    return st.fixed_dictionaries({"channel": st.sampled_from((*standing, *standing, "tv"))})


PAYLOADS = {
    Draft: text(from_crime_work=SELDOM),
    Redraft: text(from_crime_work=SELDOM),
    SendBack: REASON,
    Approve: st.fixed_dictionaries(LETTING_OUT),
    SetEmbargo: embargo,
    Publish: st.fixed_dictionaries({"on": st.sampled_from(CHANNELS)}),
    Drop: REASON,
    TakeBackFinding: REASON,
    DraftCorrection: text(what=DIGEST),
    Correct: corrected,
    TakeDown: taken_down,
    Withdraw: REASON,
    ReportRehabilitation: reported,
}
