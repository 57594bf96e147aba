"""What the pages of the reference say beside the names of things."""

from collections import Counter
from collections.abc import Iterable, Mapping

from prcomm.adapters import says
from prcomm.core.sources.citations import Basis, law_or_less
from prcomm.core.table.in_force import Row
from prcomm.core.values.messages import Message, Said

STATES, ACTIONS, ROLES = says("states"), says("actions"), says("who acts")
TRANSITIONS, DEADLINES, GUARDS = says("transitions"), says("deadlines"), says("guards")
PICTURE = says("the whole at a glance")
UNDER_LAW = says("under: {law}")
ALL_LAW = says("every row of it rests on law: {n} in all")
SOME_LAW = says("not every row of it rests on law: {n} in all, {law} by law, {less}")
NO_LAW = says("no row of it rests on law: {n} in all, {less}")
BY_LESS = {
    Basis.ANALOGY: says("{n} by analogy"),
    Basis.PRACTICE: says("{n} by practice"),
    Basis.ASSUMED: says("{n} by assumption"),
}
"""How many rows rest on what is not law."""
PART_STATES = says("states inside: {part}")
NUMBER, CODE, CALLED = says("no."), says("in the code"), says("what it is called")
LEADS_ON, MAY_RUN = says("what leads on"), says("what may run")
CARRIES, WHERE_ROWS = says("what it carries"), says("where it stands")
SINCE_DAY, UNTIL_DAY, IN_FORCE = says("since {day}"), says("until {day}"), says("in force")
ACT_AND_STATE, BEGINNING, KINDS_ALONE = says("act → state"), says("the beginning"), says("only: {kinds}")
ENDED_BY, MOVED_BY, PAUSED_BY, ANEW_BY = says("ended by"), says("moved by"), says("paused by"), says("begun anew by")
PROVIDED_THAT, KINDS_ONLY = says("provided that"), says("of which kind")
EXAMPLE = says("worked example")
EXAMPLE_OF = says("begun on {at}; a week of {n} working days")
FOR_WHICH = says("{kinds}: until when")
NO_EXAMPLE = says("nothing is owed from what can be made up for an example")
ASKS, REMEDY, USED_BY = says("what it asks"), says("what would meet it"), says("which rows ask it")
ALL_DRAFTS = says("the words on this page are a working translation that nobody reviewed")
DRAFTS = says("the words on this page are a working translation that nobody reviewed, save those marked ‡")

HOW_IT_GOES = says("step by step")
HOW_CHOSEN = says(
    "the ordinary way does what is owed and passes by what cuts it short; it goes through the most phases, never back "
    "to an earlier one, to where nothing leads on"
)
OTHER_WAYS = says("{n} other way from here|{n} other ways from here")
MEANWHILE = says("{n} act that may be done meanwhile|{n} acts that may be done meanwhile")
BY_WHEN, IT_BEGINS = says("by when"), says("it begins")
WHO_IS_LAW = says("who may is named by law in {law} of {n}")
TO_CHECK = says("what to check with a lawyer")
WHY, TO_A_LAWYER = says("why it is so"), says("questions to a lawyer")
REVIEW_OF = says("{process}: questions to a lawyer")
REVIEW_HEAD = says("{law}: {n} question|{law}: {n} questions")
IF_WRONG, RIGHT, WRONG = says("if that is wrong"), says("right"), says("wrong, it is")
SIGNED = says("who answered"), says("day"), says("signature")
SAYS_OF = {
    Basis.OFFICIAL: says("an official body says so, and the act was not read for it"),
    Basis.REPORTED: says("the press says so, and the act was not read for it"),
    Basis.ANALOGY: says("the law does not say; a neighbouring one does"),
    Basis.INFERRED: says("the text does not say it in so many words"),
    Basis.PRACTICE: says("the law does not say; a draft or a custom does"),
    Basis.ASSUMED: says("the law names nobody and nothing"),
}
"""What is known where it is less than the text of an act."""
WHO_MAY, WHO_OWES = says("who may: {action}?"), says("who owes: {due}?")
MAY_BE, IS_FORBIDDEN = says("may it be done: {action}?"), says("is it forbidden: {action}?")
IS_ASKED, IS_OWED = says("is it asked that: {text}?"), says("is it owed: {due}?")
TAKEN_WHO, TAKEN_ROW = says("we take: {who}"), says("we take: {states} → {target}")
TAKEN_ASKED, TAKEN_TERM = says("we ask it of: {actions}"), says("we take: {term}")
OTHERS_MAY, OTHERS_OWE = says("others may, in rows"), says("somebody else owes it")
NO_ROW, NOT_ASKED, NOT_OWED = says("there is no row"), says("it is not asked in rows"), says("nothing is owed as")
RESTS_THERE = says("what rests there is otherwise")

WHY_OF, OFFERS, KNOWN = says("{process}: why"), says("what is to be chosen"), says("how it is known")
OTHERWISE, TESTED = says("how else it may be read"), says("tested by")
WOULD_CHANGE = says("what would change it")
AN_AMENDMENT = says("an amendment of {places}")
NOT_BY_LAW = says("whoever finds otherwise: it is not by law, and anybody may lift it")
READ_AS = says("{value}: {read}; read otherwise, {others}")
LAST_DAY_IS = says("when the last day is a day off, what binds is {binds}; read otherwise, {other}")
MEANS = {
    Basis.STATUTE: says("read in the act"),
    Basis.OFFICIAL: says("restated by an official body; the act itself was not read for it"),
    Basis.REPORTED: says("told by the press"),
    Basis.ANALOGY: says("taken from a neighbouring law"),
    Basis.INFERRED: says("inferred from the text, which does not say it in so many words"),
    Basis.PRACTICE: says("a draft or a custom"),
    Basis.ASSUMED: says("assumed by this library, where the law is silent; anybody may lift it"),
}
"""What each basis means."""

BEGUN_ON, WHAT_IT_IS = says("received on"), says("what it is")
WHAT_HOUR, BEFORE_CLOSING, AFTER_CLOSING = (
    says("at what hour"),
    says("before closing"),
    says("after closing"),
)
WHICH_WEEK = says("working days in a week")
WHO_LENGTHENS, NOBODY = says("who may lengthen it, and under which article"), says("nobody")
OUTSIDE = says("there is an answer for each day from {first} to {last}")
NEEDS_SCRIPTS = says("this page looks its answers up with JavaScript, which is off")
UNTIL_WHEN = says("until when?")


OF_A_CARD: Mapping[str, Message] = {
    "all": says("all of them"),
    "kind": KINDS_ONLY,
    "role": ROLES,
    "may": says("what may be done"),
    "nothing": says("nothing may be done here"),
    "until": says("it meets"),
    "more": says("further below on this page"),
    "close": says("close"),
}
"""What is said beside the picture of a process, by what its script calls it."""


def how_much_is_law(rows: Iterable[Row]) -> Said:
    """How many rows of a process rest on law, and on what less the others do: each on the weakest that it needs."""
    found = Counter(law_or_less(row.cites) for row in rows)
    law = sum(found[basis] for basis in Basis if basis.is_law)
    less = tuple(words(n=found[basis]) for basis, words in BY_LESS.items() if found[basis])
    sentence = NO_LAW if not law else SOME_LAW if less else ALL_LAW
    return sentence(n=found.total(), law=law, less=less)
