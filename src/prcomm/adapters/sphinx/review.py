"""What a lawyer is asked about a process: all of it that rests on less than the text of an act, as questions with room
to answer and to sign."""

from collections.abc import Iterator, Sequence
from typing import Never

from attrs import frozen
from docutils import nodes

from prcomm.adapters import pages, sheets
from prcomm.adapters.sphinx import things
from prcomm.adapters.sphinx.nodes import Inline, Languages, Tag, apart, between, capital, ref, section, tag
from prcomm.adapters.sphinx.telling import Telling
from prcomm.adapters.sphinx.transitions import TransitionsTable
from prcomm.adapters.sphinx.why import touch
from prcomm.adapters.terms import Terms
from prcomm.core.sources.citations import Basis, Cites, weakest
from prcomm.core.table.guards import Guard
from prcomm.core.table.in_force import Row
from prcomm.core.values.messages import Said, named


@frozen
class Asked:
    """One question to a lawyer.

    Attributes:
        basis: how what is asked is known; ``None`` of a doubt.
        told: the question, what the law says and what is taken here.
        wrong: what is otherwise if that is wrong.
    """

    basis: Basis | None
    told: Sequence[Inline]
    wrong: Sequence[Inline]


@frozen
class ReviewPage:
    """The questions about a process in one language, those that rest on least first.

    Attributes:
        tell: what the page calls its things.
    """

    tell: Telling

    def sections(self) -> nodes.section:
        """The whole page as one section."""
        tell, say, lifecycle = self.tell, self.tell.say, self.tell.lifecycle
        of = things.review(lifecycle)
        title = capital(say(pages.REVIEW_OF(process=named(lifecycle.name))))
        tell.note(of, title)
        asked = self.asked()
        head: list[nodes.Node] = [
            Languages(thing=of),
            tag("p", ref(things.process(lifecycle), capital(say(lifecycle.name)), tell.lang)),
            *tell.drafts(),
            tag("p", capital(say(pages.REVIEW_HEAD(n=len(asked), law=named(lifecycle.law.name)))), "."),
        ]
        several = tag("ol", *map(self._question, asked), classes=["prcomm-review"])
        return section(title, of.anchor, *head, several, self._signed())

    def asked(self) -> tuple[Asked, ...]:
        """All questions: the doubts of the law that touch the process, and then by how little things rest on."""
        found = [*self._who(), *self._owes(), *self._rows(), *self._guards(), *self._deadlines()]
        return (*self._doubts(), *sorted(found, key=lambda one: -(one.basis or Basis.ASSUMED).value))

    def _question(self, one: Asked) -> Tag:
        say = self.tell.say
        wrong = tag("div", tag("em", f"{capital(say(pages.IF_WRONG))}: "), *one.wrong)
        answers = f"☐ {say(pages.RIGHT)}   ☐ {say(pages.WRONG)}: "
        return tag("li", tag("div", *one.told), wrong, tag("div", answers, tag("span", classes=["prcomm-room"])))

    def _signed(self) -> Tag:
        say = self.tell.say
        rooms = (tag("div", f"{capital(say(word))}: ", tag("span", classes=["prcomm-room"])) for word in pages.SIGNED)
        return tag("div", *rooms, classes=["prcomm-signed"])

    # -- the questions

    def _told(self, question: Said, cites: Cites, basis: Basis, taken: Said) -> list[Inline]:
        """A question, what is known of its answer, and what is taken here."""
        tell, say = self.tell, self.tell.say
        under = [" (", *tell.under(cites, basis), ")"] if cites else []
        known = pages.SAYS_OF[basis] if cites else pages.SAYS_OF[Basis.ASSUMED]
        return [tag("strong", capital(say(question))), f" {capital(say(known))}. {capital(say(taken))}", *under, "."]

    def _who(self) -> Iterator[Asked]:
        """Who may: once for an act and whoever is taken for right."""
        tell = self.tell
        found: dict[tuple[object, ...], list[int]] = {}
        for n, row in enumerate(tell.lifecycle.rows):
            if row.roles and row.who.basis is not Basis.STATUTE:
                found.setdefault((row.action, row.roles, row.who_cites), []).append(n)
        for numbers in found.values():
            row = tell.lifecycle.rows[numbers[0]]
            told = self._told(
                pages.WHO_MAY(action=row.action), row.who_cites, row.who.basis, pages.TAKEN_WHO(who=row.roles)
            )
            yield Asked(row.who.basis, told, [tell.say(pages.OTHERS_MAY), ": № ", *between(map(tell.row_ref, numbers))])

    def _owes(self) -> Iterator[Asked]:
        for one in self.tell.lifecycle.deadlines:
            if one.owed_by_cites != one.cites and one.who.basis not in (None, Basis.STATUTE):
                question = pages.WHO_OWES(due=named(one.name))
                told = self._told(question, one.owed_by_cites, one.who.basis, pages.TAKEN_WHO(who=one.owed_by))
                yield Asked(one.who.basis, told, [self.tell.say(pages.OTHERS_OWE)])

    def _rows(self) -> Iterator[Asked]:
        tell = self.tell
        for n, row in enumerate(tell.lifecycle.rows):
            if row.basis is not Basis.STATUTE:
                question = pages.IS_FORBIDDEN(action=row.action) if row.never else pages.MAY_BE(action=row.action)
                told = self._told(question, row.cites, row.basis, self._leads(row))
                wrong = [tell.say(pages.NO_ROW), " № ", tell.row_ref(n)]
                yield Asked(row.basis, told, wrong)

    def _leads(self, row: Row) -> Said:
        tell = self.tell
        if row.never:
            return sheets.NEVER(text=named(row.never))
        states = "".join(_text(one) for one in TransitionsTable(tell).states(row))
        return pages.TAKEN_ROW(states=states, target=row.target)

    def _guards(self) -> Iterator[Asked]:
        tell = self.tell
        asked: dict[Guard[Never, Never], list[int]] = {}
        for n, row in enumerate(tell.lifecycle.rows):
            for guard in row.given:
                asked.setdefault(guard, []).append(n)
        for guard, numbers in asked.items():
            if guard.basis is not Basis.STATUTE:
                acts = tuple(dict.fromkeys(tell.lifecycle.rows[n].action for n in numbers))
                question = pages.IS_ASKED(text=named(guard.text))
                told = self._told(question, guard.cites, guard.basis, pages.TAKEN_ASKED(actions=acts))
                yield Asked(
                    guard.basis, told, [tell.say(pages.NOT_ASKED), ": № ", *between(map(tell.row_ref, numbers))]
                )

    def _deadlines(self) -> Iterator[Asked]:
        tell = self.tell
        terms = Terms.of(tell.lifecycle)
        for one in tell.lifecycle.deadlines:
            if one.basis is not Basis.STATUTE:
                question = pages.IS_OWED(due=named(one.name))
                told = self._told(question, one.cites, one.basis, pages.TAKEN_TERM(term=terms(one)))
                yield Asked(one.basis, told, [tell.say(pages.NOT_OWED), " ", tell.deadline_ref(one.name)])

    def _doubts(self) -> Iterator[Asked]:
        """The doubts about places on which something of the process rests, with what rests there."""
        tell = self.tell
        for doubt in tell.lifecycle.law.doubts:
            rows = [n for n, row in enumerate(tell.lifecycle.rows) if touch(doubt.cites, row.cites)]
            owed = [one.name for one in tell.lifecycle.deadlines if touch(doubt.cites, one.cites)]
            if rows or owed:
                told = [
                    tag("strong", tell.say(named(doubt.text))),
                    " (",
                    *tell.under(doubt.cites, weakest(doubt.cites)),
                    ")",
                ]
                rests = [["№ ", tell.row_ref(n)] for n in rows] + [[tell.deadline_ref(name)] for name in owed]
                yield Asked(None, told, [tell.say(pages.RESTS_THERE), ": ", *apart(rests)])


def _text(one: Inline) -> str:
    return one.astext() if isinstance(one, nodes.Node) else one
