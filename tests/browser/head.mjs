// What search engines read: languages, titles, descriptions, canonical addresses, and the same page in other languages.

import {begin} from './count.mjs';
import {LANGUAGES, SOURCE} from './site.mjs';

export function head({name, about, pages}) {
  const group = begin(`${name}, head: lang, title, description, canonical, hreflang`);
  const shown = pages.filter((page) => !page.hidden && !page.alias);
  const base = shown.find((page) => page.path === '')?.canonicals[0] ?? 'no canonical at the root';
  const byAddress = new Map(shown.map((page) => [base + page.path, page]));
  const twins = (page, field) =>
    shown.filter((other) => other !== page && other[field][0] === page[field][0]).map((other) => other.path || '/');
  for (const page of shown) {
    const problems = [];
    const need = (fine, problem) => fine || problems.push(problem);
    const own = base + page.path;
    const lang = page.path.split('/')[0] || SOURCE;
    need(page.lang === lang, `lang is ${page.lang}, expected ${lang}`);
    need(page.headings.length === 1 && page.headings[0], `${page.headings.length} h1`);
    for (const field of ['titles', 'descriptions']) {
      need(page[field].length === 1 && page[field][0], `${page[field].length} ${field}`);
      const same = page[field][0] ? twins(page, field) : [];
      need(same.length === 0, `${field} as on ${same.join(', ')}: ${page[field][0]}`);
    }
    need(page.canonicals.length === 1 && page.canonicals[0] === own, `canonical ${page.canonicals}, expected ${own}`);
    const set = JSON.stringify(page.alternates);
    const tags = page.alternates.map(([tag]) => tag);
    need(new Set(tags).size === tags.length, `hreflang twice: ${tags}`);
    need(tags.includes('x-default'), 'no hreflang x-default');
    // What stands in for a missing translation is no version of the page.
    const wanted = about.untranslated === page.path ? [lang] : LANGUAGES;
    need(LANGUAGES.filter((one) => tags.includes(one)).join() === wanted.join(), `hreflang ${tags}, expected ${wanted}`);
    need(page.alternates.some(([, href]) => href === own), 'hreflang does not name the page itself');
    for (const [tag, href] of page.alternates) {
      const target = byAddress.get(href);
      need(target, `hreflang ${tag}: no page ${href}`);
      need(!target || tag === 'x-default' || target.lang === tag, `hreflang ${tag}: ${href} is in ${target?.lang}`);
      need(!target || JSON.stringify(target.alternates) === set, `hreflang ${tag}: ${href} does not name the same pages`);
    }
    group.judge(page.path || '/', problems);
  }
}
