"""What a host would tell prcomm.testing about charges: only what can't be guessed from the types."""

from hypothesis import strategies as st
from pendulum import Date

from prcomm.press.competences import AddDuty, Charge, DropDuty, Duty, Relieve, Train, trained

ACT = st.sampled_from(("order 3", "order 4", "order 5", ""))
EARLIER = st.sampled_from((None, None, Date(2024, 5, 18), Date(2020, 2, 29), Date(2099, 1, 1)))


def held(competence):
    """One of the officer's duties, mostly."""
    duties = () if competence is None else sorted(competence.duties, key=lambda one: one.value)
    return st.sampled_from((*duties, *duties, *Duty))


def dropped(competence):
    return st.fixed_dictionaries({"of": held(competence), "act": ACT})


def added(competence):
    """With the day that the file shows, where the officer had the duty before; now and then with another."""

    def with_its_day(of):
        shown = None if competence is None else trained(competence, of)
        days = EARLIER if shown is None else st.sampled_from((shown, shown, None))
        return st.fixed_dictionaries({"of": st.just(of), "act": ACT, "trained_on": days})

    return st.sampled_from(Duty).flatmap(with_its_day)


PAYLOADS = {
    Charge: st.fixed_dictionaries(
        {"duties": st.frozensets(st.sampled_from(Duty), max_size=3), "act": ACT, "trained_on": EARLIER}
    ),
    Train: lambda competence: st.fixed_dictionaries({"of": held(competence)}),
    AddDuty: added,
    DropDuty: dropped,
    Relieve: st.fixed_dictionaries({"act": ACT}),
}
