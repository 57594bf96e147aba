"""The rules of a museum, made up: no museum has them, and nobody is bound by them."""

from prcomm.core.sources.citations import Basis, Source
from prcomm.core.sources.dated import Dated
from prcomm.law.texts import articles

MUSEUM = Source(
    "Museum rules",
    "Rules of a museum that does not exist, for those whom it shows round",
    articles=articles("""
1. What a tour begins with
    A route and the name of the guide. The keeper plans it.
2. What hangs at the door
    Where a tour meets and when: it hangs there before the tour meets.
3. Until when places are kept
    Places are kept no longer than until the tour meets; who comes later is not put on the list.
4. How long the list is
    No longer than the number of places, and nobody stands on it twice.
5. Who sets off
    The guide of that tour, with at least one visitor, and of a school with a teacher.
6. Who comes back
    A tour ends when as many have come back as set off.
7. What is asked on the way
    Whoever stands on the list may ask. The guide answers within some days, or passes the question on to a desk.
8. What is written down
    The guide writes the tour up, within some working days of its end.
9. When the book is shut
    When no question of the tour is open.
10. What is put off or called off
    For a reason. A new day is set promptly; a tour that has set off is not called off.
11. The night of museums
    A tour by night hangs at the door by a day of April.
12. The ways of schools
    Once in each whole year, by a day of September, the keeper walks the way of each tour for schools still to come.
"""),
    basis=Basis.PRACTICE,
    unit="rule",
)

PLACES = Dated.of("places on a tour", 15, MUSEUM(4))
DAYS_TO_ANSWER = Dated.of("days to answer a visitor", 5, MUSEUM(7))
WORKING_DAYS_TO_WRITE_UP = Dated.of("working days to write a tour up", 2, MUSEUM(8))
DAY_OF_THE_NIGHT = Dated.of("day of April by which a tour by night hangs at the door", 20, MUSEUM(11))
DAY_OF_THE_WALK = Dated.of("day of September by which the way of a school is walked", 10, MUSEUM(12))

SOURCES = (MUSEUM,)
VALUES = (PLACES, DAYS_TO_ANSWER, WORKING_DAYS_TO_WRITE_UP, DAY_OF_THE_NIGHT, DAY_OF_THE_WALK)
