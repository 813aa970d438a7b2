// Search, 4 of 4: the page. Answers as one types, from the site's own files; nothing is sent anywhere. The words that
// readers see are in the page, so none are here.
"use strict";

(() => {
  const form = document.getElementById("site-search");
  const {base, root, samples} = form.dataset;
  const part = (name) => document.querySelector(`.search-${name}`);
  const [status, results, list, facets, elsewhere, more] =
    ["status", "results", "list", "facets", "elsewhere", "more"].map(part);
  const index = document.getElementById("site-index");
  const input = form.elements.q;
  const lang = document.documentElement.lang;
  const SHOWN = 10;
  const EXCERPT = 220;
  const PAUSE = 150;
  const chosen = {section: "", year: ""};
  let hits = [];
  let shown = SHOWN;
  let turn = 0;

  /** A text with a number in it: the build made one for each way in which languages count. */
  function counted(texts, count, tag) {
    const rules = new Intl.PluralRules(tag);
    const numbers = samples.split(" ").map(Number);
    const exact = numbers.indexOf(count);
    const at = exact >= 0 ? exact : numbers.findLastIndex((number) => rules.select(number) === rules.select(count));
    return texts.split("|")[at].replace(String(numbers[at]), count.toLocaleString(tag));
  }

  function element(name, attributes, ...children) {
    const node = Object.assign(document.createElement(name), attributes);
    node.append(...children);
    return node;
  }

  /** A text with the words at `places` marked, cut to a length around the first of them. */
  function marked(text, first, places, length = Infinity) {
    const words = siteSearch.words(text);
    const hit = words.filter((_, at) => places.has(first + at));
    const begin = hit.length ? hit[0].index : 0;
    let from = 0;
    let to = text.length;
    if (text.length > length) {
      from = Math.max(0, Math.min(begin - length / 3, text.length - length));
      // Not in the middle of a word.
      from = from > 0 ? text.indexOf(" ", from) + 1 : 0;
      to = text.length > from + length ? text.lastIndexOf(" ", from + length) : text.length;
      if (to <= from) to = from + length;
    }
    const pieces = [from > 0 ? "… " : ""];
    let done = from;
    for (const {0: word, index: at} of hit) {
      if (at < done || at + word.length > to) continue;
      pieces.push(text.slice(done, at), element("mark", {}, word));
      done = at + word.length;
    }
    return [...pieces, text.slice(done, to), to < text.length ? " …" : ""];
  }

  /** The block that says most about the query; without one, what sums the page up. */
  function telling(blocks, places) {
    let best = blocks[0];
    let most = 0;
    for (const block of blocks) {
      const end = block[0] + siteSearch.words(block[1]).length;
      const inside = places.map((all) => all.filter((place) => place >= block[0] && place < end).length);
      // A heading says less than the text below it.
      const worth = inside.filter(Boolean).length * 10 + Math.min(9, inside.reduce((a, b) => a + b, 0)) - (block[0] < 512 ? 5 : 0);
      if (worth > most && inside.some(Boolean)) [best, most] = [block, worth];
    }
    return best;
  }

  async function result(index, {page, places}) {
    const {address, title, date, blocks} = await index.text(page);
    const all = new Set(places.flat());
    const link = element("a", {href: root + address}, ...marked(title, 0, all));
    const text = element("div", {className: "entry-text"}, element("h2", {className: "entry-title"}, link));
    const best = telling(blocks, places);
    // What sums the page up is a sentence and its topics: the topics alone would say too little.
    const topics = best !== blocks[0] && best?.[0] >= 512 && best[0] < 1024;
    for (const block of topics ? [blocks[0], best] : [best]) {
      if (!block) continue;
      const className = topics && block === best ? "entry-topics" : "entry-description";
      const excerpt = element("p", {className}, ...marked(block[1], block[0], all, EXCERPT));
      if (block[2]) excerpt.lang = block[2];
      text.append(excerpt);
    }
    const about = [index.pages[page].section, date].filter(Boolean);
    const where = element("p", {className: "entry-date"}, ...about.map((words) => element("span", {}, words)));
    return element("li", {className: "entry"}, element("article", {}, text, where));
  }

  const fits = (index, {page}, name) =>
    Object.keys(chosen).every((own) => own === name || !chosen[own] || index.pages[page][own] === chosen[own]);

  /** The choices of a facet, with how many answers each would leave. */
  function offer(index, facet) {
    const {facet: name, all, none} = facet.dataset;
    const counts = new Map();
    for (const hit of hits.filter((hit) => fits(index, hit, name))) {
      const value = index.pages[hit.page][name] || "-";
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const order = (name === "year" ? index.years : index.sections).map((value) => value || "-");
    const values = order.filter((value) => counts.has(value) || chosen[name] === value);
    facet.hidden = values.length < 2 && !chosen[name];
    const choice = (value, label, count) => {
      const radio = element("input", {type: "radio", name, value, checked: chosen[name] === value});
      return element("label", {}, radio, element("span", {}, label), element("span", {className: "count"}, String(count)));
    };
    const sum = [...counts.values()].reduce((a, b) => a + b, 0);
    facet.lastElementChild.replaceChildren(
      choice("", all, sum),
      ...values.map((value) => choice(value, value === "-" ? none : value, counts.get(value) ?? 0)));
  }

  async function show(index, now) {
    const left = hits.filter((hit) => fits(index, hit));
    const items = await Promise.all(left.slice(0, shown).map((hit) => result(index, hit)));
    if (now !== turn) return;
    const focused = document.activeElement?.closest?.(".search-facets") && document.activeElement;
    for (const facet of facets.children) offer(index, facet);
    // The choices were drawn again; the one that had the focus has it still.
    if (focused) facets.querySelector(`[name=${focused.name}]:checked`)?.focus();
    list.replaceChildren(...items);
    more.hidden = left.length <= shown;
    results.hidden = hits.length === 0;
    facets.hidden = hits.length < 2;
    document.getElementById("site-index").hidden = hits.length > 0;
    status.textContent = hits.length ? counted(status.dataset.found, left.length, lang) : status.dataset.none;
  }

  /** What the other languages have. */
  async function others(query, now) {
    elsewhere.hidden = true;
    for (const link of elsewhere.querySelectorAll("a")) {
      link.parentElement.hidden = true;
      const own = await siteSearch.open(base, link.lang).catch(() => null);
      const found = own ? await siteSearch.count(own, query) : 0;
      if (now !== turn) return;
      if (found === 0) continue;
      link.textContent = counted(link.dataset.found, found, link.lang);
      link.href = `${link.dataset.url}?q=${encodeURIComponent(query)}`;
      link.parentElement.hidden = elsewhere.hidden = false;
    }
  }

  function remember() {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries({q: input.value.trim(), ...chosen})) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (address.href !== location.href) history.replaceState(null, "", address);
  }

  async function answer() {
    const now = ++turn;
    const query = input.value.trim();
    remember();
    if (!siteSearch.words(query).length) {
      hits = [];
      results.hidden = elsewhere.hidden = true;
      index.hidden = false;
      status.textContent = "";
      return;
    }
    try {
      const own = await siteSearch.open(base, lang);
      const found = await siteSearch.find(own, query);
      if (now !== turn) return;
      hits = found;
      await show(own, now);
      await others(query, now);
    } catch {
      if (now === turn) status.textContent = status.dataset.failed;
    }
  }

  function restart() {
    shown = SHOWN;
    chosen.section = chosen.year = "";
    return answer();
  }

  let wait = 0;
  input.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(restart, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(wait);
    answer();
  });
  facets.addEventListener("change", ({target}) => {
    chosen[target.name] = target.value;
    shown = SHOWN;
    answer();
  });
  more.addEventListener("click", async () => {
    const next = list.children.length;
    shown += SHOWN;
    await answer();
    list.children[next]?.querySelector("a").focus();
  });

  const asked = new URL(location.href).searchParams;
  form.hidden = false;
  input.value = asked.get("q") ?? "";
  for (const name of Object.keys(chosen)) chosen[name] = asked.get(name) ?? "";
  answer();
})();
