// What axe-core finds, on every kind of page, in both colour schemes, on a desk and on a phone.

import axe from 'axe-core';
import {begin} from './count.mjs';
import {SOURCE, each, visit} from './site.mjs';

// Nothing but colours differs between the schemes.
const RULES = {dark: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}};
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function analyse(page, scheme) {
  await page.evaluate(() => document.fonts.ready);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const only = {runOnly: RULES[scheme] ?? {type: 'tag', values: TAGS}, resultTypes: ['violations']};
  const {violations} = await page.evaluate((options) => globalThis.axe.run(document, options), only);
  return violations.flatMap(({id, help, nodes}) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(' ')}\n    ${node.html.slice(0, 200)}`));
}

export async function accessibility({name, browser, url, samples}) {
  const group = begin(`${name}, axe: WCAG 2.2 A and AA, best practice`);
  const pages = [{kind: 'root', lang: SOURCE, path: ''}, ...samples];
  await each([1280, 360], (width) =>
    visit(browser, {viewport: {width, height: 800}}, async (page) => {
      for (const {kind, lang, path} of pages) {
        await page.goto(url + path);
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({colorScheme});
          const judge = async (what) => group.judge(`${what}, ${colorScheme}, ${width} px`, await analyse(page, colorScheme));
          await judge(`${kind} (${path || '/'})`);
          if (kind !== 'home' || width > 360) continue;
          await page.locator('.menu > .menu-button').click();
          await judge(`menu open (${lang})`);
          await page.keyboard.press('Escape');
        }
      }
    }));
}
