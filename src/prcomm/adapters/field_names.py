"""What the fields of acts are called that are chosen from a list, in other languages than that of the code: by their
names, for what they say is the same in every process."""

from collections.abc import Mapping

from prcomm.adapters import says
from prcomm.core.values.messages import Message

NAMES: Mapping[str, Message] = {
    "addressee": says("to whom it is sent"),
    "alleged": says("what is alleged"),
    "alleges": says("what is alleged"),
    "annexes": says("annexes"),
    "ballot": says("how it is voted on"),
    "category": says("category"),
    "channel": says("through what channel"),
    "choice": says("how one votes"),
    "claim": says("what is demanded"),
    "council_state": says("state of the council"),
    "duties": says("duties"),
    "elects": says("to which post it elects"),
    "facts": says("what was found"),
    "filed_with": says("with whom it is filed"),
    "form": says("in what form"),
    "ground": says("on what ground"),
    "harmed": says("who was harmed"),
    "kind": says("of what kind"),
    "leave": says("with whose leave"),
    "matter": says("on what matter"),
    "medium": says("where it appeared"),
    "needs": says("what makes it necessary"),
    "of": says("of what"),
    "outcome": says("with what outcome"),
    "post": says("post"),
    "posts": says("posts"),
    "requirement": says("which requirement is not met"),
    "seat": says("on which seat"),
    "sphere": says("in what sphere"),
    "standing": says("as whom"),
    "truth": says("whether it is true"),
    "value": says("what is correct"),
    "what": says("what exactly"),
    "where": says("where"),
    "why": says("why"),
}
