// Pictures of a built site, for people to look at: node screenshots.mjs PUBLIC OUTDIR.

import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {kinds, launch, serve} from './site.mjs';

const [folder, out] = process.argv.slice(2);
if (!folder || !out) {
  console.error('usage: node screenshots.mjs PUBLIC OUTDIR');
  process.exit(2);
}

await mkdir(out, {recursive: true});
const site = await serve(folder);
const browser = await launch();
try {
  const wanted = ['home', 'release', 'releases'];
  const pages = (await kinds(browser, site.url)).filter(({kind}) => wanted.includes(kind));
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1280, 360]) {
      const options = {colorScheme, viewport: {width, height: 800}, reducedMotion: 'reduce'};
      const context = await browser.newContext(options);
      const page = await context.newPage();
      for (const {kind, lang, path} of pages) {
        await page.goto(site.url + path);
        await page.evaluate(() => document.fonts.ready);
        const file = join(out, `${kind}-${lang}-${width}-${colorScheme}.png`);
        await page.screenshot({path: file, fullPage: true});
        console.log(file);
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await site.close();
}
