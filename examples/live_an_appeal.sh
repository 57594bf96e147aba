#!/bin/sh
# An appeal lived from a shell: sh examples/live_an_appeal.sh
#
# A case file is text; what the tables say to it comes back as text, and as an exit status: 0 all well, 1 something
# was refused, 2 no case file at all.
set -eu
prcomm="${PYTHON:-python} -m prcomm"
desk='"by": {"id": "desk 1", "role": "registrar"}'
head='"by": {"id": "head", "role": "head"}'

case_file() { # the actions so far, one a line, become a case file
    cat <<END
{"prcomm": 1, "process": "appeal", "office": {"id": "district", "week": 5, "opens": "09:00", "closes": "18:00"},
 "actions": [$1], "as_of": "2026-03-02T12:00:00+05:00"}
END
}

receive='{"action": "Receive", "at": "2026-02-13T18:30:00+05:00", '$desk', "case": "2026/77", "kind": "COMPLAINT",
  "form": "WRITTEN", "channel": "POST", "appellants": [{"type": "Person", "id": "p-17"}], "questions": ["conduct"]}'
register='{"action": "Register", "at": "2026-02-16T09:15:00+05:00", '$desk', "number": "77"}'
assign='{"action": "Assign", "at": "2026-02-16T10:00:00+05:00", '$head', "executors": ["inspectorate"]}'
decide='{"action": "Decide", "at": "2026-02-24T15:00:00+05:00", '$head', "outcome": "SATISFIED",
  "answers": [{"question": "conduct", "grounds": "minutes of the check"}]}'
reply='{"action": "SendReply", "at": "2026-02-24T16:00:00+05:00", '$head', "to": "p-17", "form": "WRITTEN",
  "language": "uz", "challenge_explained": true}'

echo "A reply before the decision?"
status=0
case_file "$receive, $register, $assign, $reply" | $prcomm replay - --lang ru || status=$?
test "$status" = 1

echo "In order:"
case_file "$receive, $register, $assign, $decide, $reply" | $prcomm replay - --lang ru
