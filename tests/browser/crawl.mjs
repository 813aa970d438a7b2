// Reads every page once at 320 px, and judges what can be judged page by page: requests, links, policy, width, head.

import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {begin} from './count.mjs';
import {LANGUAGES, address, each, visit} from './site.mjs';

/** What a page says about itself, read in the browser. */
function describe() {
  const all = (selector, read) => [...document.querySelectorAll(selector)].map(read);
  const tag = (node) => `<${node.tagName.toLowerCase()} class="${node.getAttribute('class') ?? ''}">`;
  return {
    lang: document.documentElement.lang,
    titles: all('head > title', (node) => node.textContent.trim()),
    descriptions: all('meta[name=description]', (node) => node.content.trim()),
    canonicals: all('link[rel=canonical]', (node) => node.href),
    alternates: all('link[rel=alternate][hreflang]', (node) => [node.hreflang, node.href]),
    headings: all('h1', (node) => node.textContent.trim()),
    hidden: Boolean(document.querySelector('meta[name=robots][content*=noindex]')),
    ids: all('[id]', (node) => node.id),
    links: all('a[href]', (node) => node.href),
    width: document.documentElement.scrollWidth,
    wide: all('body *', (node) => [node, node.getBoundingClientRect().right])
      .filter(([, right]) => right > document.documentElement.clientWidth + 0.5)
      .slice(0, 3)
      .map(([node]) => tag(node)),
    // What the policy would refuse: styles and scripts that stand in the page itself.
    inline: all('[style], style, script:not([src], [type="application/ld+json"])', tag).concat(
      all('*', (node) => node).flatMap((node) =>
        [...node.attributes].filter(({name}) => name.startsWith('on')).map(({name}) => `${tag(node)} ${name}`)),
    ),
    // Words in another language must say so, and so must the names of the languages.
    foreign: all('.languages a, .translations li, .choice li, .quotation blockquote, .foreign, .passage',
      (node) => [tag(node), node.lang]),
  };
}

/** Reads one file of the site; `noise` holds all that should not have happened on the way. */
async function read(context, {url, folder}, file) {
  const path = address(file);
  const noise = [];
  // A page of its own: what a page leaves unfinished when the next one comes is no failure.
  const page = await context.newPage();
  page.on('request', (request) => request.url().startsWith(url) || noise.push(`outside the site: ${request.url()}`));
  page.on('response', (answer) => answer.status() < 400 || noise.push(`${answer.status()}: ${answer.url()}`));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(`script: ${error.message}`));
  // An old address moves on to the new one, and leaves what it has asked for.
  const alias = (await readFile(join(folder, file), 'utf8')).includes('http-equiv="refresh"');
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    if (!alias || why !== 'net::ERR_ABORTED') noise.push(`failed: ${request.url()} ${why}`);
  });
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
  const said = await page.evaluate(describe);
  const refused = await page.evaluate(() => globalThis.refused);
  await page.close();
  return {path, noise, alias, refused, ...said};
}

export async function crawl(site) {
  const context = await site.browser.newContext({viewport: {width: 320, height: 640}, locale: 'eo'});
  await context.addInitScript(() => {
    globalThis.refused = [];
    document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sourceFile, lineNumber}) =>
      globalThis.refused.push(`${effectiveDirective}: ${blockedURI} (${sourceFile}:${lineNumber})`));
  });
  const pages = new Map();
  await each(site.files, async (file) => pages.set(file, await read(context, site, file)));
  await context.close();
  return site.files.map((file) => pages.get(file));
}

export function policy({name, pages}) {
  const group = begin(`${name}, policy: nothing inline, nothing refused`);
  for (const page of pages) {
    const said = page.noise.filter((text) => text.includes('Content Security Policy'));
    group.judge(page.path || '/', [...page.inline.map((what) => `inline: ${what}`), ...page.refused, ...said]);
  }
}

export async function network({name, url, pages}) {
  const quiet = begin(`${name}, network: no other host, no 404, no console message`);
  for (const page of pages) quiet.judge(page.path || '/', page.noise);

  const links = begin(`${name}, links: every link inside the site leads somewhere`);
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
    links.judge(page.path || '/', broken);
  }
}

export function overflow({name, pages}) {
  const group = begin(`${name}, overflow: none at 320 px`);
  for (const page of pages) {
    group.judge(page.path || '/', page.width > 320 ? [`${page.width} px wide: ${page.wide.join(' ')}`] : []);
  }
}

export function foreign({name, about, pages, samples}) {
  const group = begin(`${name}, languages: switcher, translations, quotations and foreign words carry lang`);
  for (const page of pages) {
    group.judge(page.path || '/', page.foreign.filter(([, lang]) => !lang).map(([tag]) => `no lang: ${tag}`));
  }
  // They are found by their classes: on this page there is a known number of them.
  for (const {lang, path} of samples.filter(({kind}) => kind === 'release')) {
    const {length} = pages.find((page) => page.path === path).foreign;
    group.judge(`release in ${lang}`, length === about.foreign ? [] : [`${length} places, expected ${about.foreign}`]);
  }
}

/** From the root every page can be reached by links alone, in the document as a browser without scripts reads it. */
export async function reach({name, url, browser, files, pages}) {
  const group = begin(`${name}, reach: every page by links alone, without script`);
  const reached = await visit(browser, {}, async (page) => {
    await page.goto(url);
    return page.evaluate(async () => {
      const seen = new Set([location.href]);
      for (const from of seen) {
        const answer = await fetch(from);
        if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
        const document = new DOMParser().parseFromString(await answer.text(), 'text/html');
        for (const link of document.querySelectorAll('a[href]')) {
          const to = new URL(link.getAttribute('href'), from);
          to.hash = '';
          if (to.href.startsWith(location.href)) seen.add(to.href);
        }
      }
      return [...seen];
    });
  });
  for (const [index, page] of pages.entries()) {
    if (page.alias || files[index].endsWith('404.html')) continue;
    group.judge(page.path || '/', reached.includes(url + page.path) ? [] : ['no link leads here']);
  }
}

/** An address that leads nowhere, deep in the site: the answer is a page of the site, with its style and ways on. */
export async function lost({name, url, browser}) {
  const group = begin(`${name}, 404: a page of the site at any address`);
  for (const path of ['no-such-page', 'de/no/such/page/', 'vi/no-such-page.html']) {
    await group.attempt(path, (expect, problems) =>
      visit(browser, {}, async (page) => {
        page.on('response', (answer) => {
          if (answer.url() !== url + path && answer.status() >= 400) problems.push(`${answer.status()}: ${answer.url()}`);
        });
        const answer = await page.goto(url + path);
        expect('status', answer.status(), 404);
        expect('style sheets', await page.evaluate(() => document.styleSheets.length), 1);
        const ways = await page.locator('main a').evaluateAll((links) => links.map((link) => link.href));
        expect('ways on', ways.length > 0, true);
        for (const way of ways) expect(way, (await fetch(way)).status, 200);
      }));
  }
}

/** Earlier addresses: with scripts query and fragment come along, without them the page itself leads on; on a disk, too. */
export async function redirects({name, folder, url, browser, pages}) {
  const group = begin(`${name}, redirects: query and fragment come along`);
  const lead = (options, from) =>
    visit(browser, options, async (page) => {
      await page.goto(from, {waitUntil: 'commit'});
      await page.waitForURL((now) => now.pathname !== new URL(from).pathname);
      return page.url();
    });
  for (const {path} of pages.filter((page) => page.alias)) {
    await group.attempt(path, async (expect) => {
      const plain = await lead({javaScriptEnabled: false}, url + path);
      expect('a page', (await fetch(plain)).status, 200);
      expect('query and fragment', await lead({}, `${url}${path}?from=mail#site-main`), `${plain}?from=mail#site-main`);
      const file = pathToFileURL(join(folder, path, 'index.html')).href;
      expect('on a disk', (await lead({}, file)).replace(pathToFileURL(folder).href, ''), `/${plain.slice(url.length)}index.html`);
    });
  }
}
