"""Names of the API found as fast as exact ones. Sphinx compares a name that stands without its module with each of
thousands, for each of thousands of references; only those with the same last part can be meant."""

from collections.abc import Mapping

from sphinx.application import Sphinx
from sphinx.domains.python import ObjectEntry, PythonDomain
from sphinx.environment import BuildEnvironment


class PythonNames(PythonDomain):
    """The Python domain with its names kept by their last part."""

    _by_last: Mapping[str, dict[str, ObjectEntry]] | None = None
    _asked: str = ""
    _all: int = -1

    @property
    def objects(self) -> dict[str, ObjectEntry]:
        """All names; while one is looked for, those that may be meant."""
        whole: dict[str, ObjectEntry] = self.data.setdefault("objects", {})
        if not self._asked:
            return whole
        if self._by_last is None or self._all != len(whole):
            found: dict[str, dict[str, ObjectEntry]] = {}
            for name, entry in whole.items():
                found.setdefault(name.rpartition(".")[2], {})[name] = entry
            self._by_last, self._all = found, len(whole)
        return self._by_last.get(self._asked, {})

    def find_obj(
        self, env: BuildEnvironment, modname: str, classname: str, name: str, type: str | None, searchmode: int = 0
    ) -> list[tuple[str, ObjectEntry]]:
        self._asked = name.removesuffix("()").rpartition(".")[2]
        try:
            return super().find_obj(env, modname, classname, name, type, searchmode)
        finally:
            self._asked = ""


def setup(app: Sphinx) -> None:
    app.add_domain(PythonNames, override=True)
