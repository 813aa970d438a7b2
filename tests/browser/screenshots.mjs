// Pictures of a built site, for people to look at: node screenshots.mjs PUBLIC OUTDIR [--specimen] [--kinds home,release]
// [--langs de] [--widths 360] [--schemes dark]. Releases are printed to PDF, too.

import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {LANGUAGES, each, kinds, launch, serve, visit} from './site.mjs';
import {SITE, SPECIMEN} from './sites.mjs';

const string = {type: 'string'};
const options = {kinds: string, langs: string, widths: string, schemes: string, specimen: {type: 'boolean'}};
const {values, positionals: [folder, out]} = parseArgs({options, allowPositionals: true});
if (!folder || !out) {
  console.error('usage: node screenshots.mjs PUBLIC OUTDIR [--specimen] [--kinds …] [--langs …] [--widths …] [--schemes …]');
  process.exit(2);
}

const about = values.specimen ? SPECIMEN : SITE;
const list = (given, all) => given?.split(',') ?? all;
const wanted = {kind: list(values.kinds, ['root', ...Object.keys(about.kinds)]), lang: list(values.langs, LANGUAGES)};
const widths = list(values.widths, ['1280', '360']).map(Number);
const schemes = list(values.schemes, ['light', 'dark']);

await mkdir(out, {recursive: true});
const site = await serve(folder);
const browser = await launch();

async function paint({kind, lang, path, width, colorScheme}) {
  await visit(browser, {colorScheme, viewport: {width, height: 800}}, async (page) => {
    await page.goto(site.url + path);
    await page.evaluate(async () => {
      for (const image of document.images) image.loading = 'eager';
      await Promise.allSettled([document.fonts.ready, ...[...document.images].map((image) => image.decode())]);
    });
    await page.screenshot({path: join(out, `${kind}-${lang}-${width}-${colorScheme}.png`), fullPage: true});
  });
}

async function print({lang, path}) {
  await visit(browser, {}, async (page) => {
    await page.goto(site.url + path);
    await page.evaluate(() => document.fonts.ready);
    await page.pdf({path: join(out, `release-${lang}-print.pdf`), format: 'A4', printBackground: true});
  });
}

try {
  const all = [{kind: 'root', lang: LANGUAGES[0], path: ''}, ...(await kinds(browser, site.url, about))];
  const pages = all.filter(({kind, lang}) => wanted.kind.includes(kind) && wanted.lang.includes(lang));
  const pictures = pages.flatMap((one) =>
    widths.flatMap((width) => schemes.map((colorScheme) => ({...one, width, colorScheme}))));
  const sheets = pages.filter(({kind}) => kind === 'release');
  await each(pictures, paint, 4);
  await each(sheets, print);
  console.log(`${pictures.length} pictures and ${sheets.length} printed releases in ${out}`);
} finally {
  await browser.close();
  await site.close();
}
