"""What a host would tell prcomm.testing about appeals: only what can't be guessed from the types."""

from hypothesis import strategies as st

from prcomm.citizens.appeals import (
    FACTS,
    FORMS,
    AnsweredQuestion,
    Channel,
    Decide,
    EndingGround,
    Extend,
    InformAnswered,
    Join,
    Link,
    Need,
    Receive,
    SendReply,
    SolveOnTheSpot,
    Terminate,
)
from prcomm.core.sources.people import LegalEntity, Person

REFERENCES = ("shaxs6", "shaxs7", "firma8")
"""References to private persons, which nothing shows either. They stand nowhere else."""
SECRETS = ("Karimova Nodira", "17 Navoiy street", "nodira@example.uz", "Nodira Savdo LLC", "4 Amir Temur avenue")
"""Personal data, which nothing may show."""
NAME, RESIDENCE, CONTACT, FIRM, LOCATION = SECRETS
PEOPLE = tuple(Person(who, NAME, RESIDENCE, (CONTACT,)) for who in REFERENCES[:2])
FIRMS = (LegalEntity(REFERENCES[2], FIRM, LOCATION, (CONTACT,)),)
MOSTLY = st.sampled_from((True, True, True, True, False))
APPELLANTS = st.lists(st.sampled_from((*PEOPLE, *FIRMS)), min_size=1, max_size=2, unique=True).map(tuple)


@st.composite
def received(draw):
    """Of a channel with a form that it gives, by somebody known, as most are."""
    channel = draw(st.sampled_from(Channel))
    return {
        "channel": channel,
        "form": draw(st.sampled_from(FORMS[channel][0])),
        "appellants": draw(APPELLANTS),
        "named": draw(MOSTLY),
        "signed": draw(MOSTLY),
        "identified": draw(MOSTLY),
        "representative": draw(st.sampled_from((None, None, None, *PEOPLE))),
    }


def of_the_same_person(appeal):
    """What is said of a former appeal: made by one who made this."""
    ids = REFERENCES[:1] if appeal is None else appeal.appellant_ids
    return st.fixed_dictionaries({"appellants": st.sampled_from((ids, ids[:1], ("z",)))})


def decided(appeal):
    """An answer to each question; seldom to none."""
    answers = () if appeal is None else tuple(AnsweredQuestion(one, "grounds") for one in appeal.questions)
    return st.fixed_dictionaries({"answers": st.sampled_from((answers, answers, answers, ()))})


def replied(appeal):
    """To the appellant, in the language of the appeal; seldom to another."""
    ids = REFERENCES[:1] if appeal is None else (appeal.reply_to, *appeal.appellant_ids)
    language = "uz" if appeal is None else appeal.language
    return st.fixed_dictionaries(
        {
            "to": st.sampled_from((*filter(None, ids), "z")),
            "language": st.sampled_from((language, language, "ru")),
            "challenge_explained": MOSTLY,
        }
    )


def ended(appeal):
    """What a ground asks for, or nothing."""
    grounds = [(ground, facts) for ground in EndingGround for facts in (FACTS[ground], FACTS[ground], frozenset())]
    return st.sampled_from(grounds).map(lambda one: {"ground": one[0], "facts": one[1]})


PAYLOADS = {
    Person: st.sampled_from(PEOPLE),
    LegalEntity: st.sampled_from(FIRMS),
    Receive: received(),
    SolveOnTheSpot: st.fixed_dictionaries(
        {"channel": st.sampled_from((Channel.PUBLIC_RECEPTION, *Channel)), "appellants": APPELLANTS, "named": MOSTLY}
    ),
    Link: of_the_same_person,
    Join: of_the_same_person,
    InformAnswered: of_the_same_person,
    Decide: decided,
    SendReply: replied,
    Terminate: ended,
    Extend: st.fixed_dictionaries({"needs": st.frozensets(st.sampled_from(Need), min_size=1, max_size=2)}),
}
