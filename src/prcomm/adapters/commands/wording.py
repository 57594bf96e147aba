"""What the command line itself says."""

from prcomm.adapters import says

PROCESSES = says("processes")
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
CASE, LINE = says("case"), says("line")
