// Search through the real page: what it finds (relevance.json) and in which order, how it is operated, what it loads.

import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {analyse} from './accessibility.mjs';
import {begin} from './count.mjs';
import {LANGUAGES, NARROW, WIDE, each, visit} from './site.mjs';

/** What a first query may load, in bytes as they are: some hosts do not compress. */
const FIRST = 150_000;

/** The page of a language to search from. */
const pageOf = (samples, lang) => samples.find((one) => one.kind === 'search' && one.lang === lang).path;

const answered = (page) => page.waitForFunction(() => document.querySelector('.search-status').textContent);

/** The pages that are shown, as addresses below the language. */
async function answers(page) {
  const all = await page.locator('.search-list .entry-title a').evaluateAll((links) => links.map((link) => link.href));
  const home = await page.locator('.wordmark').evaluate((link) => new URL('.', link.href).href);
  return all.map((href) => (href.startsWith(home) ? href.slice(home.length) : href));
}

/** Types a query; the answers are there when the page says how many there are. */
export async function ask(page, query) {
  await page.evaluate(() => (document.querySelector('.search-status').textContent = ''));
  await page.locator('#site-search-words').fill(query);
  await answered(page);
  return answers(page);
}

export async function relevance({name, about, browser, url, samples}) {
  if (!about.queries) return;
  const sets = JSON.parse(await readFile(new URL('relevance.json', import.meta.url), 'utf8'));
  const group = begin(`${name}, search: what is expected is among the first five`);
  await each(LANGUAGES, (lang) =>
    visit(browser, WIDE, async (page) => {
      await page.goto(url + pageOf(samples, lang));
      for (const {query, why, expect: wanted, first} of sets[lang]) {
        await group.attempt(`${lang}: ${query.normalize()} (${why})`, async (expect, problems) => {
          const found = await ask(page, query);
          const missing = wanted.filter((one) => !found.slice(0, first ? 1 : 5).includes(one));
          problems.push(...missing.map((one) => `${one} is not among ${found.slice(0, 5).join(' ')}`));
        });
      }
    }));
}

/** All pages that a query finds, also those behind the button. */
async function everything(page, query) {
  await ask(page, query);
  while (await page.locator('.search-more').isVisible()) {
    const before = await page.locator('.search-list > li').count();
    await page.locator('.search-more').click();
    await page.waitForFunction((count) => document.querySelectorAll('.search-list > li').length > count, before);
  }
  return answers(page);
}

/** The first kind of page ranks before the other: those for which `first` holds. */
async function before(page, url, lang, found, first) {
  const texts = await Promise.all(found.map(async (path) => {
    const html = await (await fetch(`${url}${lang}/${path}`)).text();
    // The home page is no article; the first on it is of a list.
    return page.evaluate((html) => {
      const shown = new DOMParser().parseFromString(html, 'text/html');
      return (shown.querySelector('article.page') ?? shown.querySelector('.home-text, .prose, article')).textContent;
    }, html);
  }));
  const kinds = texts.map((text) => first.test(text.normalize().replace(/\u00ad/g, '')));
  const other = kinds.indexOf(false);
  return {kinds, sorted: other > 0 && !kinds.includes(true, other)};
}

export async function order({name, about, browser, url, samples}) {
  if (!about.queries) return;
  const group = begin(`${name}, search: whole words and exact marks first`);
  // Whole word | what contains it, in a language in which both are on the site.
  const cases = [
    ['de', 'wirtschaft', /(?<!\p{L})wirtschaft(?!\p{L})/iu],
    ['vi', 'thăm', /(?<!\p{L})thăm(?!\p{L})/iu],
    ['vi', 'mời', /(?<!\p{L})mời(?!\p{L})/iu],
    ['vi', 'bàn', /(?<!\p{L})bàn(?!\p{L})/iu],
  ];
  await each(cases, ([lang, query, first]) =>
    visit(browser, WIDE, async (page) => {
      await page.goto(url + pageOf(samples, lang));
      await group.attempt(`${lang}: ${query}`, async (expect) => {
        const {kinds, sorted} = await before(page, url, lang, await everything(page, query), first);
        expect(`first those with it, then others (${kinds})`, sorted, true);
      });
      const nfd = query.normalize('NFD');
      if (nfd === query) return;
      await group.attempt(`${lang}: ${query}, decomposed`, async (expect) =>
        expect('same answers', (await ask(page, nfd)).join(), (await ask(page, query)).join()));
    }));
  await group.attempt('de: Gesundheitswirtschaft among the answers for wirtschaft', (expect) =>
    visit(browser, WIDE, async (page) => {
      await page.goto(url + pageOf(samples, 'de'));
      expect('found', (await everything(page, 'wirtschaft')).includes('schwerpunkte/gesundheitswirtschaft/'), true);
    }));
}

/** By keyboard: type, choose a section, open an answer, come back. */
async function keys(page, expect, query) {
  const input = page.locator('#site-search-words');
  const focused = (selector) => page.evaluate((selector) => document.activeElement.matches(selector), selector);
  await input.focus();
  await page.keyboard.type(query, {delay: 20});
  // A slow machine answers before all is typed; the address tells when it was.
  await page.waitForURL((now) => now.searchParams.get('q') === query);
  await page.locator('.search-list mark').first().waitFor();
  const all = await page.locator('.search-list > li').count();
  expect('answers without Enter', all > 1, true);
  expect('status', /\d/.test(await page.locator('[role=status]').textContent()), true);
  expect('list of all pages', await page.locator('#site-index').isVisible(), false);
  await page.keyboard.press('Tab');
  expect('Tab goes to the sections', await focused('[name=section]:checked'), true);
  const said = await page.locator('[role=status]').textContent();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((said) => document.querySelector('[role=status]').textContent !== said, said);
  expect('focus stays on the choice', await focused('[name=section]:checked'), true);
  const section = new URL(page.url()).searchParams.get('section');
  const sections = await page.locator('.search-list .entry-date span:first-child').allTextContents();
  expect('only that section', sections.every((one) => one === section), true);
  await page.keyboard.press('Tab');
  // Where all answers are of one year there is nothing to choose.
  if (await page.locator('[data-facet=year]').isVisible()) {
    expect('Tab goes to the years', await focused('[name=year]:checked'), true);
    await page.keyboard.press('Tab');
  }
  expect('Tab goes to the answers', await focused('.search-list .entry-title a'), true);
  const target = await page.evaluate(() => document.activeElement.href);
  const shown = await answers(page);
  await Promise.all([page.waitForURL(target), page.keyboard.press('Enter')]);
  await page.goBack();
  await page.locator('.search-list > li').first().waitFor();
  expect('query after Back', await input.inputValue(), query);
  expect('answers after Back', (await answers(page)).join(), shown.join());
}

export async function operated({name, about, browser, url, samples}) {
  if (!about.queries) return;
  const group = begin(`${name}, search: keyboard, roles, deep link, other languages, no script`);
  const cases = LANGUAGES.flatMap((lang) => [WIDE, NARROW].map((size) => ({lang, size, path: pageOf(samples, lang)})));
  await each(cases, async ({lang, size, path}) => {
    const query = about.queries[lang];
    const where = `${path}, ${size.viewport.width} px`;
    const link = `${url}${path}?q=${encodeURIComponent(query)}`;
    const on = (what, steps, options = {}) =>
      group.attempt(`${what} (${where})`, (expect, problems) =>
        visit(browser, {...size, ...options}, async (page) => steps(expect, page, problems)));
    await on('keyboard', async (expect, page) => {
      await page.goto(url + path);
      await keys(page, expect, query);
    });
    await on('axe', async (expect, page, problems) => {
      await page.goto(link);
      await page.locator('.search-elsewhere li:not([hidden])').first().waitFor();
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({colorScheme});
        problems.push(...(await analyse(page, colorScheme)));
      }
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect('wider than the window', width > size.viewport.width, false);
      const landmark = await page.getByRole('search').first().ariaSnapshot();
      expect('label of the field', /searchbox "[^"]+"/.test(landmark), true);
      expect('live region', /status: /.test(landmark), true);
      expect('results named', await page.locator('.search-results').getAttribute('aria-label') !== '', true);
    });
    if (size === NARROW) return;
    await on('deep link', async (expect, page) => {
      await page.goto(link);
      await answered(page);
      const found = await answers(page);
      expect('found', found.length > 0, true);
      expect('query', await page.locator('#site-search-words').inputValue(), query);
      expect('emptied', (await page.locator('#site-search-words').fill(''), await page.waitForFunction(() =>
        !document.getElementById('site-index').hidden), new URL(page.url()).search), '');
      expect('as typed', (await ask(page, query)).join(), found.join());
    });
    await on('nothing found', async (expect, page) => {
      await page.goto(url + path);
      expect('answers', (await ask(page, 'xyzzyqq')).length, 0);
      expect('status', await page.locator('.search-status').textContent(), await page.locator('.search-status').getAttribute('data-none'));
      expect('list of all pages', await page.locator('#site-index').isVisible(), true);
    });
    await on('other languages', async (expect, page) => {
      await page.goto(link);
      const links = page.locator('.search-elsewhere li:not([hidden]) a');
      await links.first().waitFor();
      const first = await links.first().evaluate((node) => [node.lang, node.hreflang, node.textContent]);
      expect('lang', first[0] !== lang && first[0] === first[1], true);
      const count = Number(/\d+/.exec(first[2])[0]);
      await links.first().click();
      await answered(page);
      expect('lang there', await page.evaluate(() => document.documentElement.lang), first[0]);
      expect('as many there as promised', Number(/\d+/.exec(await page.locator('.search-status').textContent())[0]) >= count, true);
    });
    await on('index that does not load', async (expect, page) => {
      await page.route('**/search/**/*.js', (route) => route.abort());
      await page.goto(link);
      await answered(page);
      expect('status', await page.locator('.search-status').textContent(), await page.locator('.search-status').getAttribute('data-failed'));
      await page.unroute('**/search/**/*.js');
      expect('again', (await ask(page, query)).length > 0, true);
    });
    await on('no script', async (expect, page) => {
      await page.goto(url + path);
      expect('form', await page.locator('#site-search').isVisible(), false);
      expect('says so', /JavaScript/.test(await page.locator('.search').textContent()), true);
      expect('sections', (await page.locator('#site-index h2 a:visible').count()) > 3, true);
      const index = samples.find((one) => one.kind === 'tags' && one.lang === lang).path;
      const hrefs = await page.locator('#site-index h2 a').evaluateAll((all) => all.map((one) => one.href));
      expect('topics', hrefs.includes(url + index), true);
    }, {javaScriptEnabled: false});
  });
}

/** How many milliseconds the page takes to answer what stands in its field, once all files are there. */
export const answerTime = (page) =>
  page.evaluate(() => new Promise((done) => {
    const status = document.querySelector('.search-status');
    const input = document.getElementById('site-search-words');
    status.textContent = '';
    const begin = performance.now();
    new MutationObserver(() => status.textContent && done(performance.now() - begin)).observe(status, {childList: true});
    input.form.requestSubmit();
  }));

/** Every file that search asks for: of this site, allowed by the policy, not before the reader searches, and light. */
export async function asked({name, about, browser, url, samples}) {
  if (!about.queries) return;
  const group = begin(`${name}, search: loads its own files, when they are needed, at most ${FIRST} bytes for a first query`);
  await each(LANGUAGES, (lang) =>
    group.attempt(lang, (expect, problems) =>
      visit(browser, WIDE, async (page) => {
        const requests = [];
        page.on('response', (answer) => requests.push(answer));
        page.on('console', (message) => problems.push(message.text()));
        page.on('pageerror', (error) => problems.push(error.message));
        await page.goto(url + pageOf(samples, lang), {waitUntil: 'networkidle'});
        const scripts = requests.filter((one) => one.url().includes('/assets/search'));
        const data = () => requests.filter((one) => one.url().startsWith(`${url}search/`));
        expect('files before the reader searches', data().length, 0);
        await ask(page, about.queries[lang]);
        await page.waitForLoadState('networkidle');
        await page.locator('.search-elsewhere li:not([hidden])').nth(LANGUAGES.length - 2).waitFor();
        problems.push(...requests.map((one) => one.url()).filter((one) => !one.startsWith(url)));
        problems.push(...requests.filter((one) => one.status() >= 400).map((one) => `${one.status()}: ${one.url()}`));
        const bytes = await Promise.all([...scripts, ...data()].map(async (one) => (await one.body()).length));
        const sum = bytes.reduce((all, one) => all + one, 0);
        console.log(`search of ${name}, ${lang}: ${sum} bytes for a first query, ${data().length} files and ${scripts.length} scripts`);
        expect('light', sum <= FIRST, true);
        const time = await answerTime(page);
        console.log(`search of ${name}, ${lang}: answered after ${Math.round(time)} ms`);
        expect('answer within 100 ms', time <= 100, true);
      })));
}

/** The same from a disk: a site on a stick, without a server. */
export async function disk({name, about, browser, folder, samples}) {
  if (!about.queries) return;
  const group = begin(`${name}, search: works from a disk`);
  await each(LANGUAGES, (lang) =>
    group.attempt(lang, (expect) =>
      visit(browser, WIDE, async (page) => {
        await page.goto(pathToFileURL(resolve(folder, pageOf(samples, lang), 'index.html')).href);
        expect('found', (await ask(page, about.queries[lang])).length > 1, true);
        expect('address', new URL(page.url()).searchParams.get('q'), about.queries[lang]);
      })));
}
