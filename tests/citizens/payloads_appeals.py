"""What a host would tell prcomm.testing about appeals: only what can't be guessed from the types."""

from hypothesis import strategies as st

from prcomm.citizens.appeals import (
    FACTS,
    FORMS,
    NEEDS,
    PROPOSAL,
    Addressee,
    AnsweredQuestion,
    Assign,
    Channel,
    Complete,
    Decide,
    EndingGround,
    Extend,
    Form,
    Forward,
    InformAnswered,
    Join,
    Leave,
    LeavingGround,
    Link,
    Need,
    NoteDeath,
    Receive,
    Requirement,
    SendReply,
    SetApart,
    SolveOnTheSpot,
    Study,
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
IDS = ("a", "b", "c", "d")
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
        "questions": draw(st.sampled_from((("1",), ("1", "2"), ("1", "2", "3")))),
        "identified": draw(MOSTLY),
        "against": draw(st.sampled_from(((), (), (), ("a",), ("b", "c")))),
        "representative": draw(st.sampled_from((None, None, None, *PEOPLE))),
    }


def of_the_same_person(appeal):
    """What is said of a former appeal: made by one who made this."""
    ids = REFERENCES[:1] if appeal is None else appeal.appellant_ids
    return st.fixed_dictionaries({"appellants": st.sampled_from((ids, ids[:1], ("z",)))})


def given_out(appeal):
    """To one or two of the small pool, as a rule to nobody who is complained of."""
    others = [one for one in IDS if appeal is None or one not in appeal.against]
    some = st.lists(st.sampled_from(others), min_size=1, max_size=2, unique=True).map(tuple)
    return st.fixed_dictionaries({"executors": st.one_of(some, some, some, st.sampled_from(((), IDS[:2])))})


def of_one_who_died(appeal):
    """One of several people, as a rule."""
    people = () if appeal is None else tuple(one.id for one in appeal.remaining if isinstance(one, Person))
    return st.fixed_dictionaries({"who": st.sampled_from((*people, "z")), "no_succession": MOSTLY})


def of_the_first(appeal):
    """What is said of a first appeal: as a rule that it came before this one, to the same body."""
    before = () if appeal is None else (appeal.history[0].action.at.subtract(days=1),)
    return st.fixed_dictionaries(
        {
            "appellants": st.just(REFERENCES if appeal is None else appeal.appellant_ids),
            "received": st.sampled_from((*before, *before, None)),
            "body": st.sampled_from(("z",) if appeal is None else (appeal.office.id, appeal.office.id, "z")),
            "exact_copy": MOSTLY,
        }
    )


def sent_on(appeal):
    """Outside competence as a rule; a minor's now and then to the guardianship body."""
    to = tuple(Addressee) if appeal is not None and appeal.minor else (Addressee.COMPETENT,)
    return st.fixed_dictionaries(
        {"outside_competence": MOSTLY, "data_suffice": MOSTLY, "addressee": st.sampled_from(to)}
    )


def needed(part):
    """What a part of article 28 gives more time for; now and then nothing."""
    needs = [frozenset({need}) for need in Need if need in NEEDS[part]]
    return st.fixed_dictionaries({"needs": st.sampled_from((*needs, *needs, frozenset()))})


def decided(appeal):
    """An answer to each question; seldom to none."""
    answers = () if appeal is None else tuple(AnsweredQuestion(one, "grounds") for one in appeal.questions)
    return st.fixed_dictionaries({"answers": st.sampled_from((answers, answers, answers, ()))})


def replied(appeal):
    """To the appellant, in the language of the appeal; seldom to another."""
    ids = REFERENCES[:1] if appeal is None else (appeal.reply_to, *appeal.remaining_ids[:1])
    language = "uz" if appeal is None else appeal.language
    return st.fixed_dictionaries(
        {
            "to": st.sampled_from((*[one for one in ids if one][:1] * 9, "z")),
            "language": st.sampled_from((*[language] * 9, "ru")),
            "form": st.sampled_from((*[Form.WRITTEN] * 5, *[Form.ELECTRONIC] * 4, Form.ORAL)),
            "challenge_explained": MOSTLY,
        }
    )


def set_apart(appeal):
    """One of its questions; seldom all."""
    own = ("1", "2") if appeal is None else appeal.own_questions
    return st.fixed_dictionaries({"questions": st.sampled_from((own[-1:], own[:1], own))})


def left(appeal):
    """For a ground that the file bears out, or for what only a person can judge."""
    grounds = [*LeavingGround, *[LeavingGround.OTHER_REQUIREMENT] * 4]
    requirement = st.sampled_from((*[Requirement.ADDRESSEE_AND_SUBSTANCE] * 4, *Requirement, None))
    return st.fixed_dictionaries({"ground": st.sampled_from(grounds), "requirement": requirement})


def ended(appeal):
    """What a ground asks for, or nothing; of one that is withdrawn as a rule that it is."""
    grounds = [(ground, facts) for ground in EndingGround for facts in (FACTS[ground], FACTS[ground], frozenset())]
    if appeal is not None and appeal.withdrawal is not None:
        grounds += [(EndingGround.WITHDRAWN, FACTS[EndingGround.WITHDRAWN])] * 2 * len(grounds)
    return st.sampled_from(grounds).map(lambda one: {"ground": one[0], "facts": one[1]})


PAYLOADS = {
    Person: st.sampled_from(PEOPLE),
    LegalEntity: st.sampled_from(FIRMS),
    Receive: received(),
    SolveOnTheSpot: st.fixed_dictionaries(
        {"channel": st.sampled_from((Channel.PUBLIC_RECEPTION, *Channel)), "appellants": APPELLANTS, "named": MOSTLY}
    ),
    Link: of_the_same_person,
    Join: of_the_first,
    InformAnswered: of_the_first,
    Leave: left,
    Complete: st.fixed_dictionaries({"against": st.sampled_from(((), (), ("a",)))}),
    Forward: sent_on,
    Study: lambda appeal: needed(3 if appeal is not None and appeal.kind is PROPOSAL else 1),
    Extend: st.fixed_dictionaries({"needs": st.sampled_from([frozenset({need}) for need in Need if need in NEEDS[2]])}),
    Assign: given_out,
    NoteDeath: of_one_who_died,
    Decide: decided,
    SendReply: replied,
    SetApart: set_apart,
    Terminate: ended,
}
