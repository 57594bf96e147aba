"""What is asked of every act and every figure of public oversight."""

from datetime import date

from prcomm import Basis, Citation, Dated, Law, Source

LONG_AGO, TODAY = date(2000, 1, 1), date(2026, 11, 22)


def parts(source: Source) -> dict[str, int]:
    """How many parts each article of its list has."""
    return {article.number: len(article.gist) for article in source.articles}


def ruleless(source: Source) -> list[str]:
    """The articles of which the library has no rule, and says why."""
    return [article.number for article in source.articles if article.no_rule]


def stands(law: Law, value: Dated, figure: object, *cites: Citation, seen: date | None = None) -> bool:
    """Whether a figure stands as far back as was read, on these places and no others."""
    days = (seen or LONG_AGO, TODAY)
    return [law.on(day)[value] for day in days] == [figure, figure] and law.dated(value).cites == cites


def weak(value: Dated) -> set[Basis]:
    """How well the places are known on which it rests."""
    return {cite.basis for cite in value.cites}
