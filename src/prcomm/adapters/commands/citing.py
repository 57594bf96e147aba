"""The commands that ask of the law itself: what rests on a place of an act, and what is in doubt."""

import re
from collections.abc import Mapping
from typing import Final

import click

from prcomm.adapters import pages
from prcomm.adapters.commands import choosing, wording
from prcomm.adapters.commands.options import command, languages, output
from prcomm.adapters.commands.output import Output, guarded
from prcomm.adapters.commands.parsing import Process
from prcomm.adapters.json import FORMAT, header
from prcomm.adapters.json.answers import cited, rests_on
from prcomm.adapters.resting import Doubts, Place, places, resting
from prcomm.core.calendar.law import Law
from prcomm.core.sources.citations import Citing, Rule, Source
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import Say, named, scoped
from prcomm.processes import PROCESSES

PLACE: Final = re.compile(r"([0-9][^()\s,/]*)(?:[(/,\s]+([0-9]+)\)?)?")
"""An article with its part: 28(2), 28 2, 28/2, 24-1."""
CODE: Final = re.compile(r"[^\W\d_]+[‘’']?[^\W\d_]*-\d+")
"""The code of an act in its name: ЗРУ-445 in the law that bears it."""
UNITS: Final = re.compile(r"\b(?:art|article|rule|entry|ст|статья|ч|часть|modda|qism|модда|қисм)\b\.?|-(?=modda|qism)")


@command(example="prcomm article 'O‘RQ-445' '28(2)'")
@click.argument("place", nargs=-1, required=True, metavar="[ACT] ARTICLE")
@languages
def article(place: tuple[str, ...], lang: str, as_json: bool) -> None:
    """What rests on ARTICLE of ACT, in any process: rows, conditions, deadlines, figures, days off.

    ARTICLE is an article, or a part of one: 28, '28(2)' or 28/2. ACT is the code of an act, in any script and with any
    apostrophe; without it, every act that has such an article and on which anything rests.
    """
    out = output(lang, as_json)

    def found() -> bool:
        from prcomm.law import UZ

        sources, number, part = _place(" ".join(place), UZ, lang)
        among: tuple[Citing, ...] = (*PROCESSES.values(), UZ)
        known = places(sources, number, part, among)
        if len(sources) > 1:
            known = tuple(one for one in known if one.rules)
        if not known:
            raise BadInput(wording.AN_ARTICLE(), (wording.NO_PLACE(word=repr(" ".join(place))),))
        if out.json:
            out.data({"prcomm": FORMAT, "places": [_place_as_json(one, out.say) for one in known]})
        else:
            for one in known:
                _write_place(out, one)
        return False

    guarded(found, out)


def _place(text: str, law: Law, lang: str) -> tuple[tuple[Source, ...], str, int | None]:
    """The sources, the article and the part that are meant."""
    among: Mapping[str, tuple[Source, object]] = {
        source.code: (source, scoped(source.code, "", "source")) for source in law.sources
    }
    sources, rest = _act(text, among)
    rest = " ".join(UNITS.sub(" ", rest).split())
    match = PLACE.fullmatch(rest)
    if match:
        return sources or law.sources, match[1], int(match[2]) if match[2] else None
    act, _, number = rest.rpartition(" ")
    if act and PLACE.fullmatch(number):
        choosing.chosen(wording.AN_ACT, act, among, lang)
    raise BadInput(wording.AN_ARTICLE(), (wording.NO_PLACE(word=repr(text)),))


def _act(text: str, among: Mapping[str, tuple[Source, object]]) -> tuple[tuple[Source, ...], str]:
    """The act with whose name a text begins, in any language, and what follows; all acts if it begins with none."""
    words = text.split()
    names = {
        choosing.folded(called): source
        for code, (source, of) in among.items()
        for name in choosing.names_of(of, code)
        for called in (*CODE.findall(name), name)
    }
    for n in range(len(words), 0, -1):
        source = names.get(choosing.folded(" ".join(words[:n])))
        if source is not None:
            return (source,), " ".join(words[n:])
    return (), text


def _write_place(out: Output, place: Place) -> None:
    out.part()
    out.line(wording.OF(name=place.cite, fault=wording.RESTS(n=len(place.rules))), bold=True)
    out.line(*(text for text in place.said if text))
    if place.rules:
        out.sheets([resting(place)])


def _place_as_json(place: Place, say: Say) -> dict[str, object]:
    return {
        "place": cited((place.cite,))[0],
        "says": [say(text) for text in place.said if text],
        "rules": [_rule_as_json(rule, say) for rule in place.rules],
    }


def _rule_as_json(rule: Rule, say: Say) -> dict[str, object]:
    return {"of": str(rule.of), "kind": rule.kind.value, "name": str(rule.name), **rests_on(rule.cites, rule.basis)}


@command(example="prcomm doubts appeal")
@click.argument("process", type=Process())
@languages
def doubts(process: str, lang: str, as_json: bool) -> None:
    """What to check with a lawyer before PROCESS is relied on.

    The rules that rest on less than the text of an act, the weakest first; the questions that are open about the places
    they rest on; the acts of which amendments were not read.
    """
    out = output(lang, as_json)

    def told() -> bool:
        lifecycle = choosing.process(process, lang)
        found = Doubts.of(lifecycle)
        if out.json:
            out.data(
                {
                    "prcomm": FORMAT,
                    **header(lifecycle),
                    "rules": [_rule_as_json(rule, out.say) for rule in found.rules],
                    "questions": [
                        {
                            "text": out.say(text),
                            "cites": [] if isinstance(where, Source) else cited(where),
                            "source": where.code if isinstance(where, Source) else None,
                        }
                        for text, where in found.questions
                    ],
                    "unread": {act.code: [out.say(one) for one in act.unread] for act in found.unread},
                }
            )
            return False
        counts = pages.how_much_is_law(lifecycle.rows)
        out.line(wording.OF(name=named(lifecycle.name), fault=counts), bold=True)
        out.sheets(found.sheets())
        return False

    guarded(told, out)
