/* Looks up, in a table made by the library, until when something is owed. No day is counted here. */
(() => {
  "use strict";
  const form = document.querySelector("form.prcomm-until");
  const data = window.prcommUntil;
  if (!form || !data) return;
  const words = data.words[form.dataset.lang];
  const told = (day) => (day ? `${day[0]} ${words.weekdays[day[1]]}` : "");

  const line = ([day, counted, text]) =>
    `${(day ? told(day) : "").padEnd(14)}  ${counted ? "+" : "-"}  ${words.lines[text].replace(/^[+-]\s+/, "")}`;

  const show = () => {
    const { day, kind, hours, week } = Object.fromEntries(new FormData(form));
    const asked = data.asked.find(
      (one) => one.kinds.join(",") === kind && one.week === Number(week) && one.after === (hours === "after"),
    );
    const number = data.days.indexOf(day);
    const answer = asked && number >= 0 ? data.answers[asked.answers[number]] : [];
    const output = form.querySelector("output");
    const why = form.querySelector(".prcomm-why");
    const longer = form.querySelector(".prcomm-longer");
    longer.replaceChildren();
    if (!answer.length) {
      output.textContent = words.none;
      why.textContent = "";
      return;
    }
    const [days, lines] = answer;
    const others = days.map((one, n) => `${words.days[n]}: ${told(one)}`).slice(1).join("; ");
    output.replaceChildren();
    const last = document.createElement("strong");
    last.textContent = `${words.answer}: ${told(days[0])}`;
    output.append(last, document.createElement("br"), others);
    why.textContent = lines.map(line).join("\n");
    for (const who of words.longer[kind]) {
      const item = document.createElement("li");
      item.textContent = who;
      longer.append(item);
    }
  };

  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
