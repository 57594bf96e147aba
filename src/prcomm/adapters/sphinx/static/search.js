/* Finds what the reference tells of. Words are compared without their endings: of English and Russian as the stemmers of
   Snowball cut them, of Uzbek by a list of endings. */
(() => {
  "use strict";
  const page = document.querySelector("script.prcomm-search-words");
  if (!page) return;
  const { lang, words: say } = JSON.parse(page.textContent);
  const root = document.documentElement.dataset.content_root ?? "./";

  // -- words
  const stemmers = { en: new EnglishStemmer(), ru: new RussianStemmer() };
  const LETTERS = { ё: "е", ў: "у", қ: "к", ғ: "г", ҳ: "х" };
  const fold = (text) =>
    text.normalize("NFC").toLowerCase().replace(/(\p{L})['`´ʻʼ‘’′ʹ](?=\p{L}|$|\s)/gu, "$1").replace(/[ёўқғҳ]/g, (letter) => LETTERS[letter])
      .replace(/(\d)([⁰¹²³⁴-⁹]+)/g, (_, digit, raised) => `${digit}-${raised.normalize("NFKC")}`);
  const split = (text) => fold(text).match(/\d+(?:-\d+)*(?:\(\d+\))?|\p{L}[\p{L}\p{N}]*/gu) ?? [];
  const UNITS = new Set(["ст", "стат", "art", "articl", "modda", "модда", "кисм", "qism", "част", "ч", "part"]);
  const SMALL = new Set("и в на о об от по с к у из за для до не ли кто что как когда где the a an of to in on at and by for is are be who what how when where va uchun bilan haqida kim nima ва учун билан хакида ким нима".split(" "));
  const known = new Map();
  const cut = (word, endings) => {
    for (let again = 0; again < 2; again += 1) {
      const found = endings.find((ending) => word.length - ending.length >= 4 && word.endsWith(ending));
      if (!found) break;
      word = word.slice(0, -found.length);
    }
    return word;
  };
  const stem = (word, of, endings) => {
    if (/^\d/.test(word)) return word;
    const key = `${of} ${word}`;
    let found = known.get(key);
    if (found === undefined) {
      found = of.startsWith("uz") ? cut(word, endings) : (/[а-я]/.test(word) ? stemmers.ru : stemmers.en).stemWord(word);
      known.set(key, found);
    }
    return found;
  };

  // -- what there is, language by language
  const FIELDS = [[1, 10], [5, 7], [2, 2], [4, 2.5]]; // title, further words, where it stands, what is told
  const opened = new Map();
  const open = (of) => {
    if (!opened.has(of)) opened.set(of, new Promise((done) => {
      const script = document.createElement("script");
      script.src = `${root}_static/search-${of}.js`;
      script.onload = () => done(indexed(of, window.prcommFound[of]));
      script.onerror = () => done(null);
      document.head.append(script);
    }));
    return opened.get(of);
  };
  const indexed = (of, data) => {
    const endings = data.endings.map(fold).sort((a, b) => b.length - a.length);
    const stems = new Map();
    const phrases = new Map();
    const lengths = [];
    data.entries.forEach((entry, n) => {
      for (const phrase of [entry[1], ...entry[5].split(",")]) {
        const whole = split(phrase).map((word) => stem(word, of, endings)).join(" ");
        if (whole) phrases.set(whole, (phrases.get(whole) ?? new Set()).add(n));
      }
      for (const [field, weight] of FIELDS) {
        const found = split(entry[field]).map((word) => stem(word, of, endings)).filter((one) => field !== 1 || !UNITS.has(one));
        if (field === 1) lengths[n] = Math.max(1, new Set(found).size);
        for (const one of found) {
          let places = stems.get(one);
          if (!places) stems.set(one, (places = new Map()));
          const before = places.get(n);
          if (!before || before[0] < weight) places.set(n, [weight, field === 1 ? 1 : (before?.[1] ?? 0)]);
        }
      }
    });
    return { of, data, endings, stems, phrases, lengths, sorted: [...stems.keys()].sort() };
  };

  // -- how well a word of the question fits
  const common = (a, b) => {
    let n = 0;
    while (n < a.length && n < b.length && a[n] === b[n]) n += 1;
    return n;
  };
  const likes = ({ sorted }, word) => {
    if (/^\d/.test(word)) return [[word, 1]];
    const found = [];
    for (const other of sorted) {
      if (other === word) found.push([other, 1]);
      else if (word.length >= 3) {
        const same = common(word, other);
        if (same < Math.min(4, word.length)) continue;
        if (same === word.length || same === other.length) found.push([other, same >= 5 ? 0.9 : 0.5]);
        else if (same >= 5 && same >= 0.7 * Math.max(word.length, other.length)) found.push([other, 0.5 * same / Math.max(word.length, other.length)]);
      }
    }
    return found;
  };
  const score = (index, question) => {
    const asked = [...new Set(split(question).map((word) => stem(word, index.of, index.endings)))];
    const places = asked.some((word) => /^\d/.test(word));
    const large = asked.filter((word) => !SMALL.has(word) && !(places && UNITS.has(word)));
    const terms = large.length ? large : asked;
    const total = index.data.entries.length;
    const called = index.phrases.get(asked.join(" ")) ?? new Set();
    const hits = new Map();
    let most = 0;
    terms.forEach((term, t) => {
      const best = new Map();
      for (const [word, likeness] of likes(index, term)) {
        for (const [n, [weight, titled]] of index.stems.get(word)?.entries() ?? []) {
          const worth = weight * likeness;
          if (!best.has(n) || best.get(n)[0] < worth) best.set(n, [worth, titled * likeness]);
        }
      }
      const rare = Math.log(1 + total / (1 + best.size));
      most += 10 * rare; // what the best title comes to
      for (const [n, [worth, titled]] of best) {
        const hit = hits.get(n) ?? { worth: 0, titled: 0, terms: 0 };
        hits.set(n, { worth: hit.worth + worth * rare, titled: hit.titled + titled, terms: hit.terms + 1 });
      }
    });
    const found = [...hits].map(([n, hit]) => {
      const entry = index.data.entries[n];
      const whole = hit.terms / terms.length;
      const covers = called.has(n) ? 1 : Math.min(1, hit.titled / Math.max(index.lengths[n], terms.length));
      const worth = (called.has(n) ? Math.max(most, hit.worth) * 1.1 : hit.worth) * whole ** 3 * (1 + 1.2 * covers) * index.data.weights[entry[0]] * entry[6] * (1 - n / total / 10);
      return { index, entry, worth, whole };
    });
    return found;
  };
  const languages = (question) => {
    const cyrillic = /[а-яё]/i.test(fold(question));
    const latin = /[a-z]/i.test(fold(question));
    const script = cyrillic ? ["ru", "uz-Cyrl"] : latin ? ["en", "uz"] : [lang];
    return [...new Set([...(script.includes(lang) ? [lang] : []), ...script])];
  };
  const find = async (question) => {
    const indexes = (await Promise.all(languages(question).map(open))).filter(Boolean);
    const found = indexes.flatMap((index) => score(index, question));
    const best = Math.max(0, ...found.map((hit) => hit.whole));
    const urls = new Set();
    const own = found.some((hit) => hit.whole === best && hit.index.of === lang);
    return found
      .filter((hit) => (hit.whole === best || hit.whole >= 0.75) && (!own || hit.index.of === lang))
      .sort((a, b) => b.worth - a.worth)
      .filter(({ entry }) => !urls.has(`${entry[3]} ${entry[1]}`) && urls.add(`${entry[3]} ${entry[1]}`))
      .slice(0, 60);
  };

  // -- what is shown
  const excerpt = (text, question, index) => {
    const LONGEST = 220;
    const asked = split(question).map((word) => stem(word, index.of, index.endings));
    const spans = [...text.matchAll(/[\p{L}\p{N}'`´ʻʼ‘’′ʹ]+/gu)].filter(([word]) =>
      split(word).some((one) => asked.includes(stem(one, index.of, index.endings))));
    let from = Math.max(0, (spans[0]?.index ?? 0) - 80);
    if (from) from = text.indexOf(" ", from) + 1;
    const shown = document.createElement("p");
    let at = from;
    if (from) shown.append("… ");
    for (const span of spans.filter(({ index: place }) => place >= from && place < from + LONGEST)) {
      const mark = document.createElement("mark");
      mark.textContent = span[0];
      shown.append(text.slice(at, span.index), mark);
      at = span.index + span[0].length;
    }
    const end = text.length > from + LONGEST ? text.lastIndexOf(" ", from + LONGEST) : text.length;
    shown.append(text.slice(at, Math.max(at, end)), end < text.length ? " …" : "");
    return shown;
  };
  const shown = ({ index, entry: [sort, title, where, url, told] }, question) => {
    const item = document.createElement("li");
    item.lang = index.of;
    const link = document.createElement("a");
    link.href = root + url;
    link.textContent = title;
    const of = document.createElement("small");
    of.textContent = [where, index.data.sorts[sort]].filter(Boolean).join(" · ");
    item.append(link, " ", of);
    if (told) item.append(excerpt(told, question, index));
    return item;
  };
  const form = document.querySelector("form.prcomm-search");
  const field = form.elements.q;
  const show = async () => {
    const question = field.value.trim();
    const status = document.querySelector(".prcomm-found");
    const list = document.querySelector(".prcomm-hits");
    if (!question) {
      status.textContent = "";
      list.replaceChildren();
      return;
    }
    const hits = await find(question);
    if (question !== field.value.trim()) return; // it was changed meanwhile
    list.replaceChildren(...hits.map((hit) => shown(hit, question)));
    status.textContent = hits.length ? say.found.replace("{n}", hits.length) : say.nothing;
    history.replaceState(null, "", `?q=${encodeURIComponent(question)}`);
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  let later;
  field.addEventListener("input", () => { clearTimeout(later); later = setTimeout(show, 250); });
  window.prcommFind = async (question) => (await find(question)).slice(0, 10).map(({ index, entry, worth }) => ({
    title: entry[1], where: entry[2], url: entry[3], told: entry[4], sort: index.data.sorts[entry[0]], lang: index.of, worth,
  }));
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.focus();
  show();
})();
