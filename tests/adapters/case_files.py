"""A case file of a complaint, step by step, as another program would write it."""

import json

OFFICE = {"id": "district", "week": 5, "opens": "09:00", "closes": "18:00"}
DESK, HEAD, OFFICER = (
    {"id": "desk 1", "role": "registrar"},
    {"id": "head", "role": "head"},
    {"id": "officer 5", "role": "executor"},
)


def step(action, at, by, **fields):
    return {"action": action, "at": f"{at}:00+05:00", "by": by, **fields}


# Friday 13 February 2026, after hours: fifteen days, so by Saturday 28 February.
RECEIVE = step(
    "Receive",
    "2026-02-13T18:30",
    DESK,
    case="2026/77",
    kind="COMPLAINT",
    form="WRITTEN",
    channel="POST",
    appellants=[{"type": "Person", "id": "p-17"}],
    against=["patrol 4"],
    questions=["conduct"],
)
REFUSE = step("RefuseRegistration", "2026-02-16T09:10", DESK)
REGISTER = step("Register", "2026-02-16T09:15", DESK, number="77")
TO_THE_ACCUSED = step("Assign", "2026-02-16T10:00", OFFICER, executors=["patrol 4"])
ASSIGN = step("Assign", "2026-02-16T10:00", HEAD, executors=["inspectorate"])
DECIDE = step(
    "Decide",
    "2026-02-24T15:00",
    HEAD,
    outcome="SATISFIED",
    answers=[{"question": "conduct", "grounds": "minutes of the check"}],
)
REPLY = step("SendReply", "2026-02-24T16:00", HEAD, to="p-17", form="WRITTEN", language="uz", challenge_explained=True)
LAWFUL = (RECEIVE, REGISTER, ASSIGN, DECIDE, REPLY)


def case_file(*actions, **changes) -> str:
    file = {"prcomm": 1, "process": "appeal", "office": OFFICE, "actions": list(actions)} | changes
    return json.dumps({name: value for name, value in file.items() if value is not None}, ensure_ascii=False)
