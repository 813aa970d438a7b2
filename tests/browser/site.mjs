// What the tests and the screenshots share: the built site behind a small server, a browser, and the pages by kind.

import {createReadStream} from 'node:fs';
import {readdir, stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, resolve, sep} from 'node:path';
import {chromium} from 'playwright-core';

export const LANGUAGES = ['de', 'vi', 'en'];
export const SOURCE = 'de';

/** One page of each kind, by its German address; `release` is the first entry of `releases`. */
export const KINDS = {
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
  imprint: 'de/impressum/',
  privacy: 'de/datenschutz/',
  accessibility: 'de/barrierefreiheit/',
};

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Serves a built site from a sub path, so that a link to the domain's root shows itself as a 404. */
export async function serve(folder) {
  const root = resolve(folder);
  const prefix = '/sub/path/';
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    let file = path.startsWith(prefix) ? resolve(root, path.slice(prefix.length)) : null;
    if (file && path.endsWith('/')) file = join(file, 'index.html');
    const inside = file && file.startsWith(root + sep);
    const found = inside && (await stat(file).catch(() => null))?.isFile();
    if (!found) return response.writeHead(404, {'content-type': 'text/plain'}).end('not found');
    response.writeHead(200, {'content-type': TYPES[extname(file)] ?? 'application/octet-stream'});
    createReadStream(file).pipe(response);
  });
  await new Promise((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}${prefix}`,
    close: () => new Promise((done) => (server.close(done), server.closeAllConnections())),
  };
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The HTML files of a built site, relative to it. */
export async function htmlFiles(folder) {
  const entries = await readdir(folder, {recursive: true});
  return entries.filter((name) => name.endsWith('.html')).map((name) => name.split(sep).join('/')).sort();
}

/** The address of a file below the site: a folder for its index.html. */
export const address = (file) => file.replace(/(^|\/)index\.html$/, '$1');

/** What a page says about itself, read in the browser. */
export function describe(page) {
  return page.evaluate(() => {
    const all = (selector, read) => [...document.querySelectorAll(selector)].map(read);
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
        .map(([node]) => `<${node.tagName.toLowerCase()} class="${node.getAttribute('class') ?? ''}">`),
    };
  });
}

/** Every kind of page in every language: `{kind, lang, path}`; the translations are the ones the pages name. */
export async function kinds(browser, url) {
  const page = await browser.newPage({javaScriptEnabled: false});
  const found = [];
  for (let [kind, path] of Object.entries(KINDS)) {
    if (kind === 'release') {
      await page.goto(url + KINDS.releases);
      path = (await page.locator('.entry-title a').first().evaluate((link) => link.href)).slice(url.length);
    }
    const response = await page.goto(url + path);
    if (!response.ok()) throw new Error(`${path}: no page of kind ${kind}`);
    const {alternates, canonicals} = await describe(page);
    const base = canonicals[0].slice(0, canonicals[0].length - path.length);
    for (const lang of LANGUAGES) {
      const href = alternates.find(([tag]) => tag === lang)?.[1];
      if (!href) throw new Error(`${path}: no hreflang ${lang}`);
      found.push({kind, lang, path: href.slice(base.length)});
    }
  }
  await page.close();
  return found;
}
