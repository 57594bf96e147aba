"""What the command line itself says."""

from prcomm.adapters import says

PROCESS, LAW = says("process"), says("law")
STEPS = says("step by step")
ACCEPTED, REFUSED = says("accepted"), says("refused")
BECAME = says("what became of it")
STANDS = says("{process} {id}: {state}, version {version}, as of {at}")
NOT_BEGUN = says("{process}: nothing has begun it")
REFUSED_STEPS = says("{n} step refused|{n} steps refused")
FOR = says("{due}: {kinds}")
NOTHING_OWED = says("nothing is owed from that day with what was given")
CASES = says("{n} case|{n} cases")
LINES = says("{n} line|{n} lines")
LEFT_OUT = says("{n} line left out by the mapping|{n} lines left out by the mapping")
LATER = says("{n} line of a later instant, not known as of then|{n} lines of a later instant, not known as of then")
AUDITED = says("{process}, audited as of {at}")
FINDINGS = says("{n} finding|{n} findings")
HOW_MANY = says("how many")
DEADLINE, MONTH, OFFICE, RULE = says("deadline"), says("month"), says("office"), says("rule")
ARTICLE, BASIS = says("article"), says("basis")
LAST_DAY, DAYS_LATE = says("last day"), says("days late")
IN_CASES, LATE_OR_OWED, DAYS_LATE_AT_MOST = says("in cases"), says("late or owed"), says("days late at most")
BY, OF_NONE = says("findings by: {by}"), says("about none")
READ_AS = says("the register is read so: {how}")
IN_ENCODING, CELLS_APART = says("in {encoding}"), says("cells apart by: {delimiter}")
HEADS_IN, NEWEST_FIRST = says("names of the columns in line {line}"), says("newest first")
UNREAD_LINES = says("{n} line that can't be read|{n} lines that can't be read")
ACTIVITIES, ACTIVITY = says("what was done in the register"), says("activity")
FIRST, LAST_TIME, FOLLOWS = says("first"), says("last time"), says("most often after")
CASE, LINE = says("case"), says("line")
EVENTS = says("{n} event|{n} events")
DUES = says("{n} due with a day|{n} dues with a day")
WITHOUT_A_DAY = says("{n} due without a day|{n} dues without a day")
ELSEWHERE = says("{n} file of another office|{n} files of other offices")
NOT_BEGUN_THEN = says("{n} file not begun by then|{n} files not begun by then")
OWED = says("{process} {id}: {due}; {status}")

# until when, in one line, and why
CONTROL_DAY = says("control day {day}")
BY_ANALOGY_ONLY = says("by analogy only: {day}")
BY_THE_TEXT = says("by the text: {day}")
NOT_BEFORE = says("not before {day}")
FIRST_WORKING_DAY = says("first working day {day}")
PROVISIONAL = says("provisional: the days off of that year are not decreed yet")
UNKNOWN = says("unknown")
OWED_BY = says("owed by: {who}")
UNDER_ACTS = says("under: {under}")
COUNTED_FROM = says("counted from: {day}")
FROM_TO = says("{first} to {last}")
DAYS_RUN = says("days {first} to {last}")
WORKING_DAYS_RUN = says("working days {first} to {last}")
DAYS_BEFORE_RUN = says("days {first} to {last} before")
WORKING_DAYS_BEFORE_RUN = says("working days {first} to {last} before")
TAKEN = says("{due}: the field {field} matters and was not given; taken here: {value}")
LEFT_OUT_FIELD = says("left out")
IS_OWED_IF = says("{due}: it would be owed with {field}: {values}")

# what was meant
A_PROCESS, A_KIND, A_DEADLINE = says("the name of a process"), says("a kind"), says("the name of a deadline")
AN_ACTION = says("the name of an action")
A_DATE, A_COMMAND, AN_OPTION = says("a date"), says("a command"), says("an option")
OF = says("{name}: {fault}")
NO_SUCH = says("there is none called {word}")
DID_YOU_MEAN = says("did you mean {word}?")
THERE_ARE = says("there are: {words}")
AND_MORE = says("and {n} more|and {n} more")
NO_DATE = says("{word} is no day, as 2026-02-13 or 13.02.2026, and no instant, as 2026-02-13 18:30")
ONE_DATE = says("one day, as 2026-02-13 or 13.02.2026; given: {words}")
NO_DATE_GIVEN = says("one day, as 2026-02-13 or 13.02.2026; none was given")
IS_MISSING = says("{name}: it is missing")
NEEDS_A_VALUE = says("{name}: it needs a value")
TOO_MUCH = says("too much was given: {words}")
SEE = says("see: {command}")
NO_ZERO_BYTE = says("no word of a command line holds a zero byte")
TOO_LONG = says("a document longer than {n} bytes is not read; {option} says how long one may be")
NO_FILE, A_FOLDER, NO_ACCESS = (
    says("{name}: there is no such file"),
    says("{name}: it is a folder"),
    says("{name}: it may not be opened"),
)
AN_OBJECT = says("an object, as {example}")
NO_HOURS = says("{word}: the working hours, as 09:00-18:00")
NO_REST = says("{word}: the days of rest, as {days} or {none}")
NO_CALENDAR = says("{word} is no calendar and no law, but of {kind}")
SO_FAR = says("passed: {passed}; left: {left}")

# what rests on what
AN_ACT, AN_ARTICLE = says("the code of an act"), says("an article")
NO_PLACE = says("{word} is no place of an act that is known here, as 28(2)")
RESTS = says("{n} rule rests on it|{n} rules rest on it")
A_TERM = says("a term")
NO_TERM = says(
    "{word} is no term, as 15d (days), 10wd (working days), 1mo (months), 48h (hours), 16wh (working hours), 30min"
)
NOT_BACK = says("{word}: hours are not counted back; days, working days and months are")

# of cases
A_STEP = says("a step")
TOLD_AT = says("why it is so: {where}")
NO_STEP = says("{word}: the case has {n} step, counted from 1|{word}: the case has {n} steps, counted from 1")
LEADS_TO, WHO_MAY = says("leads to: {state}"), says("who may: {who}")
BEGUN, MET_NOW, ENDED_NOW, MOVED_NOW = says("begun"), says("met"), says("ended"), says("moved")
WHAT_BECAME_OF_DUES = says("what became of what is owed")
OVERDUE_NOW = says("{n} overdue|{n} overdue")
AT_ONCE = says("{n} owed at once|{n} owed at once")
BY_THEN = says("{n} owed by {day}|{n} owed by {day}")
IF_FOUND = says("{n} only on a condition|{n} only on a condition")
LATER_ON = says("{n} owed later|{n} owed later")
FILE_OF = says("{process} {id}")

READING, JUDGING = says("reading"), says("judging")
BOTH_WAYS = says(
    "judged as columns; {n} case was judged both ways, and nothing differs|"
    "judged as columns; {n} cases were judged both ways, and nothing differs"
)

# of pictures
ALL_AS_SVG = says("all processes together are drawn as a picture; name one for another form")
NO_FORM = says("a file that ends in {name} is in no form that is drawn; there are: {forms}")
NEEDS = says("it needs {name}: {command}")
INTO_A_FILE = says("a picture of dots goes into a file or a pipe, not to a terminal")

# of stores that are sealed
HEADS, RECORD, WHAT_IS_WRONG = says("the heads"), says("record"), says("what is wrong")
RECORDS = says("{n} record|{n} records")
ALL_FOLLOW = says("each follows from the one before it")
BROKEN = says("something is wrong with {n} of them|something is wrong with {n} of them")
HEAD_HOLDS = says("the head of {n} record, as of {at}, holds|the head of {n} records, as of {at}, holds")
HEAD_FAILS = says(
    "the head of {n} record, as of {at}, does not hold: what was sealed is not what stands there"
    "|the head of {n} records, as of {at}, does not hold: what was sealed is not what stands there"
)
FEWER = says("{n} record at least is gone|{n} records at least are gone")
NO_HEAD = says("without a head that is kept elsewhere, a history that was rewritten whole is not found")
UNSIGNED = says("the signature was not checked: no key was given")
NOT_SEALED = says(
    "{n} newer one is not sealed: it has no place yet|{n} newer ones are not sealed: they have no place yet"
)
NOT_SIGNED = says("it is not signed")
AMONG_THESE = says("at least one of these records is not the one that was sealed, or others before it are gone")
