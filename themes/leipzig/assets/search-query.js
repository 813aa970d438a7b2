// Search, 3 of 4: a query → the pages that answer it, the best first.
"use strict";

(() => {
  // Where fields begin among a page's places, and what a word in them counts: title, headings, summary, text.
  const FIELDS = [[1024, 1], [512, 2], [64, 3], [0, 6]];
  const TITLE = 64;
  const value = (place) => (place >= 1024 ? 1 : FIELDS.find(([begin]) => place >= begin)[1]);
  const MOST = {groups: 12, files: 4};
  // Who finds a word on so many pages has no need of those where only longer ones stand.
  const ENOUGH = 200;

  /** The words of a group that a typed word stands for; whole words rank before beginnings, parts and guesses. */
  function matches(group, typed, spelling) {
    const found = group.forms.map((form, at) => {
      if (group.folded[at] !== spelling) return {group, form: at, quality: 0.7, whole: true};
      const quality = siteSearch.agreement(typed, form);
      return {group, form: at, quality, whole: quality > 0.5};
    });
    if (group.part) found.push({group, form: group.forms.length, quality: 0.35, whole: false});
    return found;
  }

  const guess = (group, quality) => [
    ...group.forms.map((_, form) => ({group, form, quality, whole: false, guessed: true})),
    ...(group.part ? [{group, form: group.forms.length, quality: quality / 2, whole: false, guessed: true}] : []),
  ];

  const exact = (groups, spelling) => groups.filter(({key, folded}) => key === spelling || folded.includes(spelling));

  /** The stem of a word that the site has only with other endings, or without one. */
  function stem(index, groups, spelling) {
    if (!index.entry.endings) return [];
    const ending = new RegExp(`^(?:${index.entry.endings})*$`);
    const spellings = [spelling, spelling.replace(/y/g, "i")];
    const fits = ({key}) =>
      key.length > 3 && spellings.some((word) => word.startsWith(key) && ending.test(word.slice(key.length)));
    const longest = groups.filter(fits).sort((a, b) => b.key.length - a.key.length);
    return longest.slice(0, 1);
  }

  function beginnings(index, groups, spelling) {
    const begins = ({key, folded}) => key.startsWith(spelling) || folded.some((word) => word.startsWith(spelling));
    const files = new Set();
    const shortest = groups.filter(begins).sort((a, b) => a.key.length - b.key.length || a.number - b.number);
    return shortest.slice(0, MOST.groups).filter((group) => {
      const file = index.listsOf(group);
      if (files.size < MOST.files) files.add(file);
      return files.has(file);
    });
  }

  /** What a typed word may stand for. */
  async function meanings(index, typed, isLast) {
    const found = [];
    for (const spelling of siteSearch.spellings(typed, index.entry.umlauts)) {
      const groups = await index.around(spelling);
      const same = exact(groups, spelling);
      const own = same.length ? same : stem(index, groups, spelling);
      found.push(...own.flatMap((group) => matches(group, typed, spelling)));
      // Syllables begin like too many others to be completed before they are the last.
      const complete = spelling.length >= (isLast && own.length === 0 ? 2 : 3) && (index.entry.endings || isLast || !own.length);
      if (!complete) continue;
      const longer = beginnings(index, groups, spelling).filter((group) => !own.includes(group));
      found.push(...longer.flatMap((group) => guess(group, own.length ? 0.4 : 0.6)));
    }
    return found;
  }

  /** Two words of the site that were typed as one. */
  async function halves(index, typed) {
    const has = async (part) => exact(await index.around(siteSearch.fold(part)), siteSearch.fold(part)).length > 0;
    for (let at = 2; at <= typed.length - 2; at++) {
      const parts = [typed.slice(0, at), typed.slice(at)];
      if ((await has(parts[0])) && (await has(parts[1]))) return parts;
    }
    return null;
  }

  async function typos(index, typed) {
    const folded = siteSearch.fold(typed);
    if (folded.length < 5) return [];
    const close = ({folded: words}) => words.some((word) => word.length >= 4 && siteSearch.near(word, folded));
    return (await index.everything()).filter(close).flatMap((group) => guess(group, 0.5));
  }

  /** Each typed word with what it may stand for. */
  async function understand(index, query, guessing) {
    const typed = siteSearch.words(query).slice(0, 12).map(([word]) => siteSearch.written(word));
    const words = [];
    for (const [at, word] of typed.entries()) {
      const found = await meanings(index, word, at === typed.length - 1);
      const parts = found.length ? null : await halves(index, word);
      if (parts) {
        for (const part of parts) words.push(await meanings(index, part, false));
      } else {
        words.push(found.length || !guessing ? found : await typos(index, word));
      }
    }
    // "Viet Nam" where the site writes "Vietnam".
    for (let at = 0; at + 1 < typed.length && words.length === typed.length; at++) {
      const joined = siteSearch.fold(typed[at] + typed[at + 1]);
      const groups = exact(await index.around(joined), joined);
      const found = groups.flatMap((group) => matches(group, joined, joined));
      words[at].push(...found);
      words[at + 1].push(...found);
    }
    return words;
  }

  /** The pages that have a word: how much it counts there, and its places. */
  async function pagesOf(index, meanings) {
    const pages = new Map();
    const lists = (some) => Promise.all(some.map(({group, form, quality, whole}) =>
      index.list(group, form, (page, places) => {
        let own = pages.get(page);
        if (own) {
          own.places = own.places.concat(places).sort((a, b) => a - b);
        } else {
          own = {weight: 0, title: 0, whole: false, places};
          pages.set(page, own);
        }
        if (places[0] < TITLE) own.title = Math.max(own.title, quality);
        for (const place of places) own.weight += value(place) * quality;
        own.whole ||= whole;
      })));
    await lists(meanings.filter(({guessed}) => !guessed));
    if (pages.size < ENOUGH) await lists(meanings.filter(({guessed}) => guessed));
    return pages;
  }

  /** How near two words come to each other, in this order: 1 for neighbours, more in a title. */
  function closeness(before, after) {
    let best = 0;
    let at = 0;
    for (const place of after) {
      while (at + 1 < before.length && before[at + 1] < place) at++;
      const distance = place - before[at];
      if (distance > 0 && distance <= 8) best = Math.max(best, (place < TITLE ? 2 : 1) / distance ** 2);
    }
    return best;
  }

  function score(index, page, words, pages) {
    const length = 0.4 + 0.6 * index.pages[page].length;
    let sum = 0;
    let near = 0;
    let before = null;
    for (const all of pages) {
      const own = all.get(page);
      if (own) {
        const rare = Math.log(1 + (index.pages.length - all.size + 0.5) / (all.size + 0.5));
        sum += rare * ((2.2 * own.weight) / (own.weight + 1.2 * length) + own.title);
        if (before) near += closeness(before.places, own.places);
      }
      before = own;
    }
    return sum * (1 + (2 * near) / Math.max(1, words.length - 1));
  }

  async function match(index, query) {
    const words = await understand(index, query, true);
    return {words, pages: await Promise.all(words.map((meanings) => pagesOf(index, meanings)))};
  }

  /** The answers to a query, best first: `{page, places}`, the places by word. Where no page has all words, those with most. */
  siteSearch.find = async (index, query) => {
    const [{words, pages}] = await Promise.all([match(index, query), index.details()]);
    const counts = new Map();
    for (const all of pages) for (const page of all.keys()) counts.set(page, (counts.get(page) ?? 0) + 1);
    const most = Math.max(0, ...new Set(counts.values()));
    const hits = [...counts.keys()].filter((page) => counts.get(page) === most);
    const answers = hits.map((page) => ({
      page,
      places: pages.map((all) => all.get(page)?.places ?? []),
      whole: pages.every((all) => all.get(page)?.whole ?? true),
      score: score(index, page, words, pages),
    }));
    return answers.sort((a, b) => b.whole - a.whole || b.score - a.score || b.page - a.page);
  };

  /** How many pages have all words of a query as whole words: what readers of another language are told. */
  siteSearch.count = async (index, query) => {
    const words = (await understand(index, query, false)).map((meanings) => meanings.filter(({whole}) => whole));
    // Lists are large: where a word has none, those of the others need not be loaded.
    if (words.some((meanings) => !meanings.length)) return 0;
    const [first, ...others] = await Promise.all(words.map((meanings) => pagesOf(index, meanings)));
    return [...first.keys()].filter((page) => others.every((all) => all.has(page))).length;
  };
})();
