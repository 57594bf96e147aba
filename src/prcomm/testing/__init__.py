"""Every law of every lifecycle, yours too, asked in one line: ``check(LOAN)``. And what it is made of: lawful lives and
refusals as Hypothesis strategies, registers, and the rows that no walk comes to. ``StoreContract`` asks of a store what
holds of every one, and ``upgraded`` whether what was written under an older table is read as it was meant.

``Payloads`` tell how to fill what can't be guessed from types: by action class, a strategy of dicts of its fields (some
or all, ``at`` and ``by`` among them where only one day or hand will do); by any other type, a strategy of its values;
either may be a function of the entity so far (``None`` before it begins). By the class of the entity, a strategy of
tuples of actions with which every other life begins, where a walk alone would hardly come so far.
"""

try:
    from prcomm.testing.checking import Report, check
    from prcomm.testing.drawing import drawn, lives, refusals, unreached
    from prcomm.testing.of_stores import HandClock, StoreContract, upgraded
    from prcomm.testing.walking import Payloads, Refusal
except ImportError as error:  # pragma: no cover  # shown by the wheel test, in an environment without them
    needed = "Hypothesis, cattrs and jsonschema"
    raise ImportError(f"prcomm.testing needs {needed}: pip install 'prcomm[testing]'") from error

__all__ = [
    "HandClock", "Payloads", "Refusal", "Report", "StoreContract", "check", "drawn", "lives", "refusals", "unreached",
    "upgraded",
]  # fmt: skip
