// Colours: the contrast of the theme's tokens, their sRGB twins for older browsers, and forced colours.

import {begin} from './count.mjs';
import {NARROW, WIDE, each, visit} from './site.mjs';

/** What must stand out from what, and how much: WCAG 1.4.3 for text, 1.4.11 for marks. */
const PAIRS = [
  ...['ink', 'muted', 'blue', 'red'].flatMap((text) => ['paper', 'tint'].map((ground) => [text, ground, 4.5])),
  ...['line', 'gold'].map((mark) => [mark, 'paper', 3]),
];

/** In the page: the tokens as the screen shows them, as [red, green, blue]. */
function shown(names) {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const probe = document.body.appendChild(document.createElement('span'));
  const read = (name) => {
    probe.style.setProperty('color', `var(--${name})`);
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  return Object.fromEntries(names.map((name) => [name, read(name)]));
}

/** In the page: the tokens an older browser reads, `[name, value]` of one colour scheme; @supports is not for it. */
function older(scheme) {
  const found = [];
  const visit = (rules) => {
    for (const rule of rules) {
      const condition = rule instanceof CSSMediaRule ? rule.conditionText : '';
      if (rule instanceof CSSSupportsRule || /print/.test(condition)) continue;
      if (condition && !condition.replace(/\s/g, '').includes(`prefers-color-scheme:${scheme}`)) continue;
      if (rule.selectorText === ':root') {
        for (const name of rule.style) {
          const value = rule.style.getPropertyValue(name).trim();
          if (name.startsWith('--') && value.startsWith('#')) found.push([name.slice(2), value]);
        }
      }
      if (rule.cssRules) visit(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) visit(sheet.cssRules);
  return Object.fromEntries(found);
}

const channels = (hex) => {
  const full = hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex;
  return [1, 3, 5].map((at) => parseInt(full.slice(at, at + 2), 16));
};

const luminance = (rgb) => {
  const [red, green, blue] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

export async function tokens({name, browser, url, samples}) {
  const group = begin(`${name}, colours: contrast of the tokens, and their twins for older browsers`);
  const {path} = samples.find(({kind}) => kind === 'release');
  for (const colorScheme of ['light', 'dark']) {
    await visit(browser, {colorScheme}, async (page) => {
      await page.goto(url + path);
      const names = [...new Set(PAIRS.flat().filter((value) => typeof value === 'string')), 'rule'];
      const colours = await page.evaluate(shown, names);
      for (const [mark, ground, least] of PAIRS) {
        const found = contrast(colours[mark], colours[ground]);
        group.judge(`${mark} on ${ground}, ${colorScheme}`, found >= least ? [] : [`${found.toFixed(2)}, at least ${least}`]);
      }
      const old = await page.evaluate(older, colorScheme);
      for (const name of names) {
        const twin = old[name] && channels(old[name]);
        const far = twin ? Math.max(...twin.map((value, index) => Math.abs(value - colours[name][index]))) : Infinity;
        group.judge(`twin of ${name}, ${colorScheme}`, far <= 2 ? [] : [`${old[name]} is ${far} from rgb(${colours[name]})`]);
      }
    });
  }
}

/** The greatest contrast within a part of the window, as the screen shows it. */
async function strongest(page, clip) {
  const picture = (await page.screenshot({clip})).toString('base64');
  const pixels = await page.evaluate(async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    const {data} = canvas.getImageData(0, 0, image.width, image.height);
    const seen = new Set();
    for (let at = 0; at < data.length; at += 4) seen.add(data.slice(at, at + 3).join());
    return [...seen].map((rgb) => rgb.split(',').map(Number));
  }, picture);
  const sorted = pixels.sort((one, other) => luminance(one) - luminance(other));
  return contrast(sorted[0], sorted.at(-1));
}

/** In the page: the part of an element to look at, in the coordinates of the window. */
function part(node, what) {
  const box = node.getBoundingClientRect();
  const middle = box.top + box.height / 2;
  if (what === 'border') return {x: box.left - 2, y: middle - 2, width: 5, height: 4};
  if (what === 'ring') return {x: box.left - 9, y: middle - 2, width: 9, height: 4};
  if (what !== '::after') return {x: box.left, y: box.top, width: box.width, height: box.height};
  // A dot may be all border.
  const {left, top, width, borderLeftWidth} = getComputedStyle(node, what);
  const size = Math.max(parseFloat(width) || 0, 2 * parseFloat(borderLeftWidth));
  return {x: box.left + parseFloat(left), y: box.top + parseFloat(top), width: size, height: size};
}

/** Links, focus and what carries meaning without a text of its own must be seen in forced colours too. */
export async function forced({name, browser, url, samples}) {
  const group = begin(`${name}, forced colours: menu button, links, focus, stations`);
  const options = {forcedColors: 'active', ...NARROW};
  const wanted = samples.filter(({lang}) => lang === samples[0].lang);
  await each(wanted, ({kind, path}) =>
    visit(browser, options, (page) =>
      group.attempt(`${kind} (${path})`, async (expect, problems) => {
        await page.goto(url + path);
        await page.evaluate(() => document.fonts.ready);
        const seen = async (selector, what) => {
          const node = page.locator(selector).first();
          await node.evaluate((node) => node.scrollIntoView({block: 'center'}));
          const found = await strongest(page, await node.evaluate(part, what));
          if (found < 3) problems.push(`${selector} ${what}: contrast of ${found.toFixed(2)}`);
        };
        await seen('.menu > .menu-button', 'border');
        await seen('main a[href], footer a[href]', 'text');
        if (kind === 'timeline') {
          await seen('.timeline dt', '::after');
          await seen('.timeline dt:last-of-type', '::after');
          await page.setViewportSize(WIDE.viewport);
          await seen('.timeline dd', '::after');
          await seen('.timeline dd:last-child', '::after');
          await page.setViewportSize(NARROW.viewport);
        }
        // The ring is drawn when the keyboard was used last.
        await page.keyboard.press('Tab');
        await page.locator('.languages a').first().focus();
        await seen('.languages a', 'ring');
      })));
}
