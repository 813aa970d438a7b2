// Starts the editor: asks no host that the page does not name, and keeps the site's rules when it saves.

const {host, hosts} = document.body.dataset;
const allowed = [location.origin, ...hosts.split(' ').filter(Boolean)];

// The editor looks for news of itself elsewhere. The page's policy forbids that; asked here, it takes no for an answer.
const ask = window.fetch;
window.fetch = (input, options) => {
  const {origin, protocol} = new URL(input.url ?? input, location.href);
  const own = ['blob:', 'data:'].includes(protocol) || allowed.includes(origin);
  return own ? ask(input, options) : Promise.reject(new TypeError(`not asked: ${origin}`));
};

// It brings its fonts along, and style sheets that would fetch the same ones from elsewhere.
new MutationObserver((changes) => {
  for (const node of changes.flatMap(({addedNodes}) => [...addedNodes])) {
    const foreign = /@font-face\s*\{[^}]*url\(https:[^}]*\}/gu;
    if (node.localName === 'style' && foreign.test(node.textContent)) node.textContent = node.textContent.replace(foreign, '');
  }
}).observe(document.head, {childList: true});

// It takes a folder for a site only if git keeps it. Here a folder is a site if it has a site.yaml.
const pick = window.showDirectoryPicker;
if (pick) {
  window.showDirectoryPicker = async (options) => {
    const folder = await pick.call(window, options);
    await folder.getFileHandle('site.yaml');
    const open = folder.getDirectoryHandle;
    folder.getDirectoryHandle = async (name, how) => (name === '.git' ? folder : open.call(folder, name, how));
    return folder;
  };
}

/** Whatever Unicode calls white space: \s has one letter more and one less. */
const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;

/** The revision of a page's text, as bruecke makes it: docs/translators.md. */
async function revision(page) {
  const all = (list) => (Array.isArray(list) ? list : []);
  const parts = [
    ...[page.title, page.description, page.image?.alt, page.image?.caption, page.event?.place],
    ...all(page.attachments).map(({title}) => title),
    ...all(page.corrections).map(({note}) => note),
    page.body,
  ];
  const lines = parts.map((part) => String(part ?? '').normalize('NFC').split(SPACE).filter(Boolean).join(' '));
  const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash.slice(0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether pages of a list begin with their day. */
const isDated = (list) => list?.slug.startsWith('{{year}}');

/** Today, here: 2026-11-24. */
const today = () => new Date().toLocaleDateString('sv');

/**
 * Notes in each translation what it is a translation of, and in a new page of a dated section the day. What is off unless
 * it is on is not written down.
 */
async function complete({entry}, {collections, i18n: {default_locale: first}}) {
  const pages = new Map([[first, entry.get('data').toJS()]]);
  for (const [lang, page] of entry.get('i18n')) pages.set(lang, page.get('data').toJS());
  const [original] = [...pages].find(([, page]) => !page.translation?.from) ?? [first];
  // What the press office is bound to. Of a picture, every language needs the text alternative; all else it inherits.
  const inherited = pages.get(original).image ?? {};
  const refuse = (name) => { throw new Error('saving_failed', {cause: new Error(say(name).textContent)}); };
  for (const {image} of pages.values()) {
    if (!image) continue;
    const {src, alt, credit, decorative} = {...inherited, alt: '', ...Object.fromEntries(Object.entries(image).filter(([, value]) => value))};
    if (!(src && credit)) refuse('no-credit');
    if (!(alt || decorative)) refuse('no-alt');
  }
  const list = collections.find(({name}) => name === entry.get('collection'));
  let saved = entry;
  if (entry.get('newRecord') && isDated(list) && !pages.get(original).date) {
    saved = saved.setIn(original === first ? ['data', 'date'] : ['i18n', original, 'data', 'date'], today());
  }
  for (const [lang, page] of pages) {
    const at = lang === first ? ['data'] : ['i18n', lang, 'data'];
    if (lang === first && page.draft === false) saved = saved.deleteIn([...at, 'draft']);
    if (page.image?.decorative === false) saved = saved.deleteIn([...at, 'image', 'decorative']);
    const from = page.translation?.from || (lang === original ? null : original);
    if (!from || page.translation?.revision || !pages.has(from)) continue;
    saved = saved.setIn([...at, 'translation'], {...page.translation, from, revision: await revision(pages.get(from))});
  }
  return saved;
}

/** What the page has to say, in the language of who writes. */
const say = (name) => document.querySelector(`.said[lang="${language}"][data-name="${name}"]`);

const spoken = navigator.languages.map((tag) => tag.split('-')[0]);
const language = spoken.find((tag) => ['de', 'vi', 'en'].includes(tag)) ?? 'en';
const local = /^(127\.0\.0\.1|(.+\.)?localhost)$/u.test(location.hostname);

if (host || local) {
  const config = await (await fetch(`config.${language}.json`)).json();
  const {default: editor} = await import('./cms/index.js');
  editor.registerEventListener({name: 'preSave', handler: (saved) => complete(saved, config)});
  editor.init({config});
} else {
  say('alone').hidden = false;
}
