"""What runs a table: the one way through the house.

**The state is a fold.** An entity is what its actions made of it, one after the other: each accepted action adds a
record to the history and gives a new entity, the old one unchanged. Nothing else ever changes one. So a history can
be judged (``replay``), judged and noted (``audit``) or trusted (``restore``), and all three come to the same entity
where nothing stands against it. An action is done whole or refused whole, undoing is keeping the old entity, and two
threads can't write half of one.

**A row made ready judges and enters.** When a lifecycle is built, its rows are put into cells: a state, an action, a
kind, one set of cells for each interval of days between two amendments. In each cell stands a row made ready
(``engine.dispatch``). It is asked two things: whether anything stands against an action (the order of time, the role,
each guard in its turn), and what the entity is after it (the effect, the record, the clocks). All is made when the
lifecycle is built and nothing at its first use, so there is nothing that threads could share half made.

**Clocks are facts, days are counted when asked.** What an action begins, moves or ends is noted as a ``Clock``: which
record began it, which records touched it (``engine.clocks``). No date is stored. A day is counted when somebody asks
for what is due (``engine.counting``), by the law of the day on which the clock started and by the calendar that the
lifecycle stands under: a new decree or a Reform counts anew, and what is on file need not be touched. Open clocks are
kept in the entity, so that what is owed costs what is open, however long the history.

**Time moves nothing.** No state follows from a day that passed. Overdue is the answer of a due at an instant; what
follows from it in law is an action, guarded by "the term has run out".

**What a guard sees.** One entity, one action, and for one that reads the law its context: the law opened at the day
of the action, with the dues of the case as the lifecycle in hand counts them. Never a lifecycle named in a module:
under a Reform that would be another.

**What the quick way may skip.** Most actions are lawful. For them nothing is said, so nothing is put into words: the
row made ready asks and enters, and that is all. The quick way may skip what only matters to somebody who reads a
refusal. It may never skip a condition: what it can't decide (an instant of a class of one's own) goes the long way,
which does the same.

**Why refusing is slow.** A refusal gives all reasons at once, each with its sentence, its articles, how sure they are
and what would make the action lawful; where no row fits, also where the action has its place and what may be done
here instead (``engine.explaining``). That looks at the whole table. It asks the same row made ready for the guards
that are not met, so that what is refused and why is one rule. The text is built when it is read.
"""
