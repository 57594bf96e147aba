"""What pages say beside the words of the tables."""

from collections.abc import Mapping
from typing import Final

from prcomm.adapters import says
from prcomm.core.values.messages import Message

PROCESSES, CASE, AND_MORE = says("processes"), says("case"), says("and {n} more|and {n} more")
NOTHING_OWED = says("nothing is owed")
NEXT_IS, OVERDUE_IS = says("next: {due}"), says("overdue: {due}")
BY_DAY, AT_ONCE, OWED_BY = says("until {day}"), says("at once"), says("owed by: {who}")
STATE_IS, AS_OF = says("state: {state}"), says("as of {at}")
MAY_DO = says("what you may do now")
IN_ROLE, GIVEN_THAT = says("as: {role}"), says("given that: {conditions}")
NOTHING_TO_DO = says("there is nothing that you may do now")
AGENDA = says("duties by day")
CASES_OF = says("{process}: cases")
NO_CASES, NO_DUES = says("there is no case that you may see"), says("nothing is owed in cases that you may see")
MORE_CASES, MORE_DUES, EARLIER = says("further cases"), says("further duties"), says("earlier records")
LANGUAGES = says("languages")
YOU_ARE = says("signed in as {who}")
BEGUN_BY = says("you may begin it: {actions}")
WHY = says("why it is so")
LAST_DONE = says("what was done last")
WRONG: Final[Mapping[int, Message]] = {
    401: says("sign in"),
    403: says("this is not yours to do"),
    404: says("there is no such page"),
    500: says("something went wrong here"),
    503: says("not now: ask again later"),
}
"""What a page says that can't be shown."""
MALFORMED = says("the address is malformed")
