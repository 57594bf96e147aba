/* Reads a picture of a process with its reader: what they do not ask about fades, and what they click at is told beside
   it. All of it stands on the page already: in the picture, and in the table of transitions. Nothing is fetched. */
(() => {
  "use strict";
  const made = (name, text, ...inside) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    element.append(...inside);
    return element;
  };
  const titled = (element) => element.querySelector(":scope > title").textContent;
  const list = (text) => (text ? text.split(" ") : []);
  const called = (row) => [...row.querySelectorAll(":scope > text:not([class])")].map((one) => one.textContent).join(" ");
  const target = (link) => document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));

  const card = document.createElement("aside");
  card.className = "prcomm-card";
  card.tabIndex = -1;
  card.hidden = true;
  document.body.append(card);
  let opener = null;
  const close = () => {
    if (card.hidden) return;
    card.hidden = true;
    document.querySelectorAll("svg.pc .chosen").forEach((one) => one.classList.remove("chosen"));
    if (opener) opener.focus({ preventScroll: true });
    opener = null;
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  const open = (from, words, head, ...inside) => {
    const button = made("button", "×");
    button.type = "button";
    button.setAttribute("aria-label", words.close);
    button.addEventListener("click", close);
    const title = made("h2", head);
    card.replaceChildren(button, title, ...inside.filter(Boolean));
    card.setAttribute("aria-label", head);
    document.querySelectorAll("svg.pc .chosen").forEach((one) => one.classList.remove("chosen"));
    from.classList.add("chosen");
    opener = from;
    card.hidden = false;
    card.scrollTop = 0;
    card.focus({ preventScroll: true });
  };

  /* A link to where a thing stands on the page. */
  const further = (link, words) => {
    const more = made("a", words.more);
    more.href = link.getAttribute("href");
    more.addEventListener("click", () => { opener = null; close(); });
    return made("p", "", more);
  };

  /* The row of a table, cell by cell under its head; what is empty, a dot or its number is left out. */
  const facts = (row) => {
    const heads = [...row.closest("table").querySelectorAll("thead th")];
    const told = made("dl");
    [...row.cells].forEach((cell, n) => {
      if (/^(|[●○]|\d+)$/.test(cell.textContent.trim())) return;
      const inside = cell.cloneNode(true);
      inside.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
      if (heads[n]) told.append(made("dt", heads[n].textContent));
      told.append(made("dd", "", ...inside.childNodes));
    });
    return told;
  };

  const start = (place) => {
    const svg = place.querySelector("svg.pc");
    const words = JSON.parse(place.querySelector("script").textContent);
    const roles = JSON.parse(svg.dataset.roles);
    const kinds = JSON.parse(svg.dataset.kinds);
    const entries = [...svg.querySelectorAll(".entry")];

    const choices = made("form");
    choices.className = "prcomm-choose";
    const choice = (name, label, all) => {
      const select = made("select");
      select.name = name;
      select.append(new Option(words.all, ""), ...all.map((one, n) => new Option(one, n)));
      choices.append(made("label", `${label}: `, select));
      return select;
    };
    const kind = kinds.length > 1 ? choice("kind", words.kind, kinds) : null;
    const role = choice("role", words.role, roles);
    const asked = (of) => {
      const its = list(of.dataset.kinds);
      const may = !role.value || list(of.dataset.roles).includes(role.value);
      return may && (!kind || !kind.value || !its.length || its.includes(kind.value));
    };
    const leads = (link) => link.getAttribute("href");
    const entryOf = (link) => entries.find((one) => leads(one.querySelector(".row")) === leads(link));
    const fade = () => {
      entries.forEach((one) => one.classList.toggle("faded", !asked(one)));
      svg.querySelectorAll(".way").forEach((one) => one.classList.toggle("faded", !asked(entryOf(one))));
    };
    choices.addEventListener("input", fade);
    choices.addEventListener("submit", (event) => event.preventDefault());
    place.prepend(choices);

    const ofRow = (link) => {
      const row = target(link)?.closest("tr");
      const entry = entryOf(link);
      const own = entry.querySelector(".row");
      const term = entry.querySelector(".term");
      open(
        link, words, called(own), made("p", titled(own)),
        term && made("p", `${words.until}: ${titled(term)}`), row && facts(row), further(link, words),
      );
    };
    const ofState = (link) => {
      const may = entries.filter((one) => list(one.dataset.in).includes(link.dataset.state) && !one.dataset.never && asked(one));
      const acts = made("ul", "", ...may.map((one) => {
        const row = one.querySelector(".row");
        const act = made("a", called(row));
        act.href = row.getAttribute("href");
        act.addEventListener("click", (event) => { event.preventDefault(); ofRow(row); });
        const who = list(one.dataset.roles).map((n) => roles[n]).join(", ");
        const term = one.querySelector(".term");
        return made("li", "", act, who ? ` – ${who}` : "", term ? ` (${titled(term)})` : "");
      }));
      open(
        link, words, titled(link), may.length ? made("p", `${words.may}:`) : made("p", words.nothing), acts,
        link.dataset.clocks && made("p", link.dataset.clocks), further(link, words),
      );
    };
    svg.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const shown = link.matches(".row, .way") ? ofRow : link.matches(".state") ? ofState : null;
      if (link.dataset.role) { role.value = role.value === link.dataset.role ? "" : link.dataset.role; fade(); }
      else if (!shown) return;
      else shown(link);
      event.preventDefault();
    });
  };
  document.querySelectorAll(".prcomm-lifecycle").forEach(start);
})();
