"""Words as readers type them: an apostrophe of any form is the letter of Uzbek, and a place as 28(2) is one word."""

import re
from functools import lru_cache

from sphinx.search.en import SearchEnglish

APOSTROPHES = "'`´ʻʼ‘’′ʹ"
LETTER = "ʻ"
_ONE = re.compile(f"[{APOSTROPHES}]")
_WORD = re.compile(r"\d+(?:-\d+)?\(\d+\)|\w+")

SPLITTER = """
var splitQuery = (query) => {
  const one = query.replace(/[%s]/g, "%s");
  return one.match(/\\d+(?:-\\d+)?\\(\\d+\\)|[\\p{Letter}\\p{Mark}\\p{Number}_]+/gu) || [];
};
""" % (APOSTROPHES, LETTER)  # noqa: UP031  # the braces are JavaScript's


class SearchWords(SearchEnglish):
    """How pages in English, Uzbek and Russian are searched."""

    lang = "prcomm"
    language_name = "English"  # by which Sphinx names the stemmer
    js_splitter_code = SPLITTER

    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options)
        self._stemmed = lru_cache(maxsize=None)(super().stem)

    def stem(self, word: str) -> str:
        """The stem of a word: pages of a reference say the same words again and again."""
        return self._stemmed(word)

    def split(self, input: str) -> list[str]:
        """The words of a text."""
        return [str(word) for word in _WORD.findall(_ONE.sub(LETTER, input))]
