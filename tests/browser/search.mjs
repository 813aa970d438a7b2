// Search through the real page: what it finds (relevance.json) and in which order, how it is operated, what it asks for.

import {readFile, readdir} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {begin} from './count.mjs';
import {LANGUAGES, NARROW, SOURCE, WIDE, each, visit} from './site.mjs';

/** Types a query, or what a step needs; the answers are there when the page says how many there are. */
export async function ask(page, query) {
  await page.evaluate(() => (document.querySelector('.search-status').textContent = ''));
  await page.locator('#site-search-words').fill(query);
  await page.waitForFunction(() => document.querySelector('.search-status').textContent);
  return answers(page);
}

/** The pages that are shown, as addresses below the language. */
async function answers(page) {
  const all = await page.locator('.search-list .entry-title a').evaluateAll((links) => links.map((link) => link.href));
  const home = await page.locator('.wordmark').evaluate((link) => link.href);
  return all.map((href) => (href.startsWith(home) ? href.slice(home.length) : href));
}

const open = (page, url, path, query) => page.goto(`${url}${path}${query ? `?q=${encodeURIComponent(query)}` : ''}`);

/** Every query of a language in one page. */
export async function relevance({name, browser, url, samples}) {
  const sets = JSON.parse(await readFile(new URL('relevance.json', import.meta.url), 'utf8'));
  const group = begin(`${name}, search: what is expected is among the first five`);
  await each(LANGUAGES, async (lang) => {
    const {path} = samples.find((one) => one.kind === 'search' && one.lang === lang);
    await visit(browser, WIDE, async (page) => {
      await open(page, url, path);
      for (const {query, why, expect: wanted, first} of sets[lang]) {
        await group.attempt(`${lang}: ${query.normalize()} (${why})`, async (expect, problems) => {
          const found = await ask(page, query);
          const top = found.slice(0, first ? 1 : 5);
          for (const one of wanted) {
            if (!top.includes(one)) problems.push(`${one} is number ${found.indexOf(one) + 1 || 'none'} of ${found.slice(0, 6).join(' ')}`);
          }
        });
      }
    });
  });
}
