// Search, 2 of 4: the index of a language, of which only the files that a query needs are loaded, each once.
"use strict";

(() => {
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const DIGITS = new Uint8Array(128);
  [...ALPHABET].forEach((letter, digit) => (DIGITS[letter.charCodeAt(0)] = digit));
  const START = 3;
  const TEXT = 1024;
  const PARTS = 8;
  const FILES = 32;
  const loads = new Map();
  const waiting = new Map();

  /** What every file of an index calls. */
  window.searchData = (name, data) => {
    waiting.get(name)?.(data);
    waiting.delete(name);
  };

  // A script, since a page opened from a disk may load scripts and nothing else.
  function load(base, name) {
    if (!loads.has(name)) {
      loads.set(name, new Promise((done, fail) => {
        const script = document.createElement("script");
        const failed = () => {
          loads.delete(name);
          fail(new Error(`${name} did not load`));
        };
        waiting.set(name, done);
        script.onload = () => waiting.has(name) && failed();
        script.onerror = failed;
        script.src = `${base}${name}.js`;
        document.head.append(script);
      }));
    }
    return loads.get(name);
  }

  /** Numbers in base 32, the lowest digit first; the sixth bit says that there is more. */
  function numbers(text) {
    const all = [];
    let value = 0;
    let shift = 0;
    for (let at = 0; at < text.length; at++) {
      const digit = DIGITS[text.charCodeAt(at)];
      value += (digit & 31) * 2 ** shift;
      shift += 5;
      if (digit & 32) continue;
      all.push(value);
      value = shift = 0;
    }
    return all;
  }

  /** A line of a file of words: key, words as written, `+` for a part of compounds. */
  function group(line, number) {
    const [key, ...forms] = line.split(" ");
    const part = forms[forms.length - 1] === "+";
    if (part) forms.pop();
    else if (forms.length === 0) forms.push(key);
    return {number, key, forms, folded: forms.map(siteSearch.fold), part};
  }

  const last = (rows, fits) => {
    let at = rows.length - 1;
    while (at > 0 && !fits(rows[at][0])) at--;
    return at;
  };

  class Index {
    constructor(base, lang, entry) {
      Object.assign(this, {entry, known: new Map()});
      this.load = (kind, hash) => load(base, `${lang}/${kind}-${hash}`);
    }

    /** What ranks and sorts answers, needed only where they are shown. */
    async details() {
      if (this.pages) return;
      const {pages, sections, years, texts, each} = await this.load("pages", this.entry.pages);
      const all = numbers(pages);
      let year = -1;
      this.pages = Array.from({length: all.length / 2}, (_, page) => {
        if (years[year + 1]?.[1] === page) year++;
        return {length: all[page * 2] / PARTS, section: sections[all[page * 2 + 1]], year: years[year][0]};
      });
      Object.assign(this, {sections, years: years.map(([name]) => name).reverse(), each, texts: texts.match(/.{8}/g)});
    }

    async words(at) {
      const [first, lines] = await this.load("words", this.entry.words[at][1]);
      if (!this.known.has(at)) this.known.set(at, lines.split("\n").map((line, row) => group(line, first + row)));
      return this.known.get(at);
    }

    /** The groups whose words begin like `folded`. */
    async around(folded) {
      const files = this.entry.words;
      if (files.length === 0) return [];
      const start = [...folded].slice(0, START).join("");
      const first = last(files, (begin) => begin <= start);
      const all = files.map((_, at) => at).filter((at) => at === first || (at > first && files[at][0].startsWith(start)));
      return (await Promise.all(all.map((at) => this.words(at)))).flat();
    }

    /** All groups of a small index; of a large one those that are there already. */
    async everything(files = 12) {
      if (this.entry.words.length <= files) await Promise.all(this.entry.words.map((_, at) => this.words(at)));
      return [...this.known.values()].flat();
    }

    /** The file that has the lists of a group. */
    listsOf(group) {
      return last(this.entry.lists, (first) => first <= group.number);
    }

    /** Calls `each(page, places)` for every page that has form number `form` of a group; the parts come after the forms. */
    async list(group, form, each) {
      const [first, hash] = this.entry.lists[this.listsOf(group)];
      const lists = await this.load("lists", hash);
      const all = numbers(lists[group.number - first].split(" ")[form]);
      let page = -1;
      for (let at = 0; at < all.length;) {
        const head = all[at++];
        page += 1 + (head >> 2);
        let further = head & 3;
        if (further === 3) further += all[at++];
        const first = all[at++];
        let place = (first >> 1) + (first & 1 ? 0 : TEXT);
        const places = [place];
        for (; further > 0; further--) places.push((place += all[at++]));
        each(page, places);
      }
    }

    /** Address, title, date and blocks of a page. */
    async text(page) {
      const file = Math.floor(page / this.each);
      const rows = await this.load("texts", `${this.texts[Math.floor(file / FILES)]}-${file % FILES}`);
      const [address, title, date, blocks] = rows[page % this.each];
      return {address, title, date, blocks};
    }
  }

  const open = new Map();

  siteSearch.open = async (base, lang) => {
    const entry = await load(base, lang);
    if (!open.has(lang)) open.set(lang, new Index(base, lang, entry));
    return open.get(lang);
  };
})();
