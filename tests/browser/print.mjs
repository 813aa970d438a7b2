// A release on paper: what it says on the screen, and what a reader of the sheet needs to know besides.

import {begin} from './count.mjs';
import {each, visit} from './site.mjs';

/** In the page: the text that is seen in the present medium, and what tells one sheet from another. */
function seen() {
  const first = (selector) => document.querySelector(selector)?.textContent.trim();
  const tidy = (text) => text.replace(/\u00ad/g, '').replace(/\s+/g, ' ');
  const published = document.querySelector('meta[property="article:published_time"]').content;
  const shown = [...document.querySelectorAll('.print-only')].filter((node) => node.checkVisibility());
  return {
    text: tidy(document.body.innerText),
    title: tidy(first('h1')),
    date: tidy(first(`.dateline time[datetime="${published}"]`)),
    publisher: tidy(first('.footer-name')),
    foot: tidy(shown.map((node) => node.innerText).join(' ')),
    canonical: document.querySelector('link[rel=canonical]').href,
    ways: [...document.querySelectorAll('nav')].filter((node) => node.checkVisibility()).map((node) => node.className),
  };
}

/** In the page: whom to ask, as the home page says it. */
function press() {
  const values = document.querySelector('#site-press-contact').parentElement.querySelectorAll('dd');
  return [...values].map((node) => node.textContent.trim());
}

export async function print({name, browser, url, samples}) {
  const group = begin(`${name}, print: title, date, publisher, contact, address; no menus`);
  await each(samples.filter(({kind}) => kind === 'release'), ({lang, path}) =>
    visit(browser, {}, (page) =>
      group.attempt(path, async (expect, problems) => {
        await page.goto(url + samples.find((one) => one.kind === 'home' && one.lang === lang).path);
        const contact = await page.evaluate(press);
        await page.goto(url + path);
        await page.emulateMedia({media: 'print'});
        const sheet = await page.evaluate(seen);
        const holds = (place, what, text) =>
          (text && sheet[place].includes(text)) || problems.push(`no ${what} in the ${place} of the sheet: ${text}`);
        holds('text', 'title', sheet.title);
        // The foot is made for paper: it stands alone when the sheet is cut off or copied.
        for (const what of ['date', 'publisher', 'canonical']) holds('foot', what, sheet[what]);
        if (contact.length === 0) problems.push('no press contact on the home page');
        for (const text of contact) holds('foot', 'press contact', text);
        expect('menus on paper', sheet.ways.join(), '');
        const pdf = await page.pdf({format: 'A4'});
        expect('PDF', pdf.subarray(0, 5).toString(), '%PDF-');
      })));
}
