// What search costs on large sites, measured: node large.mjs BRUECKE [--articles 1000] [--pairs 15] [--pages 5000] [--queries 20]
// BRUECKE is the program, built for release. It builds a site of so many articles in three languages, with its search and
// without, in turn; then one of so many pages a language, which Chromium searches for two words. Not one of the tests: a
// figure of time is of its machine. The sites are the same at each run: sentences of this site's own pages, by a fixed
// sequence of numbers, so words are as frequent as they really are.

import {spawnSync} from 'node:child_process';
import {mkdir, mkdtemp, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {answerTime, ask} from './search.mjs';
import {LANGUAGES, SOURCE, WIDE, launch, serve, visit} from './site.mjs';

const whole = (value) => ({type: 'string', default: String(value)});
const options = {articles: whole(1000), pairs: whole(15), pages: whole(5000), queries: whole(20)};
const {values, positionals: [program]} = parseArgs({options, allowPositionals: true});
const [articles, pairs, pages, queries] = Object.keys(options).map((name) => Number(values[name]));
if (!program || [articles, pairs, pages, queries].some((value) => !Number.isInteger(value) || value < 1)) {
  console.error('usage: node large.mjs BRUECKE [--articles 1000] [--pairs 15] [--pages 5000] [--queries 20]');
  process.exit(2);
}

/** How many words a page has. */
const WORDS = 700;
const SECTIONS = ['news', 'delegation', 'dialogue'];
const TAGS = Array.from({length: 30}, (_, at) => `topic-${at}`);

const folderOf = (number) => SECTIONS[number % SECTIONS.length];

/** Numbers below a bound, the same at each run (a linear congruence, Numerical Recipes). */
function numbers(seed) {
  let state = seed;
  return (bound) => Math.floor(((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32) * bound);
}

/** The sentences of this site's pages in a language, without markup. */
async function sentences(lang) {
  const content = resolve(import.meta.dirname, '../../content');
  const names = (await readdir(content, {recursive: true})).filter((name) => name.endsWith(`.${lang}.md`)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(content, name), 'utf8')));
  const bodies = texts.map((text) => text.split('\n---\n').slice(1).join('\n'));
  const lines = bodies.join('\n').split(/\n+|(?<=[.!?]) /u).map((line) => line.replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1'));
  return [...new Set(lines)].filter((line) => /^\p{Lu}[^{}[\]()<>|*_#:"`~\\]{20,}[.!?]$/u.test(line));
}

/** An article as a press office writes them: headings, a list, a quotation, a table, links to others, tags. */
function article(lang, number, count, sentences, next) {
  const some = (howMany) => Array.from({length: howMany}, () => sentences[next(sentences.length)]);
  const short = () => some(1)[0].slice(0, 60).trim();
  const front = [`title: ${short()} ${number}`, `description: ${some(1)[0]}`, `slug: article-${number}`];
  const tags = [0, 1, 2].map((at) => TAGS[(number * 7 + at * 5) % TAGS.length]);
  if (lang === SOURCE) {
    const date = new Date(Date.UTC(2005, 0, 1 + (number % 7300)));
    front.push(`date: ${date.toISOString().slice(0, 10)}`, `tags: [${tags.join(', ')}]`);
  } else {
    front.push(`translation: {from: ${SOURCE}}`);
  }
  const other = () => { const to = next(count); return `[${short()}](/${folderOf(to)}/a${to}.md)`; };
  const parts = [
    () => `${some(4).join(' ')} ${other()}`,
    () => `## ${short()}`,
    () => some(4).join(' '),
    () => some(4).map((line) => `- ${line}`).join('\n'),
    () => `> ${some(2).join('\n> ')}`,
    () => ['| Jahr | Năm | Year |', '| --- | --- | --- |', ...some(3).map((line) => `| ${number} | *${line}* | ${next(900)} |`)].join('\n'),
  ];
  const blocks = [];
  for (let words = 0; words < WORDS; words += blocks.at(-1).split(' ').length) blocks.push(parts[blocks.length % parts.length]());
  return `---\n${front.join('\n')}\n---\n${blocks.join('\n\n')}\n`;
}

/** Writes a site; gives its sentences, from which queries are made. */
async function site(folder, count, searched) {
  const own = Object.fromEntries(await Promise.all(LANGUAGES.map(async (lang) => [lang, await sentences(lang)])));
  const yaml = `base_url: https://example.org/\nlanguages: [${LANGUAGES.join(', ')}]\ntheme: leipzig\ncards: false\n`;
  const files = [['site.yaml', yaml]];
  for (const lang of LANGUAGES) {
    const from = lang === SOURCE ? '' : `translation: {from: ${SOURCE}}\n`;
    const next = numbers(LANGUAGES.indexOf(lang) + 1);
    const messages = ['site-title = Search', ...TAGS.map((tag) => `tag-${tag} = ${tag}`)];
    files.push([`locales/${lang}/site.ftl`, messages.map((line) => `# = same\n${line}\n`).join('')]);
    files.push([`content/_index.${lang}.md`, `---\ntitle: Home\n${from}---\n`]);
    for (const name of SECTIONS) files.push([`content/${name}/_index.${lang}.md`, `---\ntitle: ${name}\n${from}---\n`]);
    for (let at = 0; at < count; at++) files.push([`content/${folderOf(at)}/a${at}.${lang}.md`, article(lang, at, count, own[lang], next)]);
    if (searched) files.push([`content/search.${lang}.md`, `---\ntitle: Search\nslug: search\ntemplate: search.html\n${from}---\n`]);
  }
  for (const [name, text] of files) {
    await mkdir(dirname(join(folder, name)), {recursive: true});
    await writeFile(join(folder, name), text);
  }
  return own;
}

/** Builds into a folder that is not there, and says how many seconds that took. */
async function build(root, output) {
  await rm(output, {recursive: true, force: true});
  const begin = process.hrtime.bigint();
  const run = spawnSync(program, ['build', '--root', root, '--output', output], {encoding: 'utf8', maxBuffer: 2 ** 26});
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  if (run.status !== 0) throw new Error(`${program}: ${run.error ?? run.stderr.slice(0, 2000)}`);
  return seconds;
}

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];

async function time(folder) {
  const [searched, plain, output] = ['searched', 'plain', 'output'].map((name) => join(folder, name));
  await site(searched, articles, true);
  await site(plain, articles, false);
  // Once each, so that no disk is cold.
  await build(searched, output);
  await build(plain, output);
  const all = [];
  for (let pair = 0; pair < pairs; pair++) all.push([await build(searched, output), await build(plain, output)]);
  const [slow, fast] = [0, 1].map((at) => median(all.map((pair) => pair[at])));
  const ratio = median(all.map(([a, b]) => a / b));
  console.log(`build of ${articles} × ${LANGUAGES.length} pages: ${fast.toFixed(3)} s without search, ${slow.toFixed(3)} s with it; ` +
    `medians of ${pairs} pairs: ${(slow / fast).toFixed(3)}, ratio of each pair: ${ratio.toFixed(3)}`);
}

/** One query on a page that has loaded nothing yet: bytes of scripts and index, and the time of an answer. */
async function query(browser, url, words) {
  return visit(browser, WIDE, async (page) => {
    const answers = [];
    page.on('response', (answer) => answers.push(answer));
    await page.goto(url, {waitUntil: 'networkidle'});
    const found = await ask(page, words);
    await page.waitForLoadState('networkidle');
    const counted = answers.filter((one) => /\/search\/.*\.js$|\/assets\/search/.test(one.url()));
    const bytes = await Promise.all(counted.map(async (one) => (await one.body()).length));
    return {words, found: found.length, bytes: bytes.reduce((a, b) => a + b, 0), time: await answerTime(page)};
  });
}

async function load(folder) {
  const [root, output] = ['large', 'output'].map((name) => join(folder, name));
  const own = await site(root, pages, true);
  console.log(`build of ${pages} × ${LANGUAGES.length} pages: ${(await build(root, output)).toFixed(1)} s`);
  const served = await serve(output);
  const browser = await launch();
  try {
    for (const lang of LANGUAGES) {
      const next = numbers(7);
      const all = [];
      for (let at = 0; at < queries; at++) {
        // Two words side by side, stop words too: what is frequent weighs most.
        const line = own[lang][next(own[lang].length)].match(/[\p{L}\p{M}]+/gu);
        const begin = next(line.length - 1);
        all.push(await query(browser, `${served.url}${lang}/search/`, line.slice(begin, begin + 2).join(' ')));
      }
      const most = all.toSorted((a, b) => b.bytes - a.bytes)[0];
      const least = Math.min(...all.map((one) => one.bytes));
      const slowest = Math.max(...all.map((one) => one.time));
      const lacking = all.filter((one) => one.found === 0).map((one) => one.words);
      console.log(`${lang}: ${queries} queries of two words: ${least} to ${most.bytes} bytes (“${most.words}”), ` +
        `median ${median(all.map((one) => one.bytes))}; slowest answer ${Math.round(slowest)} ms; nothing found: ${lacking.join(', ') || 'none'}`);
    }
  } finally {
    await browser.close();
    await served.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'bruecke-large-'));
try {
  await time(folder);
  await load(folder);
} finally {
  await rm(folder, {recursive: true, force: true});
}
