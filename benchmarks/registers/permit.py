"""The permits of examples/permit_register.py, of which receipt and end are lines of their own."""

from permit_register import PERMIT

LIFECYCLE = PERMIT
BY = {"id": "somebody", "role": "official"}
STEPS = "confirm", "check", "adjust", "determine", "send", "advise"
MAPPING = {
    "prcomm": 1,
    "process": "permit",
    "office": {"id": "the municipality", "zone": "Europe/Amsterdam", "week": 7},
    "case": "case",
    "activity": "activity",
    "order": "register",
    "each": {"at": "{time:at}", "by": BY},
    "actions": {
        "Receive": {"action": "Receive", "case": "{case}", "deadline": "{deadline:at}"},
        "End": {"action": "End"},
        **{name: {"action": "Step", "activity": name} for name in STEPS},
    },
}
