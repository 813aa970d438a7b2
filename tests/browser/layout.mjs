// What becomes of every kind of page when readers change it: larger text, wider spacing, zoom, a phone, less motion.
// WCAG 1.4.4 (text of 200 %), 1.4.10 (reflow), 1.4.12 (spacing), 2.5.8 (size of targets).

import {begin} from './count.mjs';
import {each, visit} from './site.mjs';

/** In the page: text that cannot be read in full, because it leaves the window, its box, or is cut off. */
function lost() {
  const problems = [];
  const view = document.documentElement;
  if (view.scrollWidth > view.clientWidth) problems.push(`${view.scrollWidth} px wide in ${view.clientWidth}`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  // Most texts share their ancestors; each is measured once.
  const known = new Map();
  const measure = (node) => {
    if (!known.has(node)) {
      const {display, overflow, fontSize} = getComputedStyle(node);
      const holds = display !== 'inline' && display !== 'contents';
      // Glyphs may stand out of their line a little; that is not yet text outside its box.
      const slack = parseFloat(fontSize) * 0.4;
      known.set(node, {holds, slack, cuts: /hidden|clip/.test(overflow), frame: node.getBoundingClientRect()});
    }
    return known.get(node);
  };
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const own = text.parentElement;
    if (!text.data.trim() || own.closest('svg, .visually-hidden, .skip') || !own.checkVisibility()) continue;
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    const name = `${own.tagName.toLowerCase()}.${own.className} “${text.data.trim().slice(0, 40)}”`;
    if (box.left < -1 || box.right > view.clientWidth + 1) problems.push(`outside the window: ${name}`);
    let block = true;
    for (let node = own; node !== document.body; node = node.parentElement) {
      const {holds, cuts, slack, frame} = measure(node);
      const across = Math.max(box.right - frame.right, frame.left - box.left);
      const down = Math.max(box.bottom - frame.bottom, frame.top - box.top) - slack;
      const out = Math.round(Math.max(across, down));
      const place = `${node.tagName.toLowerCase()}.${node.className}`;
      const how = cuts ? 'cut off by' : 'outside';
      if (out > 1 && (cuts || (block && holds))) problems.push(`${out} px ${how} ${place}: ${name}`);
      if (holds) block = false;
    }
  }
  return [...new Set(problems)].slice(0, 8);
}

/** In the page: targets under 24 by 24 px that have not enough room around them either. */
function small() {
  const all = [...document.querySelectorAll('a[href], button')]
    .filter((node) => node.checkVisibility() && !node.closest('.skip'))
    .map((node) => {
      const box = node.getBoundingClientRect();
      return {node, box, x: box.left + box.width / 2, y: box.top + box.height / 2, tiny: box.width < 24 || box.height < 24};
    });
  const gap = ({x, y}, {box}) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  // A target as a line of running text is as high as the text allows.
  const running = 'p, figcaption, dd, .prose :is(li, td), .sources li';
  return all
    .filter((one) => one.tiny && !one.node.closest(running))
    .filter((one) => all.some((other) => other !== one &&
      (other.tiny ? Math.hypot(one.x - other.x, one.y - other.y) < 24 : gap(one, other) < 12)))
    .map(({node, box}) => {
      const size = `${Math.round(box.width)} × ${Math.round(box.height)} px`;
      return `${node.closest('[class]').className}, “${node.textContent.trim().slice(0, 30)}”: ${size}`;
    });
}

const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

/** Sizes and sheets by way of the CSSOM, which the policy allows. */
const larger = (page, size) => page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), size);
const spaced = (page, rules) =>
  page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, rules);

/** In the page: whether the headline leaves room for two marks, one on top of the other, and for the dot below. */
function marks() {
  const node = document.querySelector('h1');
  const {lineHeight, fontSize} = getComputedStyle(node);
  const problems = [];
  const ratio = parseFloat(lineHeight) / parseFloat(fontSize);
  if (!(ratio >= 1.249)) problems.push(`line height ${lineHeight} for ${fontSize}: ${ratio.toFixed(2)}`);
  for (let parent = node; parent && parent !== document.body; parent = parent.parentElement) {
    const {overflow} = getComputedStyle(parent);
    if (/hidden|clip/.test(overflow)) problems.push(`overflow ${overflow} on ${parent.tagName}.${parent.className}`);
  }
  return problems;
}

export async function layout({name, browser, url, samples}) {
  const zoom = begin(`${name}, zoom: nothing lost at 200 % and with text of 200 %`);
  const spacing = begin(`${name}, spacing: nothing lost with wide lines, letters and words`);
  const targets = begin(`${name}, targets: 24 px or room around them`);
  const motion = begin(`${name}, motion: none for those who want none`);
  const headline = begin(`${name}, headlines: room for Vietnamese marks`);
  await each(samples, ({path, lang}) =>
    visit(browser, {viewport: {width: 1280, height: 800}}, async (page) => {
      await page.goto(url + path);
      await page.evaluate(() => document.fonts.ready);
      const moving = await page.evaluate(() => document.getAnimations().length);
      motion.judge(path, moving ? [`${moving} animations`] : []);

      await larger(page, '200%');
      zoom.judge(`${path}, text of 200 % at 1280 px`, await page.evaluate(lost));
      await larger(page, '');
      // A window of 1280 px at a zoom of 200 % has the room of 640.
      await page.setViewportSize({width: 640, height: 400});
      zoom.judge(`${path}, zoom of 200 %`, await page.evaluate(lost));

      await spaced(page, SPACING);
      for (const width of [360, 1280]) {
        await page.setViewportSize({width, height: 800});
        spacing.judge(`${path}, ${width} px`, await page.evaluate(lost));
      }
      await spaced(page, '');

      for (const width of lang === 'vi' ? [1280, 1152, 768, 320] : []) {
        await page.setViewportSize({width, height: 800});
        headline.judge(`${path}, ${width} px`, await page.evaluate(marks));
      }
      await page.setViewportSize({width: 360, height: 800});
      targets.judge(path, await page.evaluate(small));
    }));
}
