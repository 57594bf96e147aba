"""Law O‘RQ-445 on appeals of individuals and legal entities: its articles in our own words, and its figures.

``ORQ445(28, 2)`` cites article 28, part 2. An article with one text has one part, or its parts were not told
apart. All its terms are plain days and months: the law never says "working days" of a term.
"""

from datetime import date
from functools import partial

from prcomm.core.sources.citations import Basis, Doubt, Enactment
from prcomm.core.sources.dated import Dated
from prcomm.law.texts import articles, on_lex

_ARTICLES = articles("""
Chapter 1. General provisions
1. Purpose and scope
    (1) It governs appeals to state bodies and their officials.
    (2) So too appeals to organisations with a state share and to self-government bodies of citizens.
    (3) It does not govern appeals whose procedure other laws set (administrative liability, civil, criminal,
    penal-execution, economic procedure and others), nor correspondence between bodies and their units.
2. Legislation on appeals
    This Law and other acts.
    No rule: it names the legislation and asks nothing of anybody.
3. Basic notions
    Application, proposal, complaint; electronic appeal (contact in real time is oral, not electronic); repeat,
    anonymous appeal, duplicate; public reception, video conference, organisation with a state share.
4. Principles of consideration
    Legality; timely and full consideration; one measure for all; respect for rights; no red tape; transparency.
    No rule: principles; what they ask is asked by the articles that follow.
5. Forms and kinds of appeals
    (1) Oral, written or electronic.
    (2) Applications, proposals and complaints.
    (3) All have equal weight.
6. Requirements
    (1) Of an individual: surname (name, patronymic) and residence.
    (2) Of a legal entity: full name and location.
    (3) The exact name of the body, the post or name of the official, and the substance.
    (4) E-mail, telephone and fax may be given.
    (5) In the state language or another.
    (6) A written appeal is signed; for who cannot sign, the one who wrote it down signs and adds the own name.
    (7) Through a representative: with proof of authority.
7. Appeals and the media
    (1) Appeals from editorial offices are considered in the same order and terms.
    (2) Appeals sent to the media may serve to study and reflect opinion.
8. Reception of individuals and of representatives of legal entities
    (1) Receptions are organised.
    (2) Reception may not be refused, even on matters outside competence.
    (3) Save where an earlier appeal of the same nature was decided and the person was told.
9. Order of reception
    (1) By the head or other officials; there are units and officials responsible.
    (2) There may be mobile and public receptions.
    (3) On set days and hours, by a schedule.
    (4) Schedule, place, booking and order are published on the site and on stands.
    (5) Mobile and public receptions may be held outside the schedule, public ones from door to door.
    (6) On a foreign matter the official must explain, during the reception, which body to turn to.
    (7) Recording: by decision of the head, and the person is told.
    (8) An identity document is shown, and by an entity's representative the authority too; not at public receptions.
    (9) Oral appeals also come by trust and hot lines and by video conference.
    (10) The Cabinet sets the order of video reception.
Chapter 2. People's receptions and virtual receptions
10. The President's People's Receptions and Virtual Reception
    (1) The President sets them up.
    (2) They have no legal personality.
    (3) In the republic, the regions, districts and cities.
    (4) The Virtual Reception is an information system with monitoring and control.
    No rule: the own work of the President's receptions; the body that answers acts under the other articles.
11. Tasks of the President's receptions
    Direct dialogue; conditions for the right of appeal; full, impartial and timely consideration; monitoring of what
    was sent on; receptions, by video too; the information system.
    No rule: the own work of the President's receptions; the body that answers acts under the other articles.
12. Rights and duties of the President's receptions
    (1) To cooperate, ask for documents, study execution on site, propose improvements and liability.
    (2) Other rights.
    (3) To keep the Law, the information system, security and the queue, and counts by day, week and month.
    (4) Other duties.
    No rule: the own work of the President's receptions; the body that answers acts under the other articles.
13. Advice in real time
    (1) Through the Virtual Reception, with advisers.
    (2) Advisers exchange views among themselves and with the persons.
    No rule: the own work of the President's receptions; the body that answers acts under the other articles.
14. Virtual receptions of bodies
    (1) Bodies and officials may open their own.
    (2) They act in the name of their founder.
    No rule: they act in their founder's name: what reaches them is received by the founder, as anything else.
Chapter 3. Guarantees
15. Guarantees of the right of appeal
    (1) One may appeal alone or collectively.
    (2) It is voluntary; nobody is forced to act for or against an appeal. No rule here: no step of a file shows force;
    who may withdraw is asked under articles 30 and 32.
    (3) It may not harm the rights of others.
    (4) Foreign and stateless persons and foreign entities have the same right.
16. No discrimination
    On any ground, of persons and of entities.
    No rule: it is kept by what is not there: no row, guard or term asks who the appellant is.
17. Rights observed
    Bodies see to full, impartial and timely consideration, and restore rights within their competence.
    No rule: a general duty; the articles on consideration, replies and control say what it takes.
18. Acceptance and consideration guaranteed
    An appeal is accepted and considered always, save under articles 29 and 30.
19. Confidentiality
    (1) Neither private life or an entity's activity without consent, nor secrets, are disclosed.
    (2) Nothing is found out about a person that the appeal does not concern. No rule here: it is kept by what is not
    there: no field asks of a person more than article 6 does.
    (3) At the request of an individual nothing about the person is disclosed.
20. Safety
    Persecution of the appellant, the representative or their family for an appeal or criticism is forbidden.
Chapter 4. Filing and consideration
21. Filing
    (1) With the competent body or official, or with the superior body.
    (2) Oneself, at the chancery too, by a representative, by post or electronically; for minors, incapable persons and
    persons of limited capacity by legal representatives.
    (3) Enclosures are returned on written request only; on transfer they travel with the appeal. No rule here of the
    second: whether they lay in the envelope, the addressee's own act under part 4 tells.
    (4) Envelope empty or damaged, or enclosures missing: an act is drawn up, one copy goes to the sender.
22. Terms of filing
    (1) None as a rule.
    (2) An application or complaint to the superior body: within a year from learning of the act, omission or decision.
    (3) Missed for a valid reason, it is restored by the body that considers the appeal, or its authorised official.
23. Registration
    (1) On the same day; what comes after hours, on the next working day.
    (2) It is never refused.
    (3) What the register contains.
    (4) Documents may be kept electronically.
    (5) What was solved on the spot at a public reception is not registered, but the minutes hold name, residence,
    content and result.
    (6) Legislation sets the order.
24. Consideration
    (1) By the body, or by the officials on whom the duty of considering appeals is laid.
    (2) It may go to subordinate units.
    (3) Where several units are concerned all of them are executors, and the first named leads. No rule here of the
    first: which are concerned is for whoever assigns to judge; all whom they name are executors.
    (4) The appellant may be asked for more, for whom no term is set, and other bodies, which give it within ten days,
    unless it is secret or would do harm.
    (5) On site, where needed.
    (6) Representatives of businesses are brought in where it touches them.
    (7) A business is inspected only under the legislation on inspections. No rule here: that legislation decides, and
    an inspection is a file of its own.
24-1. Appeals of minors
    (1) They may appeal themselves; legal representatives and guardianship bodies may take part. Never left without
    consideration for lack of full capacity.
    (2) A body without competence sends it to the competent one, or to the guardianship body.
25. Particular appeals
    (1) Repeats are considered on the general basis, save under article 30.
    (2) Outside competence: sent on within five days to the bodies concerned, and the appellant is told in writing or
    electronically.
    (3) Groundless transfer is forbidden, and so is sending it to the body or official complained of.
    (4) Not enough data to send it on: returned within five days, with reasons.
    (5) A duplicate that comes while the first is under consideration: the copy is considered with the first that came.
    (6) Of a duplicate that comes after the reply the appellant is informed.
    (7) Letters that are none of the kinds: at the body's discretion.
26. Hearing the appellant
    (1) On the body's own initiative, or on request.
    (2) For views and further information; experts and interested organisations may take part.
27. Replies
    (1) A decision is taken, and told at once, in writing or electronically.
    (2) The head or an official signs.
    (3) To a collective appeal: to the first named, unless another was asked for.
    (4) It is considered only when all questions were, and the proper reply was sent.
    (5) As far as possible in the language of the appeal; with concrete grounds on each question, and norms where
    needed.
    (6) What was solved on the spot at a public reception needs no reply.
28. Terms of consideration
    (1) An application or complaint: fifteen days from receipt by the body bound to decide; up to a month where study,
    check or documents are needed.
    (2) Where an application or complaint needs a check, further materials or other measures, the head may exceptionally
    lengthen it by at most a month; the appellant is told.
    (3) A proposal: up to a month, save those that need study, of which the proposer is told in writing within ten days.
29. Left without consideration
    (1) Anonymous appeals; those of a representative without proof of authority; those that miss other requirements.
    (2) By a conclusion that the head or an authorised official approves.
    (3) For lack of authority: the appellant is told.
30. Termination
    (1) It is ended: a repeat without new arguments, where the former file is complete and replies were given; withdrawn
    by the appellant as the own, or its end asked for; it cannot go on without an appellant who cannot be summoned;
    summoned and did not come; died, and there is no succession.
    (2) The head or an authorised official decides.
    (3) On the first ground: written notice that it is unfounded and correspondence ends; later repeats end without
    notice.
    (4) Ended on an application to withdraw: returned with a letter within three days; measures on violations are not
    excluded.
    (5) Did not come: informed.
31. Explaining and correcting a reply
    (1) It is explained on request; errors are corrected on request or of one's own motion; the substance stays.
    (2) The request is considered within ten days from receipt.
Chapter 5. Rights and duties
32. Rights of the appellant
    (1) To learn of progress; argue in person; see the materials and results of a check; add materials or ask for them;
    have an advocate; ask to end, explain or correct; withdraw the own appeal before the decision, in writing or
    electronically (of nothing else a form is asked); complain of an unlawful refusal to the superior body or straight
    to court.
    (2) Other rights.
33. Rights and duties of the body
    (1) To ask for information; to summon the appellant or another person where it cannot do without, or in order to
    hear; to sue for the cost of checking what was knowingly false.
    (2) Other rights.
    (3) To keep the legislation; let documents be seen; tell result and decision at once; explain how to challenge it;
    control its execution; act on violations and find their causes; stop persecution; arrange compensation.
    (4) To have staff trained and retrained at least once in three years.
    (5) Other duties.
34. Monitoring and control
    (1) Heads and authorised officials monitor and control at all times.
    (2) Taken off control by the one who put it on.
    (3) With an interim reply, or not fully considered, it stays on control.
35. Summary and analysis
    (1) Counts of received, considered, satisfied, refused, left without consideration, and other.
    (2) Every quarter.
    (3) Reviews: totals, frequent issues, faults, measures.
    (4) They are published on the official site. No rule here: the quarterly report is what is published; no day is set,
    and no file shows it.
Chapter 6. Final provisions
36. Disputes
    In the order set by legislation.
    No rule: it refers to other legislation.
37. Compensation
    (1) Costs and lost earnings through the court where the appeal is upheld; moral harm too.
    (2) Recourse against the guilty.
    No rule: a court awards it.
38. Liability
    For a breach of the legislation, and for appeals that are slander or insult.
""")

ADOPTED = date(2017, 9, 11)
"""No day of entry into force was found: before its adoption what the Law says is unknown, an older law having stood."""
PUBLIC_RECEPTIONS_SINCE = date(2020, 3, 10)
"""The day of O‘RQ-608, with which article 23(5) is inferred to have come."""
MINORS_SINCE = date(2024, 9, 20)
"""The day of O‘RQ-963, with which article 24-1 is inferred to have come."""

ORQ445 = Enactment(
    "O‘RQ-445",
    "Law of the Republic of Uzbekistan on appeals of individuals and legal entities",
    address=on_lex(3336169),
    articles=_ARTICLES,
    adopted=ADOPTED,
    edition=(
        "an undated unofficial copy in Uzbek (Latin script), read whole: article 22 as amended by O‘RQ-683 of "
        "21.04.2021; articles 23(5) and 24-1 are inferred to have come with O‘RQ-608 and O‘RQ-963"
    ),
    questions=("Whether the training of article 33(4) counts for an officer and a duty, or for a post.",),
    unread=("O‘RQ-608 of 10.03.2020", "O‘RQ-963 of 20.09.2024", "O‘RQ-1144 of 07.05.2026"),
    seen=ADOPTED,
    brought=(("23", 5, PUBLIC_RECEPTIONS_SINCE), ("24-1", None, MINORS_SINCE)),
)
_figure = partial(Dated.of, seen=ADOPTED)

# fmt: off
DAYS_TO_CONSIDER         = _figure("days to consider an application or complaint", 15, ORQ445(28, 1))
MONTHS_WITH_STUDY        = _figure("months to consider an application or complaint that needs study", 1, ORQ445(28, 1))
MONTHS_OF_EXTENSION      = _figure("months by which the head may lengthen the term, at most", 1, ORQ445(28, 2))
MONTHS_FOR_A_PROPOSAL    = _figure("months to consider a proposal", 1, ORQ445(28, 3))
DAYS_TO_TELL_OF_STUDY    = _figure("days to tell the proposer that a proposal needs study", 10, ORQ445(28, 3))
DAYS_TO_FORWARD          = _figure("days to send an appeal on to the competent body", 5, ORQ445(25, 2))
DAYS_TO_RETURN           = _figure("days to return an appeal that can't be sent on", 5, ORQ445(25, 4))
DAYS_TO_GIVE_INFORMATION = _figure("days for another body to give information", 10, ORQ445(24, 4))
DAYS_TO_RETURN_WITHDRAWN = _figure("days to return a withdrawn appeal", 3, ORQ445(30, 4))
DAYS_TO_CLARIFY          = _figure("days to explain or correct a reply", 10, ORQ445(31, 2))
MONTHS_TO_FILE           = _figure("months to file with the superior body", 12, ORQ445(22, 2))
MONTHS_OF_A_SUMMARY      = _figure("months that a summary of appeals covers", 3, ORQ445(35, 2))
YEARS_OF_TRAINING        = _figure("years within which staff are trained again, at most", 3, ORQ445(33, 4))
# fmt: on

DOUBTS = (
    Doubt(
        "How often may the head lengthen a term? An official portal says once; the text says by at most a month. Here: "
        "more than once, all lengthenings together by no more than the month.",
        (ORQ445(28, 2).by(Basis.OFFICIAL), ORQ445(28, 2).by(Basis.INFERRED)),
    ),
    Doubt(
        "May a term be lengthened that has run out, and from which day is the month counted? The text does not say. "
        "Here: only while it runs, and from the day on which it would have ended.",
        ORQ445(28, 2).by(Basis.INFERRED),
    ),
    Doubt(
        "Does study that is noted after a lengthening give a month from receipt, and may that be lengthened in turn? "
        "The text does not say. Here: the later of the two days stands, and the same one month is left of it.",
        (ORQ445(28, 1).by(Basis.INFERRED), ORQ445(28, 2).by(Basis.INFERRED)),
    ),
)
SOURCES = (ORQ445,)
VALUES = (
    DAYS_TO_CONSIDER,
    MONTHS_WITH_STUDY,
    MONTHS_OF_EXTENSION,
    MONTHS_FOR_A_PROPOSAL,
    DAYS_TO_TELL_OF_STUDY,
    DAYS_TO_FORWARD,
    DAYS_TO_RETURN,
    DAYS_TO_GIVE_INFORMATION,
    DAYS_TO_RETURN_WITHDRAWN,
    DAYS_TO_CLARIFY,
    MONTHS_TO_FILE,
    MONTHS_OF_A_SUMMARY,
    YEARS_OF_TRAINING,
)
