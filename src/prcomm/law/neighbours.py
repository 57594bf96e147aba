"""Neighbouring acts that oversight borrows from where its own texts are silent, or were not read.

The Town-Planning Code and the law on trade unions were read, and are about other matters: what rests on them for us is
by analogy, and is no law (:func:`town`, :func:`unions`). Open meetings and assemblies of citizens have their own rules.
"""

from datetime import date

from prcomm.core.sources.citations import Basis, Citation, Enactment
from prcomm.core.sources.dated import Dated
from prcomm.law.labour_code import LABOUR_CODE
from prcomm.law.liability import ADMINISTRATIVE_CODE
from prcomm.law.shares import MajorityOf, Share
from prcomm.law.texts import articles, on_lex

TOWN_PLANNING_CODE = Enactment(
    "Town-Planning Code",
    "Town-Planning Code of the Republic of Uzbekistan",
    articles=articles("""
35. Public oversight of town planning
    (1) Its forms.
    (2) It ends in a final document with informational, recommendatory proposals.
    (3) The document is considered compulsorily, and decisions are taken on it.
36. Its subjects
    (1) Who exercises it, save where they are customers of the project.
    (2) Their right to information and to structures of their own.
37. Openness
    Documents are published; the subjects are told of a decision within five days of it.
38. Public discussion
    (1) The subjects are acquainted with terms, order and material ten days before.
    (2) It lasts at least fifteen days.
    (3) Remarks are recorded.
    (4) The subjects publish a conclusion no later than fifteen days after the end.
39. Complaints
    (1) A complaint may be filed.
    (2) Where it is found justified the discussion is repeated.
    (3) One may go to court.
40. Public expertise
    (1) What it is.
    (2) It is held on a reasoned application.
    (3) The application is taken within fifteen days after the discussion.
    (4) It is at own or donated cost.
    (5) Its document goes to the body and to the customer.
    (6) The customer answers.
    (7) The body takes it into account.
41. Proposals to change a plan
    (1) Who may make them.
    (2) Until it is carried out.
    (3) In writing or electronically.
    (4) They are considered in fifteen days, and refused with reasons.
"""),
    adopted=date(2021, 2, 22),
    edition="clean text of July 2026, in Uzbek; its chapter on public oversight read whole",
    questions=(
        "How long before it a discussion of a draft that is no town plan is announced, and how long it lasts at least.",
        "What the law on normative acts says of that: it was not read.",
    ),
)
ORQ588 = Enactment(
    "O‘RQ-588",
    "Law of the Republic of Uzbekistan on trade unions",
    articles=articles("""
43. Expertise by trade unions
    Recommendations of an expertise are considered, and a reasoned conclusion is returned.
46. Results of oversight by trade unions
    They stand in final documents: minutes, a conclusion, a note and others. These are considered compulsorily; the
    union is told of the outcome, and is free to publish it.
"""),
    adopted=date(2019, 12, 6),
    edition="an unofficial copy in Uzbek (Latin script), read whole; its number is from memory",
)
ELECTION_CODE = Enactment(
    "Election Code",
    "Election Code of the Republic of Uzbekistan",
    articles=articles("""
26. How an election commission decides
    It is competent with two thirds of its members, and decides openly, by a majority of all members; in a tie the vote
    of who presides decides. A separate opinion goes to the minutes.
"""),
    edition="a copy with amendment notes of 03.03.2026, in Uzbek",
)
SELF_GOVERNMENT_LAW = Enactment(
    "Self-government law",
    "Law on self-government bodies of citizens",
    articles=articles("""
the assembly. How a citizens' assembly decides
    (1) It is competent with more than half of those entitled to take part.
    (2) Where it can't be convened, there is a meeting of representatives.
    (3) By simple majority, in open or secret vote.
    (4) Its minutes give date, number present, agenda and decisions; chair and secretary sign.
"""),
    basis=Basis.OFFICIAL,
    unit="on",
    edition="as two official pages tell it; number and articles not seen",
    questions=(
        "Which of the two wordings of the law on self-government bodies holds, and its number.",
        "Whether a meeting of representatives has the assembly's quorum.",
    ),
)
REGULATION_2742 = Enactment(
    "Regulation 2742",
    "Model regulation on open meetings",
    address=on_lex(2845990),
    articles=articles("""
an open meeting. How one comes to a meeting that is open
    (1) A plan with draft agenda, date, time and place is published at least three days before.
    (2) Who wishes to attend applies, is listed and told.
    (3) Nobody is admitted after the opening.
    (4) Who finds no room watches by video.
    (5) Questions are put by the rules of order.
    (6) Those who attend make no photo, video or audio recording.
"""),
    basis=Basis.OFFICIAL,
    unit="on",
    adopted=date(2015, 12, 22),
    edition="of 2015 (registered on 22.12.2015, in force since 28.12.2015): place (1) as official bodies show it, the "
    "others as a newspaper told them",
    questions=("Whether the body's own film of an open meeting is free of the ban on recording.",),
)
OPEN_MEETINGS_SINCE = date(2015, 12, 28)
"""The first day of the regulation on open meetings."""

PLAN_OF_A_MEETING = REGULATION_2742("an open meeting", 1)
LIST_OF_A_MEETING, DOORS_OF_A_MEETING, VIDEO_OF_A_MEETING, RECORDING_OF_A_MEETING = (
    REGULATION_2742("an open meeting", part).by(Basis.REPORTED) for part in (2, 3, 4, 6)
)
"""Of the regulation only the plan was seen on pages of bodies; these are cited as the newspaper told them."""


def town(article: int, part: int | None = None) -> Citation:
    """A place of the Town-Planning Code, for oversight of anything else: by analogy."""
    return TOWN_PLANNING_CODE(article, part).by(Basis.ANALOGY)


def unions(article: int) -> Citation:
    """An article of the law on trade unions, for other subjects of oversight: by analogy."""
    return ORQ588(article).by(Basis.ANALOGY)


_COMPETENT, _DECIDES = (SELF_GOVERNMENT_LAW("the assembly", part) for part in (1, 3))
_MEETING = LABOUR_CODE(36).by(Basis.ANALOGY)
_HALF = Share(1, 2, more=True)

QUORUM = Dated.of("share of those on the roll that must be there", _HALF, (_MEETING, _COMPETENT.by(Basis.ANALOGY)))
MAJORITY = Dated.of("share of the votes by which it is decided", _HALF, (_MEETING, _DECIDES.by(Basis.ANALOGY)))
MAJORITY_OF = Dated.of(
    "of whom the majority is counted", MajorityOf.PRESENT, (_MEETING, ADMINISTRATIVE_CODE(309).by(Basis.ANALOGY))
)
"""Elsewhere it is counted of all members: Constitution and Election Code (26), for chambers and commissions."""
QUORUM_OF_AN_ASSEMBLY = Dated.of("share of those entitled that must be at a citizens' assembly", _HALF, _COMPETENT)
DAYS_OF_AGENDA = Dated.of("days before an open meeting by which its plan is published", 3, PLAN_OF_A_MEETING)
DAYS_TO_TELL_THE_OUTCOME = Dated.of("days to tell the subjects of oversight what was decided", 5, town(37))
DAYS_BEFORE_A_DISCUSSION = Dated.of("days before a discussion by which its material is shown", 10, town(38, 1))
DAYS_OF_A_DISCUSSION = Dated.of("days that a discussion lasts, at least", 15, town(38, 2))
DAYS_TO_A_CONCLUSION = Dated.of("days to publish the conclusion of a discussion", 15, town(38, 4))
DAYS_TO_APPLY_FOR_EXPERTISE = Dated.of("days after a discussion to apply for an expertise", 15, town(40, 3))

SOURCES = (TOWN_PLANNING_CODE, ORQ588, ELECTION_CODE, SELF_GOVERNMENT_LAW, REGULATION_2742)
VALUES = (
    QUORUM,
    MAJORITY,
    MAJORITY_OF,
    QUORUM_OF_AN_ASSEMBLY,
    DAYS_OF_AGENDA,
    DAYS_TO_TELL_THE_OUTCOME,
    DAYS_BEFORE_A_DISCUSSION,
    DAYS_OF_A_DISCUSSION,
    DAYS_TO_A_CONCLUSION,
    DAYS_TO_APPLY_FOR_EXPERTISE,
)
