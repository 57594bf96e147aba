"""The release as a table: what is lawful when, by whom, under which article, and what is owed.

What may not go out, and what may not stand, is law; that two pairs of eyes see a text, and the embargo, are ours.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final, cast

from attrs import evolve

from prcomm import (
    PROMPTLY,
    SAME,
    Days,
    Lifecycle,
    Months,
    Part,
    Term,
    Who,
    given,
    guard,
    keeps,
    owes,
    part_rows,
    rows,
)
from prcomm.core.calendar.days import ordinal
from prcomm.core.table.entities import earlier
from prcomm.law import CRIMINAL_CODE, UZ
from prcomm.law.civil_code import SAME_CHANNELS
from prcomm.law.constitution import CONSTITUTION
from prcomm.law.criminal_procedure import CRIMINAL_PROCEDURE, FROM_THE_DEMAND, MONTHS_TO_REPORT_REHABILITATION
from prcomm.law.house import HOUSE
from prcomm.law.informatisation import INFORMATISATION
from prcomm.law.mass_media import MASS_MEDIA
from prcomm.law.openness import LIMITS
from prcomm.law.personal_data import DAYS_TO_CORRECT_DATA, NAMED_ONLY_WITH_A_GROUND, PERSONAL_DATA
from prcomm.law.press_acts import CM882, MIA_STATEMENTS, PQ4366
from prcomm.law.roles import COURT, OTHER_BODY
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.press.releases import actions as do, model as m
from prcomm.press.roles import BODY, CHIEF, CLAIMANT, SUBJECT, TEAM

__all__ = ["DEADLINES", "RELEASE", "TRANSITIONS"]

S, D = m.ReleaseState, m.DataState
OUT, SENT, UNSENT = m.OUT, m.SENT, m.UNSENT
TIMELY, CHANNELS = CM882("timely information"), MIA_STATEMENTS("official channels")
WRONG, REHABILITATED = INFORMATISATION("12-1"), CRIMINAL_PROCEDURE(309)
CORRECTED_DATA = (PERSONAL_DATA(11, 1), CONSTITUTION(31, 3))
DATA_SINCE = cast("date", PERSONAL_DATA.adopted)  # it has its day
DEMANDING = Who(CLAIMANT | COURT | OTHER_BODY, REHABILITATED)


def text_of(release: m.Release) -> m.Release | m.Pending:
    """The text that is let out: the correction where one is drafted, else the release's own."""
    return release.pending or release


def with_more(old: Iterable[str], new: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old, *new)))


# -- conditions that rows share


@guard("it has a text, kept elsewhere under a digest", HOUSE(120), remedy="give it")
def has_a_text(release: m.Release, a: do.Redraft | do.Writing) -> bool:
    return bool(a.digest)


@guard("a reason is given", HOUSE(120), remedy="give it")
def with_a_reason(release: m.Release, a: do.Reasoned) -> bool:
    return bool(a.reason)


@guard("it is let out by somebody else than its author", HOUSE(118))
def not_by_its_author(release: m.Release, a: do.LettingOut) -> bool:
    return a.by.known_as not in text_of(release).authors


@guard("it holds no state or other protected secret", LIMITS)
def holds_no_secret(release: m.Release, a: do.LettingOut) -> bool:
    return a.no_secret


@guard(
    "materials of inquiry or investigation go out only with written permission of prosecutor, investigator or inquirer",
    (MASS_MEDIA(6), CRIMINAL_CODE(239)),
    remedy="name the permission and its number",
)
def permitted_by_the_investigation(release: m.Release, a: do.LettingOut) -> bool:
    permission = a.permission
    permitted = permission is not None and permission.of is not None and permission.written and bool(permission.number)
    return permitted or not text_of(release).of_investigation


@guard(
    "nobody is called guilty before a judgment in force",
    CONSTITUTION(28, 1),
    remedy="name the judgment, or call nobody guilty",
)
def says_nobody_is_guilty(release: m.Release, a: do.LettingOut) -> bool:
    return bool(a.judgment) or not a.guilt_stated


@guard(
    "a person is named in full only with a ground; else by initials and birth year, or by role",
    (CONSTITUTION(31, 1), NAMED_ONLY_WITH_A_GROUND),
    remedy="send it back for the ground, or to be redrafted without the name",
)
def named_only_with_a_ground(release: m.Release, a: do.LettingOut) -> bool:
    return all(one.ground is not None for one in text_of(release).mentions if one.tells_who)


@guard("it goes out on at least one active channel", CHANNELS)
def on_an_active_channel(release: m.Release, a: do.Publish) -> bool:
    return bool(do.active(a.on))


@guard("the embargo has lapsed", (HOUSE(119), HOUSE(148)))
def the_embargo_has_lapsed(release: m.Release, a: do.Publish) -> bool:
    return not m.blocked(release, m.Use.PUBLISH, a.at)


def in_each_of_them(release: m.Release, a: do.Correct) -> bool:
    on = do.active(a.on)
    return bool(on) and {*release.stands_in} - a.closed <= {*on}


# -- what an action leaves in the file


def drafted(a: do.Draft) -> m.Release:
    return m.Release(
        id=a.case, office=a.office, digest=a.digest, authors=frozenset({a.by.known_as}),
        of_investigation=a.of_investigation, from_crime_work=a.from_crime_work,
        tells_of_restraint=a.tells_of_restraint, mentions=a.mentions,
    )  # fmt: skip


def redrafted(release: m.Release, a: do.Redraft) -> m.Release:
    return evolve(
        release, digest=a.digest, authors=release.authors | {a.by.known_as}, of_investigation=a.of_investigation,
        from_crime_work=a.from_crime_work, tells_of_restraint=a.tells_of_restraint, mentions=a.mentions,
    )  # fmt: skip


def unbound(release: m.Release, a: do.SendBack | do.LiftEmbargo) -> m.Release:
    return evolve(release, embargo=None)


def standing(release: m.Release, a: do.Publish | do.Correct) -> m.Release:
    """It stands where it stood, and in these."""
    on = do.active(a.on)
    down = tuple(one for one in release.down if one not in on)
    return evolve(release, channels=with_more(release.channels, on), down=down)


def correction_drafted(release: m.Release, a: do.DraftCorrection) -> m.Release:
    return evolve(release, pending=do.written(a, release.pending))


def corrected(release: m.Release, a: do.Correct) -> m.Release:
    """The text is the corrected one; but what it told of restraint stays told."""
    text = text_of(release)
    return evolve(
        standing(release, a), digest=text.digest, of_investigation=text.of_investigation, mentions=text.mentions,
        tells_of_restraint=release.tells_of_restraint or text.tells_of_restraint, pending=None, wrong=False,
    )  # fmt: skip


def time_to_correct(release: m.Release, a: do.AskCorrection) -> Term:
    """Data of crime work are outside the law on personal data, and so is what was asked before it: of these the
    Constitution says that they are corrected, and not by when."""
    before_the_law = ordinal(a.at, release.office) < DATA_SINCE.toordinal()
    return PROMPTLY if release.from_crime_work or before_the_law else Days(DAYS_TO_CORRECT_DATA)


row = rows(m.Release, m.ReleaseState, do.ReleaseAction)
data = part_rows(m.Release, m.DataRequest, m.DataState, do.ReleaseAction)
owed = owes(m.Release, do.ReleaseAction)
# fmt: off
TRANSITIONS = (
    #   in state         action                   leads to      who may    under       given that, and then
    row.start(           do.Draft,                S.DRAFTED,    TEAM,      TIMELY,
        given("it has a text, kept elsewhere under a digest", HOUSE(120), lambda a: bool(a.digest), remedy="give it"),
        then=drafted, since=CM882.adopted),
    row(S.DRAFTED,       do.Submit,               S.SUBMITTED,  TEAM,      HOUSE(118)),
    row(S.DRAFTED,       do.Redraft,              SAME,         TEAM,      TIMELY,
        has_a_text, then=redrafted, since=CM882.adopted),
    row(S.SUBMITTED | S.APPROVED | S.EMBARGOED, do.SendBack, S.DRAFTED, BODY, HOUSE(118), with_a_reason, then=unbound),
    row(S.SUBMITTED,     do.Approve,              S.APPROVED,   BODY,      TIMELY,
        not_by_its_author, holds_no_secret, permitted_by_the_investigation, says_nobody_is_guilty,
        named_only_with_a_ground, since=CM882.adopted),
    row(S.APPROVED,      do.SetEmbargo,           S.EMBARGOED,  CHIEF,     HOUSE(119),
        given("the embargo ends later", HOUSE(119), lambda r, a: earlier(a.at, a.embargo.until)),
        given("it says whom it binds and what it blocks", HOUSE(119),
              lambda r, a: bool(a.embargo.binds and a.embargo.blocks)), then=keeps("embargo")),
    row(S.EMBARGOED,     do.LiftEmbargo,          S.APPROVED,   CHIEF,     HOUSE(119), then=unbound),
    row(OUT,             do.LiftEmbargo,          SAME,         CHIEF,     HOUSE(148),
        given("an embargo still runs", HOUSE(148),
              lambda r, a: r.embargo is not None and earlier(a.at, r.embargo.until)), then=unbound),
    row(S.APPROVED,      do.Publish,              S.PUBLISHED,  TEAM,      (PQ4366("tasks"), CHANNELS),
        on_an_active_channel, then=standing),
    row(S.EMBARGOED,     do.Publish,              S.PUBLISHED,  TEAM,      (PQ4366("tasks"), CHANNELS),
        on_an_active_channel, the_embargo_has_lapsed, then=standing),
    row(OUT,             do.Publish,              SAME,         TEAM,      (PQ4366("tasks"), CHANNELS),
        on_an_active_channel, the_embargo_has_lapsed,
        given("it is not known to be wrong", WRONG, lambda r, a: not r.wrong), then=standing),
    row(UNSENT,          do.Drop,                 S.DROPPED,    BODY,      HOUSE(120), with_a_reason),
    row(OUT,             do.FindWrong,            SAME,         TEAM,      WRONG,
        then=lambda r, a: evolve(r, wrong=True)),
    row(OUT,             do.TakeBackFinding,      SAME,         CHIEF,     HOUSE(120), with_a_reason,
        given("it was found wrong", HOUSE(120), lambda r, a: r.wrong), then=lambda r, a: evolve(r, wrong=False)),
    row(OUT,             do.DraftCorrection,      SAME,         TEAM,      SAME_CHANNELS, has_a_text,
        given("it says what it corrects", HOUSE(120), lambda r, a: bool(a.what), remedy="give it"),
        then=correction_drafted),
    row(OUT,             do.Correct,              S.CORRECTED,  BODY,      SAME_CHANNELS,
        given("a correction was written", HOUSE(138), lambda r, a: r.pending is not None),
        not_by_its_author, holds_no_secret, permitted_by_the_investigation, says_nobody_is_guilty,
        named_only_with_a_ground,
        given("the correction stands in every channel where it still stands", (SAME_CHANNELS, HOUSE(150)),
              in_each_of_them), then=corrected),
    row(OUT,             do.TakeDown,             SAME,         TEAM,      WRONG,
        given("it stands in that channel", WRONG, lambda r, a: a.channel in r.stands_in),
        then=lambda r, a: evolve(r, down=(*r.down, a.channel))),
    row(OUT,             do.Withdraw,             S.WITHDRAWN,  CHIEF,     WRONG, with_a_reason,
        given("it is down from every channel", WRONG, lambda r, a: not r.stands_in)),
    row(SENT,            do.DemandRehabilitation, SAME,         DEMANDING, REHABILITATED,
        given("it told of detention, custody, removal from office, a clinic or conviction", REHABILITATED,
              lambda r, a: r.tells_of_restraint),
        then=lambda r, a: evolve(r, demands=with_more(r.demands, (a.demand,)))),
    row(SENT,            do.ReportRehabilitation, SAME,         CHIEF,     REHABILITATED,
        given("it answers a demand", REHABILITATED, lambda r, a: a.demand in r.demands),
        given("it is reported where the news was", FROM_THE_DEMAND,
              lambda r, a: {*r.channels} - a.closed <= {*do.active(a.on)}),
        given("where none of its channels is left, another carries the report", HOUSE(150),
              lambda r, a: bool(do.active(a.on)) or not a.closed >= {*r.channels})),
)
CORRECTIONS = Part("corrections", "request", (
    data.start(          do.AskCorrection,        D.ASKED,      SUBJECT,   CORRECTED_DATA, id="request"),
    data(D.ASKED,        do.CorrectData,          D.CHANGED,    TEAM,      CORRECTED_DATA),
    data(D.ASKED,        do.DeclineData,          D.DECLINED,   CHIEF,     PERSONAL_DATA(31),
        given("data are changed once documents prove the new ones", PERSONAL_DATA(31), lambda r, a: not a.proved),
        since=DATA_SINCE),
), during=SENT)
CHANGED = (do.CorrectData, do.DeclineData)
MONTH = Months(MONTHS_TO_REPORT_REHABILITATION)
DEADLINES = (
    #    what is owed             begins                   within           met by                     owed by
    owed("data_correction",       do.AskCorrection,        time_to_correct, CHANGED,                   CHIEF,
         (PERSONAL_DATA(11, 1), PERSONAL_DATA(3, 2), CONSTITUTION(31, 3)), per="request"),
    owed("takedown",              do.FindWrong,            PROMPTLY,        (do.Withdraw, do.Correct), CHIEF,
         (WRONG, PERSONAL_DATA(11, 2)), until=do.TakeBackFinding),
    owed("rehabilitation_notice", do.DemandRehabilitation, MONTH,           do.ReportRehabilitation,   CHIEF,
         (REHABILITATED, FROM_THE_DEMAND), per="demand"),
)
# fmt: on
RELEASE: Final = Lifecycle(
    "release", TRANSITIONS, DEADLINES, law=UZ, parts=(CORRECTIONS,), final=S.WITHDRAWN | S.DROPPED
)
"""A text of the press service."""
RELEASE_CITES = (SOURCE_ARTICLE(33), SOURCE_ARTICLE(42))
"""The article behind the project: information in time, to be relied on."""
