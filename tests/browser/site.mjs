// What the tests and the tools share: the built site behind a small server, a browser, and the pages by kind.

import {createReadStream} from 'node:fs';
import {readFile, readdir, stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, resolve, sep} from 'node:path';
import {gzipSync} from 'node:zlib';
import {chromium} from 'playwright-core';

export const LANGUAGES = ['de', 'vi', 'en'];
export const SOURCE = 'de';

export const WIDE = {viewport: {width: 1280, height: 800}};
export const NARROW = {viewport: {width: 360, height: 740}};

/** The strictest policy a site can have: all of it is its own, and none of it stands in the pages. */
export const POLICY = [
  "default-src 'none'",
  ...['style', 'script', 'img', 'font', 'connect'].map((what) => `${what}-src 'self'`),
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};
const TEXT = /text|javascript|json|svg|xml/;

/** The path of the site's public address, as its root page names it. */
async function home(folder) {
  const [, address] = /<link rel="canonical" href="([^"]*)"/.exec(await readFile(join(folder, 'index.html'), 'utf8'));
  return new URL(address).pathname;
}

/**
 * Serves a built site below the path of its public address: for the tests that is a sub path, so that a link to the
 * domain's root shows itself as a 404. What does not exist is answered by the site's 404.html. `compress` does what a
 * good host does: gzip for text, and files with a hash in their name are kept for good.
 */
export async function serve(folder, {port = 0, compress = false} = {}) {
  const root = resolve(folder);
  const prefix = await home(folder);
  const server = createServer(async (request, response) => {
    response.setHeader('content-security-policy', POLICY);
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    let file = path.startsWith(prefix) ? resolve(root, path.slice(prefix.length)) : null;
    if (file && path.endsWith('/')) file = join(file, 'index.html');
    const inside = file && file.startsWith(root + sep);
    const found = inside && (await stat(file).catch(() => null))?.isFile();
    if (!found) {
      const page = await readFile(join(root, '404.html')).catch(() => 'not found');
      return response.writeHead(404, {'content-type': TYPES['.html']}).end(page);
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.setHeader('content-type', type);
    if (!compress) return createReadStream(file).pipe(response.writeHead(200));
    const lasting = path.startsWith(`${prefix}assets/`);
    response.setHeader('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (!TEXT.test(type)) return createReadStream(file).pipe(response.writeHead(200));
    response.writeHead(200, {'content-encoding': 'gzip', vary: 'accept-encoding'});
    response.end(gzipSync(await readFile(file), {level: 6}));
  });
  await new Promise((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}${prefix}`,
    close: () => new Promise((done) => (server.close(done), server.closeAllConnections())),
  };
}

export const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = () => chromium.launch({executablePath: CHROMIUM, args: FLAGS});

/** Runs `work` for each item, a few at a time: more than the machine has cores gains nothing. */
export async function each(items, work, lanes = 3) {
  const queue = [...items];
  const lane = async () => {
    while (queue.length) await work(queue.shift());
  };
  await Promise.all(Array.from({length: lanes}, lane));
}

/**
 * A page in a context of its own, closed in the end. Nothing moves, and the locale is one the sites do not speak, so
 * that the root stays where it is.
 */
export async function visit(browser, options, steps) {
  const context = await browser.newContext({locale: 'eo', reducedMotion: 'reduce', ...options});
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15000);
    return await steps(page);
  } finally {
    await context.close();
  }
}

/** The HTML files of a built site, relative to it. */
export async function htmlFiles(folder) {
  const entries = await readdir(folder, {recursive: true});
  return entries.filter((name) => name.endsWith('.html')).map((name) => name.split(sep).join('/')).sort();
}

/** The address of a file below the site: a folder for its index.html. */
export const address = (file) => file.replace(/(^|\/)index\.html$/, '$1');

/** The languages a page names for itself, by tag: addresses below the site. */
export function twins(page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('link[rel=alternate][hreflang]')];
    return Object.fromEntries(all.map((node) => [node.hreflang, node.href]));
  });
}

/** Every kind of page in every language: `{kind, lang, path}`; the translations are the ones the pages name. */
export async function kinds(browser, url, site) {
  return visit(browser, {javaScriptEnabled: false}, async (page) => {
    const found = [];
    for (let [kind, path] of Object.entries(site.kinds)) {
      if (path === null) {
        await page.goto(url + site.kinds.releases);
        path = (await page.locator('.entry-title a').first().evaluate((link) => link.href)).slice(url.length);
      }
      const response = await page.goto(url + path);
      if (!response.ok()) throw new Error(`${path}: no page of kind ${kind}`);
      const alternates = await twins(page);
      const base = alternates[SOURCE]?.slice(0, -path.length);
      for (const lang of LANGUAGES) {
        if (!alternates[lang]) throw new Error(`${path}: no hreflang ${lang}`);
        found.push({kind, lang, path: alternates[lang].slice(base.length)});
      }
    }
    // What stands in for a missing translation has no twins: hreflang does not name it.
    for (const [kind, paths] of Object.entries(site.alone ?? {})) {
      for (const [lang, path] of Object.entries(paths)) found.push({kind, lang, path});
    }
    return found;
  });
}
