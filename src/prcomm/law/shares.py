"""Shares of a number of people or seats, and of whom a majority is counted: what quorums and majorities are made of."""

from typing import Annotated as An, cast

from attrs import field, frozen

from prcomm.core.sources.dated import Reading
from prcomm.core.values.errors import BadInput, quoted
from prcomm.core.values.messages import Message, Said, Say, in_english

MORE_THAN = Message("more than {n}/{of}")
AT_LEAST = Message("at least {n}/{of}")


def _whole(number: int) -> int:
    if not isinstance(cast("object", number), int) or isinstance(number, bool) or number < 1:
        raise BadInput("a share", (f"whole numbers from 1 on, not {quoted(number)}",))
    return number


@frozen
class Share:
    """A share as the law puts it: more than a half, at least two thirds.

    It is counted in whole numbers: of an odd number more than a half is as much as at least a half, of an even one
    it is one more.
    """

    n: An[int, "so many"] = field(converter=_whole)
    of: An[int, "of so many parts"] = field(converter=_whole)
    more: An[bool, "whether it must be more than that; else as much is enough"]

    def __attrs_post_init__(self) -> None:
        if self.n + self.more > self.of:
            raise BadInput("a share", (f"no part is {self} of the whole",))

    def met(self, part: int, whole: int) -> bool:
        """Whether a part of a whole is such a share of it."""
        return part * self.of > self.n * whole if self.more else part * self.of >= self.n * whole

    @property
    def text(self) -> Said:
        """It in words."""
        return (MORE_THAN if self.more else AT_LEAST)(n=self.n, of=self.of)

    def rendered(self, say: Say) -> str:
        """The same in the language of ``say``."""
        return say(self.text)

    def __str__(self) -> str:
        return self.rendered(in_english)


class MajorityOf(Reading):
    """Of whom a majority is counted."""

    PRESENT = "those present who are not recused"
    MEMBERS = "all on the roll"
    VOTING = "those who vote"
