// Tests of built sites: node run.mjs PUBLIC SPECIMEN. HTML by the W3C's checker, all else in Chromium.
// Build PUBLIC with --base-url https://example.org/sub/path/: the server takes the path, and only a page that works below
// a sub path works everywhere.

import {stat} from 'node:fs/promises';
import {join} from 'node:path';
import {accessibility} from './accessibility.mjs';
import {forced, tokens} from './colours.mjs';
import {begin, sum} from './count.mjs';
import {crawl, foreign, lost, network, overflow, policy, reach, redirects} from './crawl.mjs';
import {head} from './head.mjs';
import {html} from './html.mjs';
import {keyboard} from './keyboard.mjs';
import {layout} from './layout.mjs';
import {print} from './print.mjs';
import {root, scriptless} from './scriptless.mjs';
import {asked, disk, operated, order, relevance} from './search.mjs';
import {htmlFiles, kinds, launch, serve} from './site.mjs';
import {SITE, SPECIMEN} from './sites.mjs';
import {weight} from './weight.mjs';

const folders = process.argv.slice(2);
const built = await Promise.all(folders.map((folder) => stat(join(folder, 'index.html')).catch(() => null)));
if (folders.length === 0 || folders.length > 2 || built.includes(null)) {
  console.error('usage: node run.mjs PUBLIC [SPECIMEN]   (folders with built sites)');
  process.exit(2);
}

const started = Date.now();
const seconds = () => Math.round((Date.now() - started) / 1000);

/** One check after the other; the parts of a check run side by side. With TIMES=1 each says how long it took. */
const CHECKS = [
  ...[policy, network, overflow, head, foreign, reach, lost, redirects],
  ...[accessibility, keyboard, scriptless, root, layout],
  ...[tokens, forced, weight, print],
  ...[relevance, order, operated, asked, disk],
];

async function test(about, folder, browser) {
  const files = await htmlFiles(folder);
  const {url, close} = await serve(folder);
  const site = {name: about.name, about, folder, files, browser, url};
  // The checker is a program of its own and runs meanwhile.
  const checked = html(site);
  try {
    site.pages = await crawl(site);
    site.samples = await kinds(browser, url, about);
    for (const check of CHECKS) {
      const from = seconds();
      await check(site);
      if (process.env.TIMES) console.log(`${about.name}, ${check.name}: ${seconds() - from} s`);
    }
  } catch (error) {
    begin(`${about.name}, the tests themselves`).judge('run', [error.stack]);
  } finally {
    await checked;
    await close();
  }
  console.log(`${about.name}: ${files.length} pages, after ${seconds()} s`);
}

const browser = await launch();
try {
  for (const [index, folder] of folders.entries()) await test([SITE, SPECIMEN][index], folder, browser);
} finally {
  await browser.close();
}
process.exitCode = sum() ? 1 : 0;
