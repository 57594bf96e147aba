"""What stands beside a field is what the schema, ``help`` and a notebook show, and no docstring is read for it."""

import inspect
import json
import pydoc
import subprocess
import sys

import pytest
from attrs import fields

from prcomm import PROCESSES
from prcomm.adapters.json import schema
from prcomm.citizens.appeals import Extend, Register
from prcomm.core.values.fields import field_docs

SHOWN = """
import json
from prcomm import PROCESSES
from prcomm.adapters.json import schema
print(json.dumps({name: schema(PROCESSES[name]) for name in PROCESSES}))
"""


def without_sentences(told: object) -> object:
    """A schema without the sentences of its classes: what stands beside their properties stays."""
    if isinstance(told, dict):
        kept = {name: without_sentences(one) for name, one in told.items()}
        if "properties" in kept or "enum" in kept or "anyOf" in kept or "$defs" in kept:
            kept.pop("description", None)
        return kept
    return [without_sentences(one) for one in told] if isinstance(told, list) else told


def test_without_docstrings_a_schema_lacks_the_sentences_of_classes_alone():
    done = subprocess.run([sys.executable, "-OO", "-c", SHOWN], capture_output=True, text=True, check=True, timeout=120)
    bare = json.loads(done.stdout)
    whole = json.loads(json.dumps({name: schema(PROCESSES[name]) for name in PROCESSES}))
    assert without_sentences(bare) == without_sentences(whole)
    assert bare["appeal"]["$defs"]["Extend"]["properties"]["until"]["description"] == "the new last day"
    assert whole["appeal"]["$defs"]["Extend"]["description"].startswith("The head lengthens the term")


def test_help_and_the_signature_that_a_notebook_shows_tell_it():
    assert "its number in the register" in pydoc.render_doc(Register)
    assert "the new last day" in str(inspect.signature(Extend))
    assert inspect.getdoc(Extend) == "The head lengthens the term, exceptionally (art. 28)."


@pytest.mark.parametrize("process", PROCESSES)
def test_each_field_of_each_action_says_what_it_means(process: str):
    silent = [
        f"{action.__name__}.{field.name}"
        for action in (*PROCESSES[process].actions, PROCESSES[process].entity)
        for field in fields(action)
        if field.name not in field_docs(action)
    ]
    assert silent == []
