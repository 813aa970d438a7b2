// Tests of `bruecke serve` as one who writes sees it: node preview.mjs BRUECKE [--pictures FOLDER]. The real program follows a
// copy of this site; files are edited, and Chromium shows the page. The pictures of docs/handbuch are made so.

import {readFile, rename, rm, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {parseArgs} from 'node:util';
import {analyse} from './accessibility.mjs';
import {begin, sum} from './count.mjs';
import {copy, serve} from './program.mjs';
import {LANGUAGES, NARROW, SOURCE, WIDE, launch, visit} from './site.mjs';

const {values: {pictures}, positionals: [program]} =
  parseArgs({options: {pictures: {type: 'string'}}, allowPositionals: true});
if (!program) {
  console.error('usage: node preview.mjs BRUECKE [--pictures FOLDER]');
  process.exit(2);
}

/** A copy of this site with a draft and a page under embargo. */
async function withDrafts() {
  const root = await copy();
  await writeFile(join(root, 'content/entwurf.de.md'), '---\ntitle: Ein Entwurf\ndraft: true\n---\nNoch nicht fertig.\n');
  await writeFile(join(root, 'content/spaeter.de.md'), '---\ntitle: Mit Sperrfrist\npublish: 2999-01-01T09:00\n---\nErst später.\n');
  return root;
}

/** Saves a file as editors do: beside, then renamed. */
async function save(path, text) {
  const beside = join(dirname(path), '.beside');
  await writeFile(beside, text);
  await rename(beside, path);
}

const panel = (page) => page.locator('.panel');
const shot = async (page, name, fullPage = false) => pictures && page.screenshot({path: join(pictures, `${name}.png`), fullPage});

/** The page that is edited, and its file. */
const PAGE = 'de/ueber-diese-website/';
const FILE = 'content/about.de.md';

async function edits(browser, {root, url}, address, file) {
  const group = begin('preview: an open page follows its file');
  const original = await readFile(file, 'utf8');
  await visit(browser, {...WIDE, locale: 'de-DE'}, async (page) => {
    await page.goto(url + address);
    await page.evaluate(() => { window.untouched = true; });
    const text = (words) => page.locator('main', {hasText: words}).waitFor();
    await group.attempt('an edit is shown, at the place that was read', async (expect) => {
      await page.evaluate(() => scrollTo(0, 300));
      const before = await page.evaluate(() => scrollY);
      await save(file, `${original}\nEin neuer Satz aus dem Test.\n`);
      await text('Ein neuer Satz aus dem Test.');
      await page.waitForFunction((top) => scrollY === top, before);
      expect('scrolled', before > 0, true);
    });
    await group.attempt('a mistake is shown over the page, in the language of its reader', async (expect) => {
      await save(file, original.replace('---\n', '---\nnonsense: 1\n'));
      await panel(page).waitFor();
      expect('language', await panel(page).getAttribute('lang'), 'de');
      expect('place', await panel(page).locator('.error .place').first().innerText(), `${FILE}:2:1`);
      expect('mark', await panel(page).locator('.error mark').first().innerText(), 'nonsense');
      expect('a way out', (await panel(page).locator('.error .help').first().innerText()).length > 0, true);
      expect('the last good version', await page.locator('main', {hasText: 'Ein neuer Satz aus dem Test.'}).count(), 1);
      await shot(page, 'fehler');
      for (const problem of await analyse(page)) expect('axe', problem, null);
    });
    await group.attempt('it can be put aside', async (expect) => {
      await panel(page).getByRole('button', {name: 'Ausblenden'}).click();
      expect('hidden', await panel(page).isVisible(), false);
      await save(file, original.replace('---\n', '---\nother: 1\n'));
      await panel(page).getByText('other').first().waitFor();
    });
    await group.attempt('it goes when the mistake is mended', async () => {
      await save(file, `${original}\nGeheilt.\n`);
      await text('Geheilt.');
      await panel(page).waitFor({state: 'hidden'});
    });
    await group.attempt('a style sheet is exchanged without a reload', async (expect) => {
      await page.evaluate(() => { window.untouched = true; });
      await save(join(root, 'themes/leipzig/assets/css/house.css'), 'body { outline: 7px solid red }\n');
      await page.waitForFunction(() => getComputedStyle(document.body).outlineWidth === '7px');
      expect('still the same page', await page.evaluate(() => window.untouched), true);
      expect('one style sheet', await page.locator('link[rel=stylesheet]').count(), 1);
    });
    await group.attempt('another page is no reason to reload', async (expect) => {
      await page.evaluate(() => { window.untouched = true; });
      await save(join(root, 'content/entwurf.de.md'), '---\ntitle: Ein Entwurf\ndraft: true\n---\nImmer noch nicht.\n');
      await page.waitForTimeout(1500);
      expect('still the same page', await page.evaluate(() => window.untouched), true);
    });
  });
}

async function badges(browser, {url}) {
  const group = begin('preview: who may see a page is said on it');
  for (const [locale, words] of [['de-DE', 'Entwurf'], ['vi-VN', 'Bản nháp'], ['en-GB', 'Draft']]) {
    await visit(browser, {...NARROW, locale}, (page) =>
      group.attempt(locale, async (expect) => {
        await page.goto(`${url}de/ein-entwurf/`);
        const badge = page.locator('.badge');
        await badge.waitFor();
        expect('badge', (await badge.innerText()).startsWith(words), true);
        await shot(page, `entwurf-${locale}`);
        if (locale === 'de-DE') await page.setViewportSize(WIDE.viewport).then(() => shot(page, 'entwurf'));
        expect('no overflow', await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
        for (const problem of await analyse(page)) expect('axe', problem, null);
      }));
  }
}

async function status(browser, {origin, url}) {
  const group = begin('preview: the status page');
  const kinds = LANGUAGES.flatMap((lang) => [[lang, WIDE, 'light'], [lang, NARROW, 'dark']]);
  for (const [lang, size, colorScheme] of kinds) {
    await visit(browser, {...size, locale: lang, colorScheme}, (page) =>
      group.attempt(`${lang}, ${size.viewport.width} px, ${colorScheme}`, async (expect) => {
        await page.goto(`${origin}/__bruecke/`);
        expect('language', await page.locator('html').getAttribute('lang'), lang);
        expect('drafts', (await page.locator('.state.draft').count()) > 0, true);
        expect('embargo', (await page.locator('.state.embargo').count()) > 0, true);
        expect('coming', (await page.locator('time[datetime^="2999"]').count()) > 0, true);
        expect('no overflow', await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
        await shot(page, `stand-${lang}-${colorScheme}`, true);
        if (lang === SOURCE && colorScheme === 'light') await shot(page, 'stand');
        for (const problem of await analyse(page)) expect('axe', problem, null);
        await page.getByRole('link', {name: 'Ein Entwurf'}).first().click();
        expect('link', page.url(), `${url}de/ein-entwurf/`);
      }));
  }
}

const root = await withDrafts();
const server = await serve(program, root);
const browser = await launch();
try {
  const site = {root, ...server};
  await edits(browser, site, PAGE, join(root, FILE));
  await badges(browser, site);
  await status(browser, site);
} finally {
  await browser.close();
  server.stop();
  await rm(root, {recursive: true, force: true});
}
process.exitCode = sum() ? 1 : 0;
