// The site by keyboard, with scripts and without: every stop of the Tab key can be seen, none is a trap; skip link, menu
// and language switch.

import {begin} from './count.mjs';
import {LANGUAGES, NARROW, SOURCE, WIDE, each, visit} from './site.mjs';

/** In the page: all that Tab should reach now, in the order of the document. */
function stops() {
  const all = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
  return [...document.querySelectorAll(all)].filter((node) =>
    !node.disabled && node.checkVisibility({visibilityProperty: true}) && node.getClientRects().length > 0);
}

/** In the page: which stop has the focus (-1 for none of them), and what is wrong with how it shows. */
function look(stops) {
  const node = document.activeElement;
  const wrong = [];
  const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(node);
  const transparent = /^transparent$|[,/] 0\)$/.test(outlineColor);
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2 || transparent) {
    wrong.push(`no focus ring (${outlineWidth} ${outlineStyle} ${outlineColor})`);
  }
  const box = node.getBoundingClientRect();
  const view = document.documentElement;
  const inside = box.left > -1 && box.right < view.clientWidth + 1 && box.top > -1 && box.bottom < view.clientHeight + 1;
  if (!inside) wrong.push(`outside the window: ${[box.left, box.top, box.right, box.bottom].map(Math.round)}`);
  // What the pointer would hit there is the element itself, unless something lies on top of it.
  const [line] = node.getClientRects();
  const hit = line && document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
  if (inside && hit && !node.contains(hit) && !hit.contains(node)) wrong.push(`covered by <${hit.tagName}>`);
  const name = `${node.tagName.toLowerCase()}.${node.className} “${node.textContent.trim().slice(0, 40)}”`;
  return {index: stops.indexOf(node), first: node === stops[0], name, wrong};
}

/** Presses Tab until the focus leaves the stops; the problems on the way. */
async function walk(page) {
  const all = await page.evaluateHandle(stops);
  const names = await all.evaluate((nodes) => nodes.map((node) => `${node.tagName} “${node.textContent.trim()}”`));
  const seen = new Set();
  const problems = [];
  for (let press = 0; press <= names.length; press++) {
    await page.keyboard.press('Tab');
    const {index, name, wrong} = await page.evaluate(look, all);
    if (index < 0 || seen.has(index)) break;
    problems.push(...wrong.map((what) => `${name}: ${what}`));
    if (seen.size !== index) problems.push(`${name}: stop ${seen.size + 1} of the Tab key, but ${index + 1} on the page`);
    seen.add(index);
  }
  if (names.length === 0) problems.push('no stops');
  for (const [index, name] of names.entries()) if (!seen.has(index)) problems.push(`not reached: ${name}`);
  return problems;
}

async function skip(page, expect) {
  await page.keyboard.press('Tab');
  const link = page.locator('.skip');
  const box = () => link.evaluate((node) => node === document.activeElement && node.getBoundingClientRect().top);
  expect('first stop shown', (await box()) >= 0, true);
  await page.keyboard.press('Enter');
  const main = () => page.evaluate(() => document.activeElement.tagName);
  expect('focus', await main(), 'MAIN');
  await page.keyboard.press('Tab');
  const inside = await page.evaluate(() => Boolean(document.activeElement.closest('main, footer')));
  expect('next stop after the header', inside, true);
}

async function menu(page, expect, key) {
  const button = page.locator('.menu > .menu-button');
  const focused = (locator) => locator.evaluate((node) => node === document.activeElement);
  const entry = page.locator('.menu-list a').first();
  await button.focus();
  await page.keyboard.press(key);
  expect(`open after ${key}`, await entry.isVisible(), true);
  await page.keyboard.press('Tab');
  expect('Tab goes to the first entry', await focused(entry), true);
  await page.keyboard.press('Escape');
  expect('open after Escape', await entry.isVisible(), false);
  expect('focus back on the button', await focused(button), true);
  // Through the open menu and out of it again.
  await page.keyboard.press(key);
  const within = () => page.evaluate(() => Boolean(document.activeElement.closest('.menu-list')));
  const length = await page.locator('.menu-list :is(a, button)').count();
  for (let stop = 1; stop <= length; stop++) {
    await page.keyboard.press('Tab');
    expect(`stop ${stop} in the menu`, await within(), true);
  }
  await page.keyboard.press('Tab');
  expect('still in the menu after its last stop', await within(), false);
}

export async function keyboard({name, browser, url, samples}) {
  const group = begin(`${name}, keyboard: Tab, focus, skip link, menu, languages`);
  const cases = samples
    .filter(({kind}) => kind === 'home' || kind === 'release')
    .flatMap((sample) => [WIDE, NARROW].map((size) => ({...sample, size})))
    .flatMap((one) => [true, false].map((javaScriptEnabled) => ({...one, javaScriptEnabled})))
    // With and without script the pages are the same; once is enough to see that.
    .filter(({lang, javaScriptEnabled}) => !javaScriptEnabled || lang === SOURCE);
  await each(cases, async ({path, lang, size, javaScriptEnabled}) => {
    const where = `${path}, ${size.viewport.width} px, script ${javaScriptEnabled ? 'on' : 'off'}`;
    await visit(browser, {...size, javaScriptEnabled}, async (page) => {
      const fresh = () => page.goto(url + path);
      await fresh();
      await group.attempt(`walk (${where})`, async (expect, problems) => problems.push(...(await walk(page))));
      await fresh();
      await group.attempt(`skip link (${where})`, (expect) => skip(page, expect));
      if (size === NARROW) {
        for (const key of ['Enter', 'Space']) {
          await fresh();
          await group.attempt(`menu by ${key} (${where})`, (expect) => menu(page, expect, key));
        }
      }
      await fresh();
      await group.attempt(`language switch by Enter (${where})`, async (expect) => {
        const other = LANGUAGES.find((one) => one !== lang);
        await page.locator(`.languages a[hreflang=${other}]`).focus();
        await Promise.all([page.waitForURL((now) => now.href !== url + path), page.keyboard.press('Enter')]);
        expect('lang', await page.evaluate(() => document.documentElement.lang), other);
      });
    });
  });
}
