// Search, 1 of 4: words, in the two forms that the index compares (src/emit/search/words.rs): as they are written,
// whatever the case, and folded: without marks, with đ as d and ß as ss.
"use strict";

const siteSearch = {};

(() => {
  const MARKS = "\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff";
  const WORD = new RegExp(`[\\p{Alphabetic}\\p{N}${MARKS}]*[\\p{Alphabetic}\\p{N}][\\p{Alphabetic}\\p{N}${MARKS}]*`, "gu");
  const MARK = new RegExp(`[${MARKS}]`, "g");
  const LETTERS = {đ: "d", ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", ı: "i", ς: "σ"};
  const UMLAUTS = {ä: "ae", ö: "oe", ü: "ue", ae: "a", oe: "o", ue: "u"};

  siteSearch.words = (text) => [...text.normalize("NFC").replace(/\u00ad/g, "").matchAll(WORD)];
  siteSearch.written = (word) => word.normalize("NFC").toLowerCase();
  siteSearch.fold = (word) =>
    word.normalize("NFKD").toLowerCase().replace(MARK, "").replace(/[đßæœøłıς]/g, (letter) => LETTERS[letter]);

  /** The ways a German may have typed a word: folded, with umlauts spelled out, and with "ae" taken for ä. */
  siteSearch.spellings = (word, umlauts) => {
    const folded = siteSearch.fold(word);
    if (!umlauts) return [folded];
    const spelled = siteSearch.fold(siteSearch.written(word).replace(/[äöü]/g, (letter) => UMLAUTS[letter]));
    return [...new Set([folded, spelled, folded.replace(/ae|oe|ue/g, (letters) => UMLAUTS[letters])])];
  };

  const marks = (word) => word.replace(/đ/g, "d\u0335").normalize("NFD").match(MARK) ?? [];

  /**
   * How well the marks of a word agree with those that were typed: 1 for the same or none typed, less where some were
   * left out, least where they are others. The place of a tone does not count: "khỏe" is "khoẻ".
   */
  siteSearch.agreement = (typed, word) => {
    const wanted = marks(typed);
    const rest = marks(word);
    const missing = wanted.filter((mark) => {
      const at = rest.indexOf(mark);
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    });
    if (missing.length) return 0.4;
    return wanted.length && rest.length ? 0.9 : 1;
  };

  /** Whether one letter too many, too few or wrong, or two that changed places, make the difference. */
  siteSearch.near = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    const same = (skipA, skipB) => a.slice(at + skipA) === b.slice(at + skipB);
    return same(1, 1) || same(1, 0) || same(0, 1) || (a[at] === b[at + 1] && a[at + 1] === b[at] && same(2, 2));
  };
})();
