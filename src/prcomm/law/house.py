"""House rules: what has to be decided where the law is silent. Nobody has to keep them: ``lifecycle.without(…)``."""

from prcomm.core.sources.citations import Basis, Source
from prcomm.law.texts import articles

HOUSE = Source(
    "House rules",
    "What this library assumes where the law is silent",
    articles=articles("""
1. Who receives and registers
    A registrar receives, registers, keeps the minutes of what is solved at a public reception, and enters what is not
    found in the envelope; so the registrar owes that it is registered on its day. The Law says that it is done, and
    when, not by whom.
2. Who decides where an appeal goes
    The head or an authorised official sends it or a part of it on, returns it, joins a duplicate, hands it to another
    procedure, lays a letter aside or recognises it as an appeal, and gives it to executors. Where days are set for
    that, an authorised official owes it. Articles 24 and 25 name the body, not the person; articles 29 and 30, on
    weightier steps, ask for the head or an authorised official.
3. Who does the work
    The executor notes that study is needed, asks for information, hears the appellant, brings others in, goes on site,
    summons, shows the file, tells the appellant, notes that one of several died, sends an interim reply, acts on
    violations, and returns what was withdrawn or enclosed. So the executor owes these, and that the appeal is
    considered in its term. While nobody is charged with it, who decides where it goes tells the appellant, notes, acts
    and returns. Article 24 charges officials with it and names no post.
4. Who decides on the merits
    The head or an authorised official; so too who explains a reply or corrects it, and who finds the decision carried
    out: an authorised official owes these. Article 27(2) says who signs the reply, not who takes the decision.
5. Who restores the term of filing
    The head too, as for the body. Article 22(3) names the body that considers the appeal and its authorised official.
6. Who links a repeat
    The registrar, on receipt, or whoever decides where the appeal goes.
7. Who deals with a reception
    A registrar enters the request and puts it before the head, and owes that; the head, an authorised official or an
    executor receives. Article 9(1) says: the head or other officials.
8. Who nominates to a public council
    The head or an authorised official enters who is nominated, and by whom. No text read has a procedure of nomination.
9. Who keeps a council's papers
    The secretary enters what is done in a council and its sessions, until one is elected whoever the head charges with
    it; a session is entered in its own council, once. The model regulation was read up to its eighth paragraph and
    names no officers.
10. A council has somebody in it
    It is constituted when at least one member is appointed. How many there must be is left open; fifteen is a
    criterion, not a condition.
11. Posts and groups are of members
    Chair, deputy chair and secretary are elected at a session from among the appointed who agree to stand, one to a
    post, and may step down; an election is entered once, and in the convocation that held it; a working group is of
    members. The law says none of it.
12. Numbers the law leaves open
    Where no number was read none is assumed: nothing is owed and nothing refused until a Reform sets it; the head
    begins a council's renewal, and the memberships and the convocation end when the term is over, where one is set.
13. Exclusion on a named ground
    A member is excluded on a ground that the council's regulation, or a Reform, names. The law read names none.
14. Who opens and leads a session
    Its chair or deputy chair opens it, of a council at work, for the members appointed by then, on the day announced;
    whoever opened it presides until another takes the chair: one who held a post when it was opened, whom it elected,
    or whom the members chose; nobody presides over an item of their own. Whoever presides is there when an item is
    taken up, adopted or rejected, save the head at a founding session. Nothing was read on sessions.
15. Attendance is entered
    Who comes and who leaves is entered, of those on the roll, each once. Otherwise a quorum can't be shown.
16. Postponed, moved, called off
    Without a quorum the session is postponed; it may be moved while it is not open, and called off with a reason.
    Nothing was read on it.
17. The agenda is worked off
    Items are listed, taken up, and adopted, rejected or deferred before the session closes. Nothing was read on it.
18. One vote each, in person
    Who is on the roll and present votes once on an item, and says beforehand if recused. Nothing was read on it.
19. Tellers count
    Ballots are counted once, by tellers, and the numbers add up to the ballots cast. Hands may be counted instead of
    names, by a teller or the secretary, to no more than those who may vote. Nothing was read on it.
20. Minutes promptly
    Minutes are drawn up and published promptly after the session, signed in the place of who is gone by another member
    with a note; a correction is signed alike and says why. No term was read.
21. Who issues a recommendation
    A council's chair or secretary, or who organised the act of oversight, issues, sends and withdraws it, each their
    own. The law says that there are such documents, not by whose hand.
22. A recommendation is registered
    The body's registrar enters it under a number, with the day it came. No text read asks for it.
23. Who decides on a recommendation
    The head or an authorised official decides and answers. Article 198⁷ of the Code of Administrative Liability speaks
    of officials.
24. Who publishes the outcome
    The council's secretary, the organiser or the press service. No text read says it.
25. Who organises an act of oversight
    Whoever begins it organises it, begins and ends it, and notes what came of its document; the organisation for which
    they did may put another in their place. Article 10 of the Law on public oversight says so of hearings.
26. Who puts a draft act to a council
    The council or the body; from then on it is the council's. PQ-10 asks that public opinion be heeded and does not say
    by whose hand.
27. Moved or called off with a reason
    An act of oversight that has not begun may be moved, one that is not ended called off, by who organises it, a
    meeting by the body that holds it, with a reason; it begins on the day announced. No text read says it.
28. Who deals with a signal
    The secretary, a member or the chair notes it; chair, deputy or acting chair give it to somebody to study, approve
    what the council adopted, or send it back; a member or the secretary reports; the secretary or the press service
    publishes. PQ-10 charges the council.
29. Where a signal goes
    One that repeats an open one about the same body joins it; one that goes elsewhere goes to a named body and says
    why, and comes back with what was found there, or that nothing was. No text read says what becomes of a signal.
30. Who keeps the record of reports
    A registrar opens and closes it; the press service, an authorised official or the head publishes, announces and
    holds the conference. The acts name the body.
31. From when heads' reports are counted
    From the first whole year after they were reported, 2023. When the law came into force was not found.
32. Enough are left to decide
    On an item decide more than half of those who are there; where recusals leave fewer, it is deferred. Nothing was
    read on it.
33. Acting chair
    Where chair and deputy are gone, away or kept from it, a member leads who was chosen by as many on the roll as make
    a quorum. Nothing was read on it.
34. A vote that was cast stands
    Who voted counts for the quorum and the result of the item, there still or not; a count fixes both. Nothing was read
    on it.
35. Guests and separate opinions
    Guests may be let in by who presides and do not vote; a member may put a separate opinion to the minutes until they
    are published. Nothing was read on councils.
36. When a document has arrived
    When the sender's proof or the body's register says, at the earlier, not before it was sent. Who judges a reason of
    delay is not the body that gives it. Article 198⁷ of the Code of Administrative Liability speaks of a term, not of
    its beginning.
37. No answer came
    That an enquiry or a document was left without answer is said after the day by which it was due, where there is one,
    and an answer that comes later is noted still. No text read says it.
38. Nobody in their own matter
    Whom a signal is about does nothing in it; one about the head goes to the body above or to the investigation. PQ-10
    does not say it.
39. Which period a report is for
    A report names it, and it has begun; a deputy's report is the deputy's own. The acts say how often, not when after.
40. Who corrects what the file states wrongly
    The registrar, or whoever decides where the appeal goes: by one more record, with what shows it, from which on the
    file is read as it is. The Law sets the contents of the register (article 23(3)) and says nothing of mistakes in it.
    Who did something and what was done is corrected by nobody.
"""),
    basis=Basis.ASSUMED,
    unit="rule",
)

SOURCES = (HOUSE,)
