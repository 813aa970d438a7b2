// What works without a script: the menu, the language switch, the choice at the root; and the script of the root.

import {begin} from './count.mjs';
import {LANGUAGES, NARROW, SOURCE, WIDE, each, twins, visit} from './site.mjs';

export async function scriptless({name, about, browser, url, samples}) {
  const group = begin(`${name}, no script: menu, language switch, root`);
  const without = (options, steps) => visit(browser, {javaScriptEnabled: false, ...options}, steps);
  const at = (page) => page.url().slice(url.length) || '/';
  const sample = (kind, lang) => samples.find((one) => one.kind === kind && one.lang === lang).path;
  const entry = (page) => page.locator('.menu-list a').nth(1);

  const menu = async (lang) => {
    const release = sample('release', lang);
    const target = sample(about.menu, lang);
    await group.attempt(`menu at 1280 px (${release})`, (expect) =>
      without(WIDE, async (page) => {
        await page.goto(url + release);
        expect('button shown', await page.locator('.menu > .menu-button').isVisible(), false);
        await entry(page).click();
        expect('after the click', at(page), target);
        expect('current entry', await entry(page).getAttribute('aria-current'), 'page');
      }));
    await group.attempt(`menu at 360 px (${release})`, (expect) =>
      without(NARROW, async (page) => {
        await page.goto(url + release);
        expect('open at first', await entry(page).isVisible(), false);
        await page.locator('.menu > .menu-button').click();
        expect('open after the button', await entry(page).isVisible(), true);
        await page.locator('.menu-close button').click();
        expect('open after closing', await entry(page).isVisible(), false);
        await page.locator('.menu > .menu-button').click();
        await entry(page).click();
        expect('after the click', at(page), target);
      }));
  };

  // Every page that has a translation switches to it: the switch says the same as hreflang, which `head` has checked.
  const switching = ([size, kind]) =>
    group.attempt(`language switch at ${size.viewport.width} px (${kind})`, (expect) =>
      without(size, async (page) => {
        await page.goto(url + sample(kind, SOURCE));
        for (const lang of [...LANGUAGES.slice(1), SOURCE]) {
          const {[lang]: wanted} = await twins(page);
          await page.locator(`.languages a[hreflang=${lang}]`).click();
          expect(`in ${lang}`, at(page), sample(kind, lang));
          expect('lang', await page.evaluate(() => document.documentElement.lang), lang);
          const current = page.locator('.languages a[aria-current]');
          expect('current language', await current.getAttribute('hreflang'), lang);
          const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
          expect('canonical', canonical, wanted);
        }
      }));

  await each(LANGUAGES, menu);
  const everywhere = Object.keys(about.kinds).map((kind) => [WIDE, kind]);
  await each([...everywhere, [NARROW, 'home'], [NARROW, 'release']], switching);
  await group.attempt('language switch on a tag', (expect) =>
    without(WIDE, async (page) => {
      await page.goto(url + about.tag.from);
      await page.locator(`.languages a[hreflang=${about.tag.lang}]`).click();
      expect('after the click', at(page), about.tag.to);
    }));
  await group.attempt('root without script', (expect) =>
    without({...NARROW, locale: 'vi'}, async (page) => {
      await page.goto(url);
      expect('stays', at(page), '/');
      const links = page.locator('.choice a[hreflang]');
      expect('languages', (await links.evaluateAll((all) => all.map((link) => link.hreflang))).join(), LANGUAGES.join());
      for (const link of await links.all()) expect('shown', await link.isVisible(), true);
      await links.nth(2).click();
      expect('after the click', at(page), 'en/');
    }));
}

export async function root({name, browser, url}) {
  const group = begin(`${name}, root: moves on to the language of the browser`);
  const locales = {vi: 'vi/', 'vi-VN': 'vi/', 'de-AT': 'de/', 'en-GB': 'en/', eo: '/'};
  for (const [locale, wanted] of Object.entries(locales)) {
    await group.attempt(`browser in ${locale}`, (expect) =>
      visit(browser, {locale}, async (page) => {
        await page.goto(url, {waitUntil: 'networkidle'});
        expect('address', page.url().slice(url.length) || '/', wanted);
      }));
  }
}
