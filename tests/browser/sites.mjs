// The two sites the tests look at, and what each of them has: one page of each kind, by its address in German;
// the kind the second entry of the menu leads to; a tag and its translation; how many places on a release carry `lang`.

/** The site of this repository. `release` is the first entry of `releases`. */
export const SITE = {
  name: 'site',
  // A page in plain German, for German readers alone.
  untranslated: 'de/leichte-sprache/',
  // Queries for search.mjs: one with many answers, of several sections and years, that the other languages answer, too.
  queries: {de: 'Torsten Bonew', vi: 'Torsten Bonew', en: 'Torsten Bonew'},
  menu: 'delegation',
  foreign: 5,
  tag: {from: 'de/themen/gesundheit/', lang: 'vi', to: 'vi/chu-de/y-te/'},
  kinds: {
    home: 'de/',
    releases: 'de/aktuelles/',
    release: null,
    plain: 'de/ueber-diese-website/',
    timeline: 'de/partnerschaft/',
    delegation: 'de/delegation/',
    dialogue: 'de/freundschaftsdialog/',
    sections: 'de/schwerpunkte/',
    section: 'de/schwerpunkte/gesundheitswirtschaft/',
    tags: 'de/themen/',
    tag: 'de/themen/gesundheit/',
    press: 'de/presse/',
    search: 'de/suche/',
    imprint: 'de/impressum/',
    privacy: 'de/datenschutz/',
    accessibility: 'de/barrierefreiheit/',
  },
};

/** tests/specimen: everything the theme can show, also what the site does not use. `release` is the page with it all. */
export const SPECIMEN = {
  name: 'specimen',
  // A page that only German has, and the original in place of its translations.
  untranslated: 'de/seiten/nur-auf-deutsch/',
  alone: {fallback: {vi: 'vi/cac-trang/nur-auf-deutsch/', en: 'en/pages/nur-auf-deutsch/'}},
  menu: 'timeline',
  foreign: 8,
  tag: {from: 'de/themen/strassen/', lang: 'vi', to: 'vi/chu-de/duong-pho/'},
  kinds: {
    home: 'de/',
    releases: 'de/seiten/',
    later: 'de/seiten/seite/2/',
    release: 'de/seiten/musterseite-mit-allem/',
    draft: 'de/seiten/entwurf/',
    outdated: 'de/seiten/zwei/',
    timeline: 'de/zeitleiste/',
    tags: 'de/themen/',
    tag: 'de/themen/rindfleischetikettierungsueberwachung/',
    press: 'de/presse/',
    search: 'de/suche/',
    imprint: 'de/impressum/',
    privacy: 'de/datenschutz/',
    accessibility: 'de/barrierefreiheit/',
  },
};
