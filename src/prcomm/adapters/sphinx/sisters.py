"""The pages that say the same in several languages, found by their names: ``values`` and ``values.ru``."""

from sphinx.environment import BuildEnvironment

from prcomm.labels import ENGLISH

CALLED = {ENGLISH: "English", "uz": "Oʻzbekcha", "uz-Cyrl": "Ўзбекча", "ru": "Русский"}
"""What a language calls itself, if it is not shown by its tag; links stand in this order."""


def base_and_language(page: str, languages: tuple[str, ...]) -> tuple[str, str]:
    """The name of a page without its language, and the language: ``values.ru`` is ``values`` in Russian."""
    base, _, tail = page.rpartition(".")
    return (base, tail) if base and tail in languages else (page, ENGLISH)


def siblings(env: BuildEnvironment, page: str, languages: tuple[str, ...]) -> dict[str, str]:
    """The pages that say the same, by language, this one among them."""
    base, _ = base_and_language(page, languages)
    named = {lang: base if lang == ENGLISH else f"{base}.{lang}" for lang in dict.fromkeys((*CALLED, *languages))}
    return {lang: name for lang, name in named.items() if name in env.found_docs}
