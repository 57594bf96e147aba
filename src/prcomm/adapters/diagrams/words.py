"""What pictures say beside the names of things."""

from prcomm.adapters import says

IN_EACH = says("in each of these states")
IN_EVERY = says("in every state")
IN_STATES = says("in: {states}")
BUT_IN = says("in every state but: {states}")
BEGINS, ENDS = says("begins here"), says("ends here")
CLOCK_RUNS = says("a deadline runs")
MEETS = says("what the action meets")
FORBIDDEN = says("the law forbids it")
FOR_KINDS, FOR_OTHERS = says("only: {kinds}"), says("all but: {kinds}")
HOLLOW = says("rests on less than the text of an act")
NOT_LAW = says("not by law: by analogy, by practice or by assumption")
INSIDE = says("inside: {part}")
RUNNING = says("may run here: {deadlines}")
NOT_COUNTED = says("not counted")
NOTHING = says("nothing yet")
OF_CITIZENS = says("appeals and receptions")
OF_OVERSIGHT = says("councils and public oversight")
OF_THE_PRESS = says("press and dialogue")
