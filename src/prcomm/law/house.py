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
101. Who does the daily work
    A press officer or the head of the press service drafts, posts, enters, collects. The acts name units, not persons.
102. Who decides for a press service
    Its head. The acts name units, not persons.
103. Who decides for the body
    The head or an authorised official; on what the press service does for the body, also its head. The acts name the
    body.
104. Who watches
    A duty officer, a press officer or the head of the press service enters what is found or noticed. Watching round the
    clock is ordered, no post named.
105. Who enters
    A registrar receives and registers requests and claims. That they are registered is said, not by whom.
106. Who answers a request
    The press service or the executor charged with it. The law charges the body and its officials.
107. Who acts for the accreditation commission
    Whoever it charges; its decision has a number. The regulation names the commission only.
108. Who acts for an outlet
    Its editorial office. Articles name the office; who enters its acts here is open.
109. Who says what the public said
    The person, or a press officer who writes it down. No act was read on it.
110. A charge stands in an act
    An officer speaks, writes, watches or handles appeals for a body by a written act, and is relieved by one. The rule
    on it was not read.
111. Who speaks is charged to do so
    Whoever speaks for the body is its head, an authorised official, or an officer charged with it and not failed at
    attestation. The rule on press secretaries was not read.
112. A channel is run under an act
    Declared and opened by an act; each kind belongs to one of the article's five families. No act lists channels with
    families.
113. After a breach
    A compromised channel is used again when each posting since was confirmed or disowned. No act says it.
114. A slot
    A programme's slot is a file of its own; each airing names the day of the next, or that there is none. No source
    fixes how often.
115. Opinions
    Each is taken up, or set aside with a reason, before they are summed up. The article demands feedback, not how.
116. Whose verdict it is
    A named official answers for what is confirmed, disproved or left open. No act says it.
117. Allegations go on
    An item found is closed when each allegation in it was handed to those it concerns. The duty of the press service is
    not written down.
118. Two pairs of eyes
    Nobody approves a release of their own writing. No act says it.
119. An embargo
    It names its instant with the zone, whom it binds and what it blocks, and lies ahead. A custom, not law.
120. Reasons
    What corrects, drops, sends back or gives up something says what and why. No act says it.
121. Nothing open
    A file is closed when nothing in it is open. No act says it.
122. A longer term needs a figure
    A request's term is lengthened only by a figure that somebody has set, and the requester is told before it ends. The
    law's figure was not read.
123. Quotas
    How many an outlet may have accredited is what the body sets; without a figure there is no limit. Local rules
    differ.
124. Refusal, suspension, withdrawal
    Accreditation is refused, suspended or withdrawn with reasons, and the office is told. The grounds of the regulation
    were not read.
125. An event keeps its time
    It is not begun before its time; moved or cancelled with a reason. No act says it.
126. An operational briefing
    An operational briefing names its incident. The procedure was not read.
127. Questions
    A question leaves answered, turned into a request or an appeal, or dropped with a reason. No act says it.
128. A review
    The central department visits, advises, and the press service puts right; it may also find nothing to advise. The
    task says help, not how.
129. A word on an incident
    A word on an incident says what is known, what is not, and what is being done, and is a published release. No act
    says it.
130. Updates
    Each update supersedes the one before, by reference. No act says it.
131. Promises
    A promise is kept, or given up with a reason that is published. No act says it.
132. A programme
    A programme names goals, audience, channels and indicators, is approved by an act with a day for its evaluation, and
    each indicator is measured. The article asks for programmes, not how.
133. The edges of the bands
    A score equal to a threshold belongs to the better band. The decree's bands overlap at one score.
134. Instructions
    An instruction names who carries it out. Practice speaks of control, not of form.
135. Who is told of a change
    Whoever was told of an event is told when it is moved or cancelled. No act says it.
136. Who notes a duty met elsewhere
    The press service, in its own file, with the day of the event; the note has its own instant, and the day decides.
    The record is the library's own.
137. No other door
    What is posted or aired as a release is one that is out and not blocked; what is no release names its file. No act
    was read on postings.
138. A correction is a text
    What is corrected is a text: one writes it, another lets it out, and what an approval asks is asked of it. No act
    says it.
139. Silence
    Opinions are asked for until a day; that nobody spoke is noted after it. The article names no term.
140. Receipt at an outlet
    Receipt at an outlet is entered by the sender, with its proof. Article 34 of the law on mass media counts from
    receipt, and is silent on proof.
141. A named issue
    An outlet names it once, while the term runs. Article 34 of the law on mass media says "the next issue", not
    who names it.
142. Word and verdict
    A word may go before the verdict and after it; another verdict than before has a reason, and a word follows. The
    acts ask for a prompt reaction and are silent on mistakes.
143. Joined, added, reopened
    By reference, or with a reason; nothing alleged is lost on the way. No act says it.
144. What a requester is told
    Where it went; what of it is given, withheld and not held; an answer once given is not undone by a refusal. The
    law's articles were not read.
145. What a court gives back
    What a court gives back is what there was. No act says it here.
146. A day announced is kept
    It is held on that day, or moved and told; who was admitted is admitted anew. No act says it.
147. A programme ends
    A programme may be given a later day by an act, or stopped with a reason, and is evaluated as far as it went. The
    article asks for programmes, not how.
148. An embargo binds
    An embargo binds until its instant, or until it is lifted, published or not. A custom, not law.
149. Training is the officer's, not the file's
    A new charge carries the earlier day. The law says every three years, and knows no files.
150. Channels that are gone
    A channel that exists no more owes nothing; something always carries the report. The code names the outlet that
    published.
"""),
    basis=Basis.ASSUMED,
    unit="rule",
)

SOURCES = (HOUSE,)
