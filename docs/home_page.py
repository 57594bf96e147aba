"""The pages that a reader of any script begins with: the first page, what there is and what is planned, how days are
counted, and the house rules. Their words are labels, ``site.csv``."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment.adapters.toctree import note_toctree

from prcomm import PROCESSES, Lifecycle
from prcomm.adapters import pages
from prcomm.adapters.sphinx import things
from prcomm.adapters.sphinx.directives import PrcommDirective
from prcomm.adapters.sphinx.nodes import (
    Cell,
    Inline,
    Languages,
    between,
    bullets,
    capital,
    code,
    para,
    ref,
    remark,
    section,
    table,
)
from prcomm.adapters.sphinx.things import Kind, Thing
from prcomm.core.sources.citations import Cites
from prcomm.core.values.messages import Message, scoped
from prcomm.labels import ENGLISH
from prcomm.law import UZ
from prcomm.law.house import HOUSE
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.processes import AnyLifecycle

SPACE = "site"


def says(text: str) -> Message:
    """A sentence of these pages."""
    return Message(text, of=SPACE)


def sought(text: str) -> str:
    """Words by which something is looked for: they are never shown, and may be those of people and not of the law."""
    return scoped(text, SPACE, "sought")


TITLE = says("relations of internal affairs bodies with the public: rules and terms")
WHAT = says(
    "who may do what, in which order and by which day, when internal affairs bodies of Uzbekistan answer appeals, hold "
    "dialogues, work with public councils and speak to the press: each rule with its article, and with how it is known"
)
COUNT, RECEIVED_ON, AT_HOUR = says("show the day"), says("received on"), says("at")
THERE_IS = says("what there is")
WINGS = {
    "citizens": says("citizens"),
    "oversight": says("councils and public oversight"),
    "press": says("press and dialogue"),
}
RESTS = says("what it rests on")
SYSTEMS, SYSTEMS_TITLE = says("what there is and what is planned"), says("what there is and what is planned")
DAYS_TITLE, HOUSE_TITLE = says("how days are counted"), says("what is assumed where the law is silent")
SOURCES, VALUES, DOUBTS = (
    says("acts and other sources, article by article"),
    says("figures, readings and days off"),
    says("what to check with a lawyer"),
)
ARTICLE = says("the article behind the project")
OF_DEVELOPERS, IN_ENGLISH = says("for developers"), says("in English")
BEFORE_YOU_USE_IT = says("before you use it")
NO_ADVICE = says(
    "this is not legal advice. Much of it is not law and says so; what to check with a lawyer is listed. For a case, "
    "read the act and ask a lawyer"
)
LICENCE = says("free to use, to change and to pass on, under the MIT licence")
INSTALL = says("to install it you need Python 3.11 or later; in a copy of the repository:")

ONE_LINE = {
    "appeal": says("an appeal of a person or an organisation, from receipt to removal from control"),
    "reception": says("the reception of a person, and what comes of it"),
    "council": says("a public council: its founding, members, posts and term"),
    "session": says("a session of a council: agenda, quorum, open and secret votes, minutes"),
    "recommendation": says("a recommendation or a final document, and the body's answer"),
    "oversight": says("eleven kinds of acts of public oversight, public hearings among them"),
    "signal": says("a signal of corruption that a council found"),
    "reports": says("the yearly report, and what heads report to whom"),
    "competence": says("what an officer may do for the body, and when they are trained again"),
    "channel": says("where a body speaks, and what happens after a breach"),
    "feedback": says("what people said of an event, and the answer to it"),
    "release": says("a text of the press service: let out by another, under embargo, corrected, withdrawn"),
    "monitoring": says("what the media and the internet say of a body: verdict, response, handing on"),
    "refutation": says("a refutation or a reply in mass media, demanded by a body or of it"),
    "request": says("a request for information or an interview"),
    "accreditation": says("a journalist's accreditation, here or at the foreign ministry"),
    "briefing": says("briefings and press conferences, from the plan to the answered questions"),
    "press_service": says("the unit, its monthly briefing, the help and review it gets"),
    "dialogue": says("open dialogues, meetings and days of reception"),
    "incident": says("a resonant event: what the body says, when, and what it promised"),
    "programme": says("an innovative programme: approved with a day, measured, evaluated"),
}
"""What each process is, in a line."""
SOUGHT = {
    "appeal": sought("appeal, appeal of a citizen, petition, letter to the body, hotline, book of complaints"),
    "reception": sought("reception of citizens, personal reception, to come to the head, schedule of receptions"),
    "council": sought("public council, member of a council, chairman of a council, council at the ministry"),
    "session": sought("session of a council, quorum, vote, agenda, minutes"),
    "recommendation": sought("recommendation of a council, final document, proposal of a council"),
    "oversight": sought("public oversight, public control, public hearing, public expertise, public monitoring"),
    "signal": sought("corruption, bribe, report of corruption"),
    "reports": sought("report of an inspector, yearly report, report to deputies, report to the council of deputies"),
    "competence": sought("training, retraining, who may speak for the body, powers of an officer"),
    "channel": sought(
        "official site, social networks, social media, telegram, page, channel of a body, television, radio"
    ),
    "feedback": sought("survey, opinions, poll, feedback of the public"),
    "release": sought("press release, news, message for the press"),
    "monitoring": sought("rumour, leak, fake, false message, false information, what the media write"),
    "refutation": sought("refutation, defamation, slander, right to reply, correction in the media"),
    "request": sought("request for information, interview, question of an editorial office, enquiry of a journalist"),
    "accreditation": sought("accreditation, accredited journalist, correspondent, blogger"),
    "briefing": sought("briefing, press conference, meeting with the press"),
    "press_service": sought("press service, press secretary, information service"),
    "dialogue": sought("dialogue, meeting with citizens, mobile reception, gathering"),
    "incident": sought("resonant event, emergency, crisis, first word on an event"),
    "programme": sought("programme, innovation, campaign, prevention"),
    "appeal.consideration": sought(
        "consideration, time to consider, time to answer, deadline to answer, to consider an appeal"
    ),
    "appeal.Extend": sought("extension, who may extend, extension of the term, to lengthen the term, more time"),
    "appeal.Forward": sought("to forward an appeal, to redirect an appeal, appeal to another body"),
    "appeal.Leave": sought("anonymous letter, anonymous appeal, appeal without a name"),
    "appeal.Withdraw": sought("withdrawal of an appeal, to withdraw an appeal, who may withdraw an appeal"),
    "appeal.Return": sought("return of an appeal, to return an appeal"),
    "release.SetEmbargo": sought("embargo, not to publish before, embargoed release"),
    "session.CastBallot": sought("secret vote, secret ballot, ballot, secret voting"),
    "session.CastVote": sought("open vote, open voting, vote by name"),
    "reference/values#days-off": sought("holiday, day off, working Saturday, moved day, short day, weekend"),
}
"""By which words things are looked for, besides what they are called: a process, or a place on a page."""
SYSTEM, STATE, SOURCES_OF, ENTRIES_OF = says("process"), says("state"), says("sources"), says("entries of the article")
BUILT = says("built: {rows} transitions, {deadlines} terms")
NINETEEN = says(
    "the article behind the project asks for {n} systems, and each is built; {more} more stand on the law on appeals. "
    "None of them waits"
)
PLANNED = says("what is planned")
PLANS = (
    says("a lawyer of Uzbekistan reads the rules, and the words in Uzbek and Russian are reviewed: both are drafts"),
    says("what was not read of the acts is read: it is listed with what to check with a lawyer"),
    says("the days off of {year}, once they are decreed: until then they stand on the general rule"),
)
EXAMPLES = says("examples apart from the law")
NO_LAW_HERE = says(
    "two processes show how to write one's own. They are made up or of another country, and no law of Uzbekistan"
)

COUNTING = (
    (
        says("the first day"),
        says("the day of the event is not counted: the count begins with the next day"),
        UZ.conventions.day_zero,
    ),
    (
        says("days and working days"),
        says(
            "days are calendar days unless the act says working days. Of working days the days off of the body's week "
            "and of the calendar are left out, and a working Saturday is counted"
        ),
        (),
    ),
    (
        says("months"),
        says(
            "a month ends on the same number, or on the last day of a month without it: a month after 31.01 ends on "
            "28.02"
        ),
        UZ.conventions.months,
    ),
    (
        says("extension"),
        says(
            "an extension is counted from the end of the running term, as the text counts it, and not from the day of "
            "the decision"
        ),
        (),
    ),
    (
        says("the hour"),
        says(
            "what comes after working hours or on a day off counts as come on the next working day for what is to be "
            "done on the same day. Terms in days begin with the day of receipt all the same"
        ),
        (),
    ),
    (
        says("back from a day"),
        says(
            "days before a meeting or an event are counted back from it, and the last day is never moved closer to it"
        ),
        (),
    ),
    (
        says("promptly"),
        says("where the act names no number of days, what is owed is owed promptly, and is not late by a count"),
        (),
    ),
    (
        says("done too late"),
        says(
            "what ends a duty does not undo its breach: ended in time it is lifted, ended after its last day it is late"
        ),
        (),
    ),
)
"""How days are counted, in words, and on what that rests."""
LAST_DAY_OFF = says("if the last day is a day off")
FOUR_DAYS = (
    (says("the day that the text gives"), says("it binds: no rule of the law that counts these terms moves it")),
    (says("the next working day"), says("known by analogy with neighbouring codes alone: do not rely on it")),
    (says("the control day"), says("the last working day up to it: who finishes by then is in time under any reading")),
)
CALENDAR_OF = says("the calendar")
CALENDAR = says(
    "days off, working Saturdays and short days before holidays are listed by year, each with its act. Of a year "
    "whose days are not decreed yet only the general rule is known, and what rests on it is called provisional"
)

ABOUT_THE_HOUSE = (
    says(
        "every rule rests on a source. Mostly that is an act. Where the act is silent and something has to be decided "
        "all the same, the source is an assumption of this page, by its number"
    ),
    says(
        "an assumption is the weakest thing a rule may stand on: a refusal that rests on it alone begins with the "
        "words “not by law”, and what is done against it is no breach of law. Nobody has to keep it"
    ),
)


STARTS = {
    "where_to_start": says("where to start"),
    "tutorial": says("tutorial"),
    "how_to/embed": says("embed it"),
    "command_line": says("command line"),
    "api/index": says("programming interface"),
}
"""Pages in English, each by what it is."""
TODAY = """<script>(() => {
  const [day, time] = document.querySelector("form.prcomm-asks").elements, now = new Date();
  const local = new Date(now - now.getTimezoneOffset() * 60000).toISOString();
  day.value = local.slice(0, 10);
  time.value = local.slice(11, 16);
})();</script>"""
"""The day and the hour of the reader's own clock, to begin with: the library has none."""
IN_EACH = (
    *(f"reference/{name}" for name in ("until_when", "processes", "examples", "sources", "values", "doubts")),
    *("systems", "how_days_are_counted", "house_rules", "source_article"),
)
"""The pages that there are in each language, as they stand beside a page."""


class SitePage(PrcommDirective):
    """What these directives have in common."""

    option_spec: ClassVar = {"lang": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(__file__)
        return super().run()

    def sentence(self, said: object) -> str:
        """A sentence as it stands alone."""
        return f"{self.words(said).removesuffix('.')}."

    def words(self, said: object) -> str:
        """Words as they begin a line."""
        return capital(self.labels.text(said, self.lang))

    def page(self, name: str, words: str) -> Inline:
        """A link to a page in the language of this one, if there is one; else to that in English."""
        own = name if self.lang == ENGLISH else f"{name}.{self.lang}"
        found = own if Path(self.env.doc2path(own)).exists() else name
        return addnodes.pending_xref(
            "", nodes.inline("", words), refdomain="std", reftype="doc", reftarget=f"/{found}", refexplicit=True,
            refwarn=True, refdoc=self.env.docname,
        )  # fmt: skip

    def drafts(self) -> Iterator[nodes.Node]:
        """That the words of a translation are drafts."""
        if self.lang != ENGLISH:
            yield remark(self.sentence(pages.ALL_DRAFTS))

    def process(self, of: AnyLifecycle) -> Inline:
        """A process, by its name."""
        return ref(things.process(of), self.words(of.name).replace("_", " "), self.lang)

    def cited(self, cites: Cites) -> list[Inline]:
        """Places, with links."""
        say = self.labels.say(self.lang)
        return between(ref(things.article(cite), say(cite), self.lang) for cite in dict.fromkeys(cites))


def wing_of(name: str) -> str:
    """The wing of a process."""
    return PROCESSES.module(name).split(".")[1]


class Home(SitePage):
    """``prcomm:home``: the first page."""

    def made(self) -> list[nodes.Node]:
        shown = {one.name for one in self.lifecycles}
        wings: list[tuple[Thing | None, Sequence[Cell]]] = [
            (
                None,
                [
                    self.words(title),
                    between(self.process(PROCESSES[n]) for n in PROCESSES if wing_of(n) == wing and n in shown),
                ],
            )
            for wing, title in WINGS.items()
        ]
        title = self.words(TITLE)
        tree = [] if self.lang == ENGLISH else [self.tree()]
        return [
            *tree,
            section(
                title,
                "home",
                Languages(),
                para(self.sentence(WHAT)),
                *self.drafts(),
                section(
                    self.words(pages.UNTIL_WHEN),
                    "until-when",
                    self.form(),
                    para(self.page("reference/until_when", self.words(SYSTEM_OF_TERMS))),
                ),
                section(
                    self.words(THERE_IS),
                    "what-there-is",
                    table([], wings),
                    para(self.page("systems", self.words(SYSTEMS))),
                ),
                section(self.words(RESTS), "what-it-rests-on", bullets([one] for one in self.rests())),
                section(self.words(BEFORE_YOU_USE_IT), "before-you-use-it", *self.before()),
            ),
        ]

    def tree(self) -> nodes.Node:
        """The pages in the language of this one, as they stand beside each of them."""
        pages_there = [f"{name}.{self.lang}" for name in IN_EACH]
        there = [name for name in pages_there if Path(self.env.doc2path(name)).exists()]
        tree = addnodes.toctree(
            parent=self.env.docname, entries=[(None, name) for name in there], includefiles=there, maxdepth=1,
            glob=False, hidden=True, includehidden=False, numbered=0, titlesonly=True, caption=None, rawcaption="",
        )  # fmt: skip
        note_toctree(self.env, self.env.docname, tree)
        return nodes.compound("", tree, classes=["toctree-wrapper"])

    def form(self) -> nodes.Node:
        """The day and the hour, for the page that answers until when."""
        builder = self.env.app.builder
        own = "reference/until_when" if self.lang == ENGLISH else f"reference/until_when.{self.lang}"
        html = (
            f'<form class="prcomm-asks" action="{builder.get_relative_uri(self.env.docname, own)}" method="get">'
            f'<label>{escape(self.words(RECEIVED_ON))} <input type="date" name="day" required></label> '
            f'<label>{escape(self.labels.text(AT_HOUR, self.lang))} <input type="time" name="time"></label> '
            f'<button type="submit">{escape(self.words(COUNT))}</button></form>{TODAY}'
        )
        return nodes.raw("", html, format="html")

    def rests(self) -> Iterator[Inline]:
        for name, title in (
            ("reference/sources", SOURCES),
            ("reference/values", VALUES),
            ("reference/doubts", DOUBTS),
            ("how_days_are_counted", DAYS_TITLE),
            ("house_rules", HOUSE_TITLE),
            ("source_article", ARTICLE),
        ):
            yield self.page(name, self.words(title))

    def before(self) -> Iterator[nodes.Node]:
        yield para(nodes.strong("", self.sentence(NO_ADVICE)))
        yield para(self.sentence(LICENCE))
        yield para(self.words(INSTALL))
        command = "python3 -m venv .venv && .venv/bin/pip install ."
        yield nodes.literal_block(command, command, language="console")
        starts = between((self.page(name, self.words(title)) for name, title in STARTS.items()), " · ")
        in_english = "" if self.lang == ENGLISH else f" ({self.labels.text(IN_ENGLISH, self.lang)})"
        yield para(self.words(OF_DEVELOPERS), in_english, ": ", *starts)


SYSTEM_OF_TERMS = says("until when: every process, extensions, days off, a calendar")


class Systems(SitePage):
    """``prcomm:systems``: each process with its state, its sources and the entries of the article; and what is "
    "planned."""

    def made(self) -> list[nodes.Node]:
        own = {one.name: one for one in self.lifecycles if one.name in PROCESSES}
        parts: list[nodes.Node] = []
        for wing, title in WINGS.items():
            rows = [self.row(own[name]) for name in PROCESSES if wing_of(name) == wing and name in own]
            if rows:
                head: list[Cell] = [self.words(one) for one in (SYSTEM, STATE, SOURCES_OF, ENTRIES_OF)]
                told = table(head, rows)
                told["classes"].append("prcomm-entries")
                parts.append(section(self.words(title), f"wing-{wing}", told))
        first = sum(wing_of(name) != "citizens" for name in PROCESSES)
        others = [self.process(one) for one in self.lifecycles if one.name not in PROCESSES]
        return [
            section(
                self.words(SYSTEMS_TITLE),
                "systems",
                Languages(),
                para(self.sentence(NINETEEN(n=first, more=len(PROCESSES) - first))),
                *self.drafts(),
                *parts,
                section(self.words(PLANNED), "planned", bullets([one] for one in self.plans())),
                *(
                    [
                        section(
                            self.words(EXAMPLES),
                            "examples",
                            para(self.sentence(NO_LAW_HERE)),
                            bullets([one] for one in others),
                        )
                    ]
                    if others
                    else []
                ),
            )
        ]

    def plans(self) -> Iterator[Inline]:
        year = max(UZ.calendar.settled) + 1
        for plan in PLANS:
            yield self.sentence(plan(year=year) if "{year}" in plan else plan)

    def row(self, of: AnyLifecycle) -> tuple[None, list[Cell]]:
        codes = dict.fromkeys(cite.source for rule in of.cited() for cite in rule.cites)
        sources = [source for source in UZ.sources if source.code in codes and source not in (HOUSE, SOURCE_ARTICLE)]
        say = self.labels.say(self.lang)
        rests = between((ref(things.source(one), say(one), self.lang) for one in sources), "; ")
        entries = sorted({int(c.article) for rule in of.cited() for c in rule.cites if c.source == SOURCE_ARTICLE.code})
        built = BUILT(rows=len(of.rows), deadlines=len(of.deadlines))
        state = f"{self.sentence(built)} {self.sentence(pages.how_much_is_law(of.rows))}"
        what: list[Inline] = [self.process(of), nodes.Text(f": {say(ONE_LINE[of.name])}")]
        asked = between(ref(things.article(SOURCE_ARTICLE(n)), str(n), self.lang) for n in entries)
        return None, [what, state, rests, asked or "–"]


class HowDays(SitePage):
    """``prcomm:how-days``: how days are counted, for who reads acts and not code."""

    def made(self) -> list[nodes.Node]:
        rows: list[tuple[Thing | None, Sequence[Cell]]] = []
        for title, told, cites in COUNTING:
            known: list[Inline] = [" (", *self.cited(cites), ")"] if cites else []
            rows.append((None, [self.words(title), [nodes.Text(self.sentence(told)), *known]]))
        days: list[tuple[Thing | None, Sequence[Cell]]] = [
            (None, [self.words(name), self.sentence(told)]) for name, told in FOUR_DAYS
        ]
        read = UZ.last_day.versions[-1]
        return [
            section(
                self.words(DAYS_TITLE),
                "how-days-are-counted",
                Languages(),
                *self.drafts(),
                table([], rows),
                section(
                    self.words(LAST_DAY_OFF), "last-day-off", table([], days), para(*self.cited(read.cites), ".")
                ),
                section(
                    self.words(CALENDAR_OF), "calendar", para(self.sentence(CALENDAR)),
                    para(self.page("reference/values", self.words(VALUES))),
                    para(self.page("reference/until_when", self.words(pages.UNTIL_WHEN))),
                ),
            )
        ]  # fmt: skip


class HouseRules(SitePage):
    """``prcomm:house-rules``: every house rule by its number."""

    def made(self) -> list[nodes.Node]:
        say = self.labels.say(self.lang)
        rules: Iterable[nodes.Node] = (
            nodes.definition_list_item(
                "",
                nodes.term(
                    "", "", ref(things.article(HOUSE(rule.number)), f"{rule.number}. {say(rule.heading)}", self.lang)
                ),
                nodes.definition("", *(para(say(gist)) for gist in rule.gist)),
            )
            for rule in HOUSE.articles
        )
        head = [para(self.sentence(one)) for one in ABOUT_THE_HOUSE]
        told = nodes.definition_list("", *rules)
        return [section(self.words(HOUSE_TITLE), "house-rules", Languages(), *self.drafts(), *head, told)]


def setup(app: Sphinx) -> None:
    for name, directive in (("home", Home), ("systems", Systems), ("how-days", HowDays), ("house-rules", HouseRules)):
        app.add_directive_to_domain("prcomm", name, directive)


__all__ = ["Kind", "Lifecycle", "code", "setup"]
