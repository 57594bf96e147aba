"""The law on openness, O‘RQ-369: requests for information, and accreditation, as far as official bodies and the press
tell of it. Its text was not read; places have names, with the number of the article where one was seen."""

from datetime import date

from prcomm.core.sources.citations import Basis, Enactment
from prcomm.core.sources.dated import Dated
from prcomm.law.texts import articles, on_lex

ORQ369 = Enactment(
    "O‘RQ-369",
    "Law of the Republic of Uzbekistan on the openness of the activity of bodies of state power and administration",
    address=on_lex(2381133),
    articles=articles("""
scope, article 3. Whom and what it is about
    State bodies with their structural and territorial units. Not appeals, which have a law of their own, and not access
    to personal data.
what information is, article 5. Information on the activity of a body
    What a body makes, or gets, in its work.
    No rule: it says what the words mean.
limits, article 6. What access may be limited for
    Only for what is a state secret, or another secret that a law protects.
ways of openness, article 11. How a body is open
    Publication, the official site, places open to all, open sessions, and answers to requests.
    No rule: each way has rules of its own.
what a request is, article 18. The request of an information user
    A demand for information, oral, written or electronic, that a user makes of a body or its official.
form of a request, article 20. What a request says
    Name and residence, of a legal entity its firm name and address; the substance; a signature. Without data that tell
    who asks it is anonymous and not considered. It goes to the competent body.
term of a request. By when it is answered
    No later than fifteen days from its registration. What mass media ask, and an interview they want with an official:
    no later than seven days.
accreditation. Journalists at a body
    A body may accredit journalists; it then tells them of its events in advance and helps them.
extension. Whether and by how much the term is lengthened
    Not read.
competent body. Where a request goes that is for another body
    To the body that is competent. How, and by when, was not read.
"""),
    basis=Basis.OFFICIAL,
    unit="on",
    adopted=date(2014, 5, 5),
    edition="not read; as pages of official bodies and the press tell it, place by place",
    questions=(
        (
            "What O‘RQ-369 says of extension, of forwarding, of refusal and of telling of it; from when the seven days "
            "of the media run (here: registration; law 400-I counts from receipt; an agency's head spoke of ten days "
            "in 2021)."
        ),
        (
            "Whether a request may be lengthened more than once, refused in part, and forwarded without the consent of "
            "who asks."
        ),
    ),
)
OPENNESS_SINCE = date(2014, 5, 6)
"""The first day of the law on openness."""

SCOPE, LIMITS, FORM_OF_A_REQUEST, ACCREDITATION = (
    ORQ369(place).by(Basis.REPORTED)
    for place in ("scope, article 3", "limits, article 6", "form of a request, article 20", "accreditation")
)
"""As the press tells them."""
EXTENSION, COMPETENT_BODY = (ORQ369(place).by(Basis.ASSUMED) for place in ("extension", "competent body"))
"""That the law has such rules is assumed: they were not read."""
A_REQUEST, TERM_OF_A_REQUEST = ORQ369("what a request is, article 18"), ORQ369("term of a request")
FROM_REGISTRATION = TERM_OF_A_REQUEST.by(Basis.INFERRED)
"""That the term of the media runs from registration too: only the other was seen to."""

DAYS_TO_ANSWER_A_REQUEST = Dated.of("days to answer a request", 15, TERM_OF_A_REQUEST, since=OPENNESS_SINCE)
DAYS_TO_ANSWER_THE_MEDIA = Dated.of(
    "days to answer an editorial office", 7, (TERM_OF_A_REQUEST, FROM_REGISTRATION), since=OPENNESS_SINCE
)
DAYS_OF_EXTENSION: Dated[int | None] = Dated.of("days by which a request's term may be lengthened", None, EXTENSION)
"""``None``: nothing is lengthened until a Reform sets a figure."""

SOURCES = (ORQ369,)
VALUES = (DAYS_TO_ANSWER_A_REQUEST, DAYS_TO_ANSWER_THE_MEDIA, DAYS_OF_EXTENSION)
