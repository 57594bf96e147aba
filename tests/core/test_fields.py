"""What is said of a field stands beside it."""

from typing import Annotated

from attrs import frozen

from prcomm import Action
from prcomm.core.values.fields import alone, annotations_of, field_docs


def test_a_field_is_told_of_by_its_own_class_or_the_one_above():
    @frozen(kw_only=True)
    class Above(Action):
        why: Annotated[str, "the reason"]
        plain: int = 0
        other: Annotated[int, 7] = 0

    @frozen(kw_only=True)
    class Below(Above):
        why: Annotated[str, "another reason"]

    assert (field_docs(Above)["why"], field_docs(Below)["why"]) == ("the reason", "another reason")
    assert field_docs(Below)["at"] == "the instant, with a zone"
    assert {"plain", "other"}.isdisjoint(field_docs(Below))
    assert alone(annotations_of(Above)["why"]) is str
    assert alone(int) is int
