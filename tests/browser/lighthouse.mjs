// Lighthouse on the home page, a release and the list of releases in every language: node lighthouse.mjs PUBLIC [--out DIR].
// PUBLIC must be built for the address it is served from: bruecke build --base-url http://127.0.0.1:8737/
// Lighthouse is fetched by npx when it is wanted; it is not one of the packages the tests need.

import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {CHROMIUM, FLAGS, kinds, launch, serve} from './site.mjs';
import {SITE} from './sites.mjs';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const options = {out: {type: 'string'}, port: {type: 'string', default: '8737'}, desktop: {type: 'boolean'}};
const {values, positionals: [folder]} = parseArgs({options, allowPositionals: true});
if (!folder) {
  console.error('usage: node lighthouse.mjs PUBLIC [--out DIR] [--port 8737] [--desktop]');
  process.exit(2);
}

const out = values.out ?? (await mkdtemp(join(tmpdir(), 'lighthouse-')));
await mkdir(out, {recursive: true});
const site = await serve(folder, {port: Number(values.port), compress: true});

/** One page: its report. */
async function measure({kind, lang, path}) {
  const file = join(out, `${kind}-${lang}.json`);
  const run = spawn('npx', [
    '--yes', LIGHTHOUSE, site.url + path,
    '--quiet', '--output=json', `--output-path=${file}`,
    `--only-categories=${CATEGORIES}`,
    `--chrome-flags=--headless=new ${FLAGS.join(' ')}`,
    ...(values.desktop ? ['--preset=desktop'] : []),
  ], {stdio: ['ignore', 'inherit', 'inherit'], env: {...process.env, CHROME_PATH: CHROMIUM}});
  const [code] = await once(run, 'close');
  if (code !== 0) throw new Error(`lighthouse on ${path}: exit code ${code}`);
  return JSON.parse(await readFile(file, 'utf8'));
}

/** The audits that count and are not perfect. */
const lacking = (report) => {
  const counted = new Set(Object.values(report.categories).flatMap(({auditRefs}) =>
    auditRefs.filter(({group}) => group !== 'hidden').map(({id}) => id)));
  return Object.values(report.audits).filter(({id, score}) => counted.has(id) && score !== null && score < 1);
};

try {
  const browser = await launch();
  const samples = await kinds(browser, site.url, SITE);
  await browser.close();
  const wanted = ['home', 'release', 'releases'];
  const below = new Map();
  const rows = {};
  for (const sample of samples.filter(({kind}) => wanted.includes(kind))) {
    const report = await measure(sample);
    if (report.runtimeError) throw new Error(`lighthouse on ${sample.path}: ${report.runtimeError.message}`);
    const scores = CATEGORIES.map((name) => [name, Math.round(report.categories[name].score * 100)]);
    rows[`${sample.kind} ${sample.lang}`] = Object.fromEntries(scores);
    for (const {id, score, title, displayValue} of lacking(report)) {
      const line = `${id} (${title})`;
      below.set(line, [...(below.get(line) ?? []), `${sample.kind} ${sample.lang} ${score.toFixed(2)} ${displayValue ?? ''}`.trim()]);
    }
  }
  console.table(rows);
  for (const [audit, pages] of below) console.log(`below 1: ${audit}\n  ${pages.join('\n  ')}`);
} finally {
  await site.close();
  if (!values.out) await rm(out, {recursive: true});
}
