/* Until when? Looks up, in tables that the library counted, by how many days after a day each duty ends; and finds the
   working day before and after in its table of working days. No term is counted here, and no rule is known here. */
(() => {
  "use strict";
  const form = document.querySelector("form.prcomm-until");
  const data = window.prcommUntil;
  if (!form || !data) return;
  const read = (name) => JSON.parse(form.querySelector(`script.${name}`).textContent);
  const words = read("words");
  const places = read("places");

  // -- days: numbers counted from 1970-01-01, and back
  const DAY = 86400000;
  const number = (iso) => Date.parse(`${iso}T00:00Z`) / DAY;
  const iso = (n) => new Date(n * DAY).toISOString().slice(0, 10);
  const year = (n) => Number(iso(n).slice(0, 4));
  const weekday = (n) => (n + 3) % 7;
  const told = (n) => `${iso(n).split("-").reverse().join(".")} (${words.weekdays[weekday(n)]})`;
  const fill = (sentence, ...given) => given.reduce((said, one, i) => said.replace(`{${i}}`, one), sentence);

  // -- the tables
  const at = (runs, place) => {
    for (let i = 0, left = place; i < runs.length; left -= runs[i], i += 2) if (left < runs[i]) return runs[i + 1];
    return undefined;
  };
  const first = number(data.first);
  const last = number(data.last);
  const calendar = number(data.calendar.first);
  const works = (n, week) => data.calendar.weeks[week].works[n - calendar] === "1";
  const nearest = (n, week, step) => {
    while (!works(n, week)) n += step;
    return n;
  };
  const closes = (n, week) => {
    const { eves, closes } = data.calendar.weeks[week];
    return eves.includes(n - calendar) ? closes[1] : closes[0];
  };
  const NOT_OWED = -9999;

  /** What one duty comes to in one way: its days; none where no number is named; undefined where it is not owed. */
  const ended = (item, way, asked) => {
    const from = item.named ? asked.named : asked.day;
    if (from === null || from < first || from > last) return { unnamed: true };
    const ends = way.ends[""] ?? way.ends[asked.week + (asked.late ? "a" : "")];
    const place = from - first;
    const found = ends.after ? at(ends.after, place) : at(ends.on, place);
    if (found === NOT_OWED || found === undefined) return undefined;
    if (found === null) return { none: true };
    const raw = ends.after ? from + found : first + found;
    const before = raw < from;
    const control = nearest(raw, asked.week, item.least ? 1 : -1);
    const rolled = nearest(raw, asked.week, before ? -1 : 1);
    const binds = at(data.rolls, place) ? rolled : raw;
    const years = [...new Set([from, raw, rolled, control].map(year))];
    const all = Array.from({ length: Math.max(...years) - Math.min(...years) + 1 }, (_, i) => Math.min(...years) + i);
    const unsure = data.sure.length ? all.filter((one) => !data.sure.includes(one)) : [];
    return { from, raw, rolled, control, last: binds, unsure };
  };

  /** What is owed: each duty in each of its ways. */
  const answers = (asked) => {
    const mine = data.items
      .map((item, n) => ({ item, said: words.items[n], place: places[n] }))
      .filter(({ item }) => item.process === asked.process)
      .filter(({ item }) => !item.kinds.length || item.kinds.includes(asked.kind));
    return mine.map((one) => ({
      ...one,
      term: one.said.terms[Math.max(0, one.item.terms.findLastIndex((from) => from <= asked.day - first))],
      ways: one.item.ways.map((way, n) => ({ ...one.said.ways[n], moved: n > 0, ...(ended(one.item, way, asked) ?? { not: true }) })),
    }));
  };

  // -- what is asked
  const fields = form.elements;
  const today = () => {
    const now = new Date();
    const two = (n) => String(n).padStart(2, "0");
    return [`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`, `${two(now.getHours())}:${two(now.getMinutes())}`];
  };
  const kindsOf = (process) => [
    ...new Set(data.items.filter((item) => item.process === process).flatMap((item) => item.kinds)),
  ];
  const chosen = () => {
    const process = fields.process.value;
    const day = fields.day.value ? number(fields.day.value) : null;
    const week = fields.week.value;
    const time = fields.time.value;
    const inside = day !== null && day >= first && day <= last;
    return {
      process, kind: fields.kind.value, day, week, time, inside,
      named: fields.named.value ? number(fields.named.value) : null,
      late: inside && Boolean(time) && works(day, week) && time >= closes(day, week),
    };
  };

  const element = (name, given = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(given)) if (value !== undefined && value !== "") made.setAttribute(key, value);
    made.append(...children.filter((child) => child !== "" && child !== undefined && child !== null));
    return made;
  };
  const option = (value, text) => {
    const made = document.createElement("option");
    made.value = value;
    made.textContent = text;
    return made;
  };
  const offerKinds = () => {
    const kinds = kindsOf(fields.process.value);
    const before = fields.kind.value;
    fields.kind.replaceChildren(...kinds.map((kind) => option(kind, words.kinds[`${fields.process.value}.${kind}`])));
    if (kinds.includes(before)) fields.kind.value = before;
    form.querySelector("label.kind").hidden = kinds.length < 2;
  };

  // -- what is shown
  const small = (text) => (text ? element("small", {}, text) : "");
  const dayCell = (answer, key) => {
    if (answer.not) return "";
    if (answer.unnamed) return key === "last" ? small(words.name) : "";
    if (answer.none) return key === "last" ? words.none : "";
    const day = told(answer[key]);
    return key === "last" ? element("strong", {}, day) : answer[key] === answer.raw && key === "rolled" ? "–" : day;
  };
  const rows = (answer) =>
    answer.ways
      .filter((way) => !way.not)
      .map((way) => {
        const head = element(
          "th", { scope: "row" },
          way.moved ? element("span", { class: "prcomm-way" }, way.after) : element("a", answer.place ? { href: answer.place } : {}, answer.said.what),
          small(way.moved ? "" : answer.term), small(way.moved ? "" : answer.said.if),
        );
        const prefix = way.moved && !way.none ? `${words.atMost} ` : answer.item.least ? `${words.notBefore} ` : "";
        const cells = [
          [prefix && !way.unnamed ? small(prefix) : "", dayCell(way, "last"),
            way.unsure?.length ? small(fill(words.provisional, way.unsure.join(", "))) : ""],
          [dayCell(way, "control")], [dayCell(way, "rolled")],
          [way.moved ? way.who : answer.said.who], [way.moved ? way.under : answer.said.under],
        ];
        return element("tr", {}, head, ...cells.map((cell, n) => element("td", { "data-head": words.heads[n + 1], class: cell[0] === "–" ? "prcomm-same" : "" }, ...cell)));
      });
  const dated = (given) => given.flatMap((answer) => answer.ways.filter((way) => way.last !== undefined && !way.moved).map((way) => ({ answer, way })));

  const sentence = (asked, given) => {
    const received = `${told(asked.day)}${asked.hourly && asked.time ? `, ${asked.time}` : ""}`;
    const parts = dated(given).filter(({ answer }) => !answer.said.if)
      .map(({ answer, way }) => fill(words.until, answer.said.what, told(way.last)));
    const said = `${fill(words.received, received)}: ${parts.join("; ") || words.nothing}`;
    return `${said[0].toUpperCase()}${said.slice(1)}.${asked.late && asked.hourly ? ` ${words.afterHours[0].toUpperCase()}${words.afterHours.slice(1)}.` : ""}`;
  };

  const month = (begins, asked, ends, ofDay, week) => {
    const day = new Date(begins * DAY);
    const start = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1) / DAY;
    const next = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1) / DAY;
    const cells = Array.from({ length: weekday(start) }, () => element("td"));
    for (let n = start; n < next; n += 1) {
      const marks = ofDay(n);
      const off = !works(n, week);
      const classes = [off ? "off" : "", marks.length ? "marked" : ""].filter(Boolean).join(" ");
      const why = n >= asked && n <= ends && reason(n, week);
      cells.push(element("td", { class: classes }, String(n - start + 1), ...(why ? [small("*")] : []), ...marks.map((mark) => small(mark))));
    }
    const weeks = [];
    while (cells.length) weeks.push(element("tr", {}, ...cells.splice(0, 7)));
    const heads = element("tr", {}, ...words.weekdays.map((name) => element("th", { scope: "col" }, name)));
    const name = `${String(day.getUTCMonth() + 1).padStart(2, "0")}.${day.getUTCFullYear()}`;
    return [element("table", { class: "prcomm-month" }, element("caption", {}, name), element("thead", {}, heads), element("tbody", {}, ...weeks)), next];
  };
  const reason = (n, week) => {
    const found = data.calendar.weeks[week].special[n - calendar];
    return found === undefined ? "" : words.reasons[found];
  };
  const showCalendar = (asked, given) => {
    const box = form.querySelector(".prcomm-days");
    const all = dated(given).filter(({ way }) => way.last - asked.day < 200 && way.last >= asked.day);
    const end = Math.max(asked.day, ...all.map(({ way }) => Math.max(way.last, way.rolled)));
    const marks = (n) => [
      ...(n === asked.day ? ["0"] : []),
      ...all.filter(({ way }) => way.last === n).map(({ answer }) => answer.said.what),
    ];
    const made = [];
    for (let from = asked.day; from <= end; ) {
      const [table, next] = month(from, asked.day, end, marks, asked.week);
      made.push(table);
      from = next;
    }
    const off = [];
    for (let n = asked.day; n <= end; n += 1) {
      const why = reason(n, asked.week);
      if (why) off.push(element("li", {}, `${told(n)}: ${why[0]}${why[1] ? ` (${why[1]})` : ""}`));
    }
    box.replaceChildren(
      element("div", { class: "prcomm-months" }, ...made),
      element("p", {}, `0: ${words.zero}.`),
      ...(off.length ? [element("p", {}, `* ${words.daysOff}:`), element("ul", {}, ...off)] : []),
    );
  };

  let now = { asked: null, given: [] };
  const show = () => {
    offerKinds();
    const asked = chosen();
    const mine = data.items.filter((item) => item.process === asked.process && (!item.kinds.length || item.kinds.includes(asked.kind)));
    asked.hourly = mine.some((item) => item.hour);
    form.querySelector("label.time").hidden = !asked.hourly;
    form.querySelector("label.named").hidden = !mine.some((item) => item.named);
    const output = form.querySelector("output");
    const table = form.querySelector(".prcomm-dues");
    const days = form.querySelector(".prcomm-days");
    if (!asked.inside) {
      output.textContent = words.outside;
      table.replaceChildren();
      days.replaceChildren();
      now = { asked: null, given: [] };
      return;
    }
    const given = answers(asked);
    now = { asked, given };
    output.textContent = sentence(asked, given);
    const heads = element("tr", {}, ...words.heads.map((head) => element("th", { scope: "col" }, head)));
    table.replaceChildren(element("table", { class: "docutils" }, element("thead", {}, heads), element("tbody", {}, ...given.flatMap(rows))));
    showCalendar(asked, given);
    keep();
  };

  // -- a link that can be sent, and back
  const NAMES = ["process", "kind", "day", "time", "named", "week"];
  const state = () => new URLSearchParams(NAMES.filter((name) => fields[name].value && !fields[name].closest("label").hidden).map((name) => [name, fields[name].value]));
  const keep = () => {
    const link = `#${state()}`;
    if (link !== location.hash) history.replaceState(null, "", `${location.pathname}${link}`);
    for (const a of document.querySelectorAll("a[hreflang]")) a.hash = link;
  };
  const restore = () => {
    const [day, time] = today();
    const asked = new URLSearchParams(location.hash.length > 1 ? location.hash.slice(1) : location.search);
    fields.day.value = asked.get("day") || day;
    fields.time.value = asked.get("time") || (asked.get("day") ? "" : time);
    fields.named.value = asked.get("named") || "";
    if (asked.get("process")) fields.process.value = asked.get("process");
    if (!fields.process.value) fields.process.selectedIndex = 0;
    offerKinds();
    if (asked.get("kind")) fields.kind.value = asked.get("kind");
    if (fields.kind.selectedIndex < 0) fields.kind.selectedIndex = 0;
    if (asked.get("week")) fields.week.value = asked.get("week");
    if (fields.week.selectedIndex < 0) fields.week.selectedIndex = 0;
    show();
  };

  const say = (text) => {
    const note = form.querySelector(".prcomm-buttons");
    note.querySelector("span")?.remove();
    note.append(element("span", { role: "status" }, text));
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      say(words.copied);
    } catch {
      say(text); // where the browser does not let a page write there: to be copied by hand
    }
  };
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  /** A line of iCalendar is at most 75 octets long; the next begins with a space. */
  const folded = (line) => {
    const parts = [];
    let part = "";
    for (const letter of line) {
      if (new TextEncoder().encode(part + letter).length > 73) {
        parts.push(part);
        part = "";
      }
      part += letter;
    }
    return [...parts, part].join("\r\n ");
  };
  const events = () =>
    dated(now.given).map(({ answer, way }) => [
      "BEGIN:VEVENT",
      `UID:${now.asked.process}-${answer.item.deadline}-${iso(now.asked.day)}-${iso(way.last)}@prcomm`,
      `DTSTAMP:${iso(now.asked.day).replaceAll("-", "")}T000000Z`,
      `DTSTART;VALUE=DATE:${iso(way.last).replaceAll("-", "")}`,
      `DTEND;VALUE=DATE:${iso(way.last + 1).replaceAll("-", "")}`,
      `SUMMARY:${escaped(`${words.processes[now.asked.process]}: ${answer.said.what}`)}`,
      `DESCRIPTION:${escaped([fill(words.received, told(now.asked.day)), answer.said.if, answer.said.who, answer.said.under].filter(Boolean).join("\n"))}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]);
  const ics = () => ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//prcomm//until when//", ...events().flat(), "END:VCALENDAR", ""].map(folded).join("\r\n");
  const pressed = {
    copy: () => copy(form.querySelector("output").textContent),
    link: () => copy(location.href),
    ics: () => {
      const link = element("a", { href: URL.createObjectURL(new Blob([ics()], { type: "text/calendar" })), download: `prcomm-${fields.process.value}-${fields.day.value}.ics` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    },
    print: () => window.print(),
  };
  for (const [name, act] of Object.entries(pressed)) fields[name].addEventListener("click", act);
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", restore);
  window.prcommAnswers = (asked) => answers({ kind: "", named: null, late: false, ...asked }); // for tests
  window.prcommIcs = ics;
  restore();
})();
