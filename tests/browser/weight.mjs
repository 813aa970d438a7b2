// Weight: what a first visit to the home page costs, and all scripts of the site together. What search loads is data, and
// weighed in search.mjs.

import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {begin} from './count.mjs';
import {NARROW, WIDE, each, visit} from './site.mjs';

const PAGE = 100_000;
const SCRIPTS = 10_240;

const packed = (bytes) => gzipSync(bytes, {level: 6}).length;

/** What a page asks for, in bytes by type: text as a host compresses it, fonts as they are, pictures left out. */
async function ask(page, address) {
  const answers = [];
  page.on('response', (answer) => answers.push(answer));
  await page.goto(address, {waitUntil: 'networkidle'});
  await page.evaluate(() => document.fonts.ready);
  const sums = {};
  for (const answer of answers) {
    const type = (answer.headers()['content-type'] ?? '').split(';')[0];
    const picture = type.startsWith('image/') && type !== 'image/svg+xml';
    if (picture) continue;
    const body = await answer.body();
    sums[type] = (sums[type] ?? 0) + (type.startsWith('font/') ? body.length : packed(body));
  }
  return sums;
}

export async function weight({name, browser, url, folder, samples}) {
  const pages = begin(`${name}, weight: a home page without its pictures, at most ${PAGE} bytes`);
  const homes = samples.filter(({kind}) => kind === 'home');
  const cases = homes.flatMap(({path}) => [NARROW, WIDE].map((size) => ({path, size})));
  await each(cases, async ({path, size}) => {
    const sums = await visit(browser, size, (page) => ask(page, url + path));
    const sum = Object.values(sums).reduce((all, one) => all + one, 0);
    const parts = Object.entries(sums).map(([type, bytes]) => `${type} ${bytes}`).join(', ');
    console.log(`weight of ${name}, ${path} at ${size.viewport.width} px: ${sum} bytes (${parts})`);
    const problems = sum <= PAGE ? [] : [`${sum} bytes`];
    // A page without its fonts is light for the wrong reason.
    if (!sums['font/woff2']) problems.push('no font was asked for');
    pages.judge(`${path}, ${size.viewport.width} px`, problems);
  });

  const scripts = begin(`${name}, weight: all scripts, at most ${SCRIPTS} bytes`);
  // The script of redirects is on pages that have no other.
  const isCounted = (file) => /\.m?js$/.test(file) && !/^search\b|^assets\/redirect\./.test(file);
  const files = (await readdir(folder, {recursive: true})).filter(isCounted);
  const sizes = await Promise.all(files.map(async (file) => packed(await readFile(join(folder, file)))));
  const sum = sizes.reduce((all, one) => all + one, 0);
  console.log(`weight of ${name}, scripts: ${sum} bytes in ${files.length} files`);
  scripts.judge('scripts', sum <= SCRIPTS ? [] : [`${sum} bytes: ${files.join(', ')}`]);
}
