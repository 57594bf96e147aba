// An appeal lived by a program that is not Python: node examples/live_an_appeal.mjs
//
// The case file goes to standard input of `python -m prcomm replay - --json`; the answer comes back. Exit status 0 is
// all well, 1 something refused, 2 no case file at all.
import { spawnSync } from "node:child_process";

const python = process.env.PYTHON ?? "python";
const office = { id: "district", week: 5, opens: "09:00", closes: "18:00" };
const desk = { id: "desk 1", role: "registrar" };
const head = { id: "head", role: "head" };
const officer = { id: "officer 5", role: "executor" };

function ask(actions, as_of, lang = "en") {
  const file = { prcomm: 1, process: "appeal", office, actions, ...(as_of && { as_of }) };
  const run = spawnSync(python, ["-m", "prcomm", "replay", "-", "--json", "--lang", lang], {
    input: JSON.stringify(file),
    encoding: "utf8",
  });
  if (run.error) throw run.error;
  if (run.status === 2) throw new Error(run.stdout || run.stderr);
  return JSON.parse(run.stdout);
}

class Appeal {
  done = [];

  attempt(action, at, by, fields = {}) {
    const step = { action, at: `${at}:00+05:00`, by, ...fields };
    const answer = ask([...this.done, step], undefined, "ru").steps.at(-1);
    console.log(`${at}  ${action}: ${answer.accepted ? answer.state : "отказано"}`);
    for (const reason of answer.reasons) {
      const cites = reason.cites.join(", ");
      console.log(`    - ${reason.text} (${cites})${reason.remedy && `; ${reason.remedy}`}`);
    }
    if (answer.accepted) this.done.push(step);
    return answer;
  }
}

const appeal = new Appeal();
appeal.attempt("Receive", "2026-02-13T18:30", desk, {
  case: "2026/77",
  kind: "COMPLAINT",
  form: "WRITTEN",
  channel: "POST",
  appellants: [{ type: "Person", id: "p-17", name: "shown to nobody" }],
  against: ["patrol 4"],
  questions: ["conduct"],
});
appeal.attempt("RefuseRegistration", "2026-02-16T09:10", desk);
appeal.attempt("Register", "2026-02-16T09:15", desk, { number: "77" });
appeal.attempt("Assign", "2026-02-16T10:00", officer, { executors: ["patrol 4"] });
appeal.attempt("Assign", "2026-02-16T10:00", head, { executors: ["inspectorate"] });
appeal.attempt("SendReply", "2026-02-20T10:00", head, { to: "p-17", form: "WRITTEN", language: "uz", challenge_explained: true });
appeal.attempt("Decide", "2026-02-24T15:00", head, {
  outcome: "SATISFIED",
  answers: [{ question: "conduct", grounds: "minutes of the check" }],
});
appeal.attempt("SendReply", "2026-02-24T16:00", head, { to: "p-17", form: "WRITTEN", language: "uz", challenge_explained: true });

const { state, version, law, due } = ask(appeal.done, "2026-03-01T12:00:00+05:00");
console.log(`\n${state}, version ${version}; ${law.pack} ${law.version}`);
for (const one of due) console.log(`${one.name}: ${one.last ?? "no day"}, ${one.status} (${one.cites.join(", ")})`);
