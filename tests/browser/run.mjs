// Tests of a built site: node run.mjs PUBLIC. HTML by the W3C's checker, all else in Chromium, from a sub path.

import {spawnSync} from 'node:child_process';
import {readFile, stat} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import axe from 'axe-core';
import vnu from 'vnu-jar';
import {LANGUAGES, SOURCE, address, describe, htmlFiles, kinds, launch, serve} from './site.mjs';

const folder = process.argv[2];
if (!folder || !(await stat(join(folder, 'index.html')).catch(() => null))) {
  console.error('usage: node run.mjs PUBLIC   (a folder with a built site)');
  process.exit(2);
}

// ---- counting: a group has cases; a case passes when it finds no problem ----

const groups = new Map();
let group;

function begin(name) {
  group = {passed: 0, failed: 0};
  groups.set(name, group);
}

function judge(name, problems) {
  if (problems.length === 0) return group.passed++;
  group.failed++;
  console.log(`FAILED ${name}`);
  for (const problem of problems) console.log(`  ${problem}`);
}

/** A case in steps; `expect` collects problems, and an exception is one. */
async function attempt(name, steps) {
  const problems = [];
  const expect = (what, actual, wanted) => {
    if (actual !== wanted) problems.push(`${what}: ${JSON.stringify(actual)}, expected ${JSON.stringify(wanted)}`);
  };
  try {
    await steps(expect);
  } catch (error) {
    problems.push(String(error.message).split('\n')[0]);
  }
  judge(name, problems);
}

// ---- the checks ----

function html(files) {
  begin('html: W3C checker');
  const paths = files.map((file) => resolve(folder, file));
  const options = ['--format', 'json', '--stdout', '--exit-zero-always', '--errors-only'];
  const run = spawnSync('java', ['-Xss2m', '-jar', vnu, ...options, ...paths], {maxBuffer: 1 << 28, encoding: 'utf8'});
  if (run.error || run.status !== 0) {
    return judge('vnu-jar runs', [String(run.error ?? run.stderr)]);
  }
  const errors = JSON.parse(run.stdout).messages.filter((message) => message.type !== 'info');
  for (const [index, file] of files.entries()) {
    const url = new URL(`file://${paths[index]}`).href;
    const own = errors.filter((error) => error.url === undefined || new URL(error.url).href === url);
    judge(file, own.map((error) => `${error.lastLine ?? '?'}:${error.lastColumn ?? '?'} ${error.message}`));
  }
}

/** Reads every page at 320 px; says what each of them is, for the checks below. */
async function crawl(browser, url, files) {
  const pages = [];
  const context = await browser.newContext({viewport: {width: 320, height: 640}, locale: 'eo'});
  for (const file of files) {
    const path = address(file);
    const page = await context.newPage();
    const noise = [];
    page.on('request', (request) => request.url().startsWith(url) || noise.push(`outside the site: ${request.url()}`));
    page.on('response', (answer) => answer.status() < 400 || noise.push(`${answer.status()}: ${answer.url()}`));
    page.on('requestfailed', (request) => noise.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && noise.push(message.text()));
    page.on('pageerror', (error) => noise.push(`script: ${error.message}`));
    // An old address moves on to the new one.
    const alias = (await readFile(join(folder, file), 'utf8')).includes('http-equiv="refresh"');
    try {
      await page.goto(url + path, {waitUntil: alias ? 'commit' : 'load'});
      if (alias) await page.waitForURL((now) => now.href !== url + path);
    } catch (error) {
      noise.push(error.message.split('\n')[0]);
    }
    // Pictures that load late load now.
    await page.evaluate(async () => {
      await document.fonts.ready;
      for (const image of document.images) image.loading = 'eager';
      await Promise.allSettled([...document.images].map((image) => image.decode()));
    });
    pages.push({path, noise, alias, ...(await describe(page))});
    await page.close();
  }
  await context.close();
  return pages;
}

async function network(url, files, pages) {
  begin('network: no other host, no 404, no console message');
  for (const page of pages) judge(page.path || '/', page.noise);

  begin('links: every link inside the site leads somewhere');
  const known = new Map(pages.map((page) => [page.path, page.ids]));
  for (const page of pages) {
    const broken = [];
    for (const href of new Set(page.links)) {
      if (!href.startsWith(new URL(url).origin)) continue;
      const [to, fragment] = href.split('#');
      const path = to.slice(url.length);
      const ids = to.startsWith(url) ? known.get(path) : undefined;
      const exists = ids || (to.startsWith(url) && (await fetch(to, {method: 'HEAD'})).ok);
      if (!exists) broken.push(href);
      else if (ids && fragment && !ids.includes(decodeURIComponent(fragment))) broken.push(`${href}: no such id`);
    }
    judge(page.path || '/', broken);
  }
}

function overflow(pages) {
  begin('overflow: none at 320 px');
  for (const page of pages) {
    judge(page.path || '/', page.width > 320 ? [`${page.width} px wide: ${page.wide.join(' ')}`] : []);
  }
}

function head(pages) {
  begin('head: lang, title, description, canonical, hreflang');
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
    for (const wanted of LANGUAGES) need(tags.includes(wanted), `no hreflang ${wanted}`);
    need(page.alternates.some(([, href]) => href === own), 'hreflang does not name the page itself');
    for (const [tag, href] of page.alternates) {
      const target = byAddress.get(href);
      need(target, `hreflang ${tag}: no page ${href}`);
      need(!target || tag === 'x-default' || target.lang === tag, `hreflang ${tag}: ${href} is in ${target?.lang}`);
      need(!target || JSON.stringify(target.alternates) === set, `hreflang ${tag}: ${href} does not name the same pages`);
    }
    judge(page.path || '/', problems);
  }
}

async function accessibility(browser, url, samples) {
  begin('axe: WCAG 2.1 A and AA, best practice');
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
  const inScheme = async (colorScheme, width) => {
    // A locale the site does not speak: the root stays where it is.
    const options = {colorScheme, viewport: {width, height: 800}, locale: 'eo', reducedMotion: 'reduce'};
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const analyse = async (name) => {
      await page.evaluate(() => document.fonts.ready);
      await page.evaluate(axe.source);
      const only = {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']};
      const {violations} = await page.evaluate((options) => globalThis.axe.run(document, options), only);
      const problems = violations.flatMap(({id, help, nodes}) =>
        nodes.map((node) => `${id} (${help}): ${node.target.join(' ')}\n    ${node.html.slice(0, 200)}`),
      );
      judge(`${name}, ${colorScheme}, ${width} px`, problems);
    };
    for (const {kind, lang, path} of [{kind: 'root', lang: SOURCE, path: ''}, ...samples]) {
      await page.goto(url + path);
      await analyse(`${kind} (${path || '/'})`);
      if (kind !== 'home' || width > 360) continue;
      await page.locator('.menu > .menu-button').click();
      await analyse(`menu open (${lang})`);
    }
    await context.close();
  };
  for (const width of [1280, 360]) await Promise.all(['light', 'dark'].map((scheme) => inScheme(scheme, width)));
}

async function scriptless(browser, url, samples, pages) {
  begin('no script: menu, language switch, root');
  const visit = async (options, steps) => {
    const context = await browser.newContext({javaScriptEnabled: false, ...options});
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(5000);
      await steps(page);
    } finally {
      await context.close();
    }
  };
  const at = (page) => page.url().slice(url.length) || '/';
  const narrow = {viewport: {width: 360, height: 740}};
  const wide = {viewport: {width: 1280, height: 800}};
  const sample = (kind, lang) => samples.find((one) => one.kind === kind && one.lang === lang).path;

  for (const lang of LANGUAGES) {
    const release = sample('release', lang);
    const target = sample('delegation', lang);
    const entry = (page) => page.locator('.menu-list a').nth(1);
    await attempt(`menu at 1280 px (${release})`, (expect) =>
      visit(wide, async (page) => {
        await page.goto(url + release);
        expect('button shown', await page.locator('.menu > .menu-button').isVisible(), false);
        await entry(page).click();
        expect('after the click', at(page), target);
        expect('current entry', await entry(page).getAttribute('aria-current'), 'page');
      }));
    await attempt(`menu at 360 px (${release})`, (expect) =>
      visit(narrow, async (page) => {
        await page.goto(url + release);
        expect('open at first', await entry(page).isVisible(), false);
        await page.locator('.menu > .menu-button').click();
        expect('open after the button', await entry(page).isVisible(), true);
        await page.locator('.menu-close button').click();
        expect('open after closing', await entry(page).isVisible(), false);
        await page.locator('.menu > .menu-button').focus();
        await page.keyboard.press('Enter');
        expect('open after the Enter key', await entry(page).isVisible(), true);
        await page.keyboard.press('Escape');
        expect('open after the Escape key', await entry(page).isVisible(), false);
        await page.locator('.menu > .menu-button').click();
        await entry(page).click();
        expect('after the click', at(page), target);
      }));
    await attempt(`skip link (${release})`, (expect) =>
      visit(narrow, async (page) => {
        await page.goto(url + release);
        await page.keyboard.press('Tab');
        const focused = () => page.evaluate(() => document.activeElement.className);
        expect('first stop', await focused(), 'skip');
        await page.keyboard.press('Enter');
        expect('then', await focused(), 'main');
      }));
  }

  // Every page that has a translation switches to it: the switch says the same as hreflang, which `head` has checked.
  const base = pages.find((page) => page.path === '').canonicals[0];
  for (const size of [wide, narrow]) {
    for (const kind of new Set(samples.map((one) => one.kind))) {
      await attempt(`language switch at ${size.viewport.width} px (${kind})`, (expect) =>
        visit(size, async (page) => {
          await page.goto(url + sample(kind, SOURCE));
          for (const lang of [...LANGUAGES.slice(1), SOURCE]) {
            await page.locator(`.languages a[hreflang=${lang}]`).click();
            expect(`in ${lang}`, at(page), sample(kind, lang));
            expect('lang', await page.evaluate(() => document.documentElement.lang), lang);
            const current = page.locator('.languages a[aria-current]');
            expect('current language', await current.getAttribute('hreflang'), lang);
            const {canonicals} = await describe(page);
            expect('canonical', canonicals[0], base + sample(kind, lang));
          }
        }));
    }
  }
  await attempt('language switch on a tag', (expect) =>
    visit(wide, async (page) => {
      await page.goto(`${url}de/themen/gesundheit/`);
      await page.locator('.languages a[hreflang=vi]').click();
      expect('after the click', at(page), 'vi/chu-de/y-te/');
    }));
  await attempt('root without script', (expect) =>
    visit({...narrow, locale: 'vi'}, async (page) => {
      await page.goto(url);
      expect('stays', at(page), '/');
      const links = page.locator('.choice a[hreflang]');
      expect('languages', (await links.evaluateAll((all) => all.map((link) => link.hreflang))).join(), LANGUAGES.join());
      for (const link of await links.all()) expect('shown', await link.isVisible(), true);
      await links.nth(2).click();
      expect('after the click', at(page), 'en/');
    }));

  begin('root: moves on to the language of the browser');
  const locales = {vi: 'vi/', 'vi-VN': 'vi/', 'de-AT': 'de/', 'en-GB': 'en/', eo: '/'};
  for (const [locale, wanted] of Object.entries(locales)) {
    await attempt(`browser in ${locale}`, (expect) =>
      visit({javaScriptEnabled: true, locale}, async (page) => {
        await page.goto(url, {waitUntil: 'networkidle'});
        expect('address', at(page), wanted);
      }));
  }
}

// ---- all of it ----

const started = Date.now();
const files = await htmlFiles(folder);
html(files);
const site = await serve(folder);
const browser = await launch();
try {
  const pages = await crawl(browser, site.url, files);
  await network(site.url, files, pages);
  overflow(pages);
  head(pages);
  const samples = await kinds(browser, site.url);
  await accessibility(browser, site.url, samples);
  await scriptless(browser, site.url, samples, pages);
} catch (error) {
  begin('the tests themselves');
  judge('run', [error.stack]);
} finally {
  await browser.close();
  await site.close();
}

let [passed, failed] = [0, 0];
for (const [name, count] of groups) {
  console.log(`${count.failed ? 'FAILED' : 'ok    '} ${name}: ${count.passed} passed, ${count.failed} failed`);
  passed += count.passed;
  failed += count.failed;
}
console.log(`${files.length} pages, ${Math.round((Date.now() - started) / 1000)} s`);
console.log(`browser: ${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
