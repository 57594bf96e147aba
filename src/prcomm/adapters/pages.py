"""What the pages of the reference say beside the names of things."""

from prcomm.adapters import says

STATES, ACTIONS, ROLES = says("states"), says("actions"), says("who acts")
TRANSITIONS, DEADLINES, GUARDS = says("transitions"), says("deadlines"), says("guards")
PICTURE = says("the whole at a glance")
UNDER_LAW = says("under: {law}")
PART_STATES = says("states inside: {part}")
NUMBER, CODE, CALLED = says("no."), says("in the code"), says("what it is called")
MAY_BE_DONE, MAY_RUN = says("what may be done"), says("what may run")
CARRIES, WHERE_ROWS = says("what it carries"), says("where it stands")
SINCE, UNTIL = says("since"), says("until")
ENDED_BY, MOVED_BY, PAUSED_BY = says("ended by"), says("moved by"), says("paused by")
PROVIDED_THAT, KINDS_ONLY = says("provided that"), says("of which kind")
EXAMPLE = says("worked example")
EXAMPLE_OF = says("begun on {at}; a week of {n} working days")
FOR_WHICH = says("{kinds}: until when")
NO_EXAMPLE = says("nothing is owed from what can be made up for an example")
ASKS, REMEDY, USED_BY = says("what it asks"), says("what would meet it"), says("which rows ask it")
BASIS = says("how it is known")
WHO_UNDER = says("who may, under")
ALL_DRAFTS = says("the words on this page are a working translation that nobody reviewed")
DRAFTS = says("the words on this page are a working translation that nobody reviewed, save those marked ‡")

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
