"""The roles of the press wing: who acts as a private person, and on what each set of them rests."""

import pytest

from prcomm import Basis, Role, Who
from prcomm.law import roles as shared
from prcomm.law.house import HOUSE
from prcomm.law.press_acts import CHARTER
from prcomm.press import roles

SETS = (
    # set,                 its roles,                                                   what it rests on
    (roles.TEAM,          ("press officer", "head of the press service"),                 HOUSE(101)),
    (roles.CHIEF,         ("head of the press service",),                                 HOUSE(102)),
    (roles.LEADERS,       ("head", "authorised official"),                                HOUSE(103)),
    (roles.BODY,          ("head of the press service", "head", "authorised official"),   HOUSE(103)),
    (roles.WATCH,         ("duty officer", "press officer", "head of the press service"), HOUSE(104)),
    (roles.DESK,          ("registrar",),                                                 HOUSE(105)),
    (roles.ANSWERERS,     ("press officer", "head of the press service", "executor"),     HOUSE(106)),
    (roles.COMMISSIONERS, ("accreditation commission",),                                  HOUSE(107)),
    (roles.OUTLET,        ("editorial office",),                                          HOUSE(108)),
    (roles.AUDIENCE,      ("participant", "press officer"),                               HOUSE(109)),
    (roles.CENTRE,        ("central press department",),                                  CHARTER("standing")),
    (roles.NOTERS,        ("press officer", "head of the press service"),                 HOUSE(136)),
)  # fmt: skip


@pytest.mark.parametrize(("who", "names", "cite"), SETS, ids=[", ".join(names) for _, names, _ in SETS])
def test_a_set_rests_on_its_rule(who: Who, names: tuple[str, ...], cite):
    assert tuple(role.name for role in who.roles) == names
    assert who.cites == (cite,)


def test_only_the_main_department_is_named_by_an_act():
    assert [who for who, *_ in SETS if who.basis is not Basis.ASSUMED] == [roles.CENTRE]
    assert roles.CENTRE.basis is Basis.OFFICIAL


def test_these_are_all():
    assert {one for one in vars(roles).values() if isinstance(one, Who)} == {who for who, *_ in SETS}
    own = {one for one in vars(roles).values() if isinstance(one, Role)} - set(shared.ROLES)
    assert own == set(roles.ROLES)


def test_who_acts_as_a_private_person():
    private = ["information user", "claimant", "data subject", "participant"]
    assert [role.name for role in roles.ROLES if role.private] == private
