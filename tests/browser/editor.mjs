// Tests of the editor in the browser: node editor.mjs BRUECKE [--pictures FOLDER]. The real program follows a copy of this
// site; Chromium opens /admin/ and edits it in a folder, which lies in the browser's own file system: its dialogue for
// folders cannot be operated by a program. What was saved there is then put to the program.

import {mkdir, readFile, readdir, rm, symlink, writeFile} from 'node:fs/promises';
import {execFile} from 'node:child_process';
import {createServer} from 'node:http';
import {dirname, join, resolve} from 'node:path';
import {parseArgs, promisify} from 'node:util';
import {begin, sum} from './count.mjs';
import {copy, serve} from './program.mjs';
import {LANGUAGES, NARROW, WIDE, launch, visit} from './site.mjs';

const {values: {pictures}, positionals: [program]} =
  parseArgs({options: {pictures: {type: 'string'}}, allowPositionals: true});
if (!program) {
  console.error('usage: node editor.mjs BRUECKE [--pictures FOLDER]');
  process.exit(2);
}

const run = (...args) => promisify(execFile)(resolve(program), args).catch((error) => error);
const shot = async (page, name) => pictures && page.screenshot({path: join(pictures, `${name}.png`)});

const AT = '2026-11-27T12:00:00Z';
const GIF = Buffer.from('47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b', 'hex');

/** A page with all that a form could spoil: values of every kind, keys without a field, and what a form has in other forms. */
const KEY = 'content/news/2026-01-02-alles';
const ALL = {
  'index.de.md': `---
title: "Alles: auf einmal"
date: 2026-01-02
updated: 2026-02-03
publish: 2026-01-02T10:00:30+01:00
expires: 2999-01-02
tags: [health, economy]
weight: 3
template: page.html
authors: [Ä, 1234]
event: {start: 2026-01-02, end: 2026-01-04T10:00+07:00, place: Saal, timezone: Asia/Ho_Chi_Minh}
contacts:
  - {name: A, phone: "0341", email: a@example.org}
sources:
  - {publisher: A, date: "2026", lang: de}
corrections:
  - {date: 2026-01-03, note: Falsch}
aliases: [/de/alt/]
extra: {a: [1, {b: true}]}
---

Text mit **[Verweis](/press.md):** und *Kursivem*.[^1]

{% facts(title="Auf einen Blick") %}
Reise
: eine
{% end %}

[^1]: Fußnote *kursiv*.
`,
  'index.vi.md': `---
title: Tất cả
date: 2026-01-05
draft: true
slug: 2026
translation: {from: de, revision: "123456789012", by: B}
---

Văn bản.
`,
};

async function site() {
  const root = await copy();
  await writeFile(join(root, 'site.yaml'), `${await readFile(join(root, 'site.yaml'), 'utf8')}features: editor\n`);
  await symlink(resolve(import.meta.dirname, 'node_modules'), join(root, 'node_modules'));
  await mkdir(join(root, KEY));
  for (const [name, text] of Object.entries(ALL)) await writeFile(join(root, KEY, name), text);
  return root;
}

/** The files of a site that the editor reads, as texts. */
async function files(root) {
  const names = await readdir(join(root, 'content'), {recursive: true, withFileTypes: true});
  const paths = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(paths.map(async (path) => [path.slice(root.length + 1), await readFile(path, 'utf8')]));
  return {...Object.fromEntries(texts), 'site.yaml': ''};
}

/** Stands in for the browser's dialogue: always the same folder. */
const choose = () => {
  window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('site');
};

async function fill(texts) {
  const top = await (await navigator.storage.getDirectory()).getDirectoryHandle('site', {create: true});
  for (const [path, text] of Object.entries(texts)) {
    const parts = path.split('/');
    const name = parts.pop();
    let folder = top;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, {create: true});
    const file = await (await folder.getFileHandle(name, {create: true})).createWritable();
    await file.write(text);
    await file.close();
  }
}

/** All files of the folder; bytes as Latin letters. */
const saved = (page) => page.evaluate(async () => {
  const found = {};
  const walk = async (folder, before) => {
    for await (const [name, entry] of folder.entries()) {
      if (entry.kind === 'directory') await walk(entry, `${before}${name}/`);
      else found[before + name] = await (await entry.getFile()).text();
    }
  };
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('site'), '');
  return found;
});

/** What went wrong on a page, and whom it asked. */
function listen(page, {origin}) {
  const problems = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`page: ${error.stack}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(blob|data):/u.test(request.url())) problems.push(`asked ${request.url()}`);
  });
  return problems;
}

const WORDS = {
  de: {open: 'Mit lokalem Repository arbeiten', save: 'Speichern', title: 'Titel', section: 'Aktuelles'},
  vi: {open: 'Làm việc với kho mã nguồn cục bộ', save: 'Lưu', title: 'Tiêu đề', section: 'Tin tức'},
  en: {open: 'Work with Local Repository', save: 'Save', title: 'Title', section: 'News'},
};

/** Opens the folder in the editor. */
async function enter(page, {url, texts}, lang) {
  await page.addInitScript(choose);
  await page.goto(`${url}admin/`);
  await page.evaluate(fill, texts);
  await page.getByRole('button', {name: WORDS[lang].open}).click();
  await page.getByText(WORDS[lang].section, {exact: true}).first().waitFor();
}

/** Goes to a form. */
async function form(page, {url}, path, lang = 'de') {
  await page.goto(`${url}admin/#/collections/${path}`);
  await page.getByRole('textbox', {name: WORDS[lang].title}).first().waitFor();
  // The form is drawn twice: with what it knows, and with what it has read.
  await page.waitForTimeout(600);
}

async function keep(page, lang = 'de') {
  await page.getByRole('button', {name: WORDS[lang].save, exact: true}).click();
  await page.waitForURL(/collections\/[^/]+$/u);
  await page.getByRole('grid').waitFor();
}

/** What differs between two states of the folder: the paths. */
const changed = (before, after) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path]).sort();

/** Puts the folder's files into the site, and asks the program for what it finds wrong. */
async function judged(root, all) {
  for (const [path, text] of Object.entries(all)) {
    if (path === 'site.yaml') continue;
    await mkdir(dirname(join(root, path)), {recursive: true});
    await writeFile(join(root, path), path.endsWith('.gif') ? GIF : text);
  }
  const {stdout} = await run('check', '--root', root, '--format', 'json', '--at', AT);
  const errors = JSON.parse(stdout).diagnostics.filter(({severity}) => severity === 'error');
  return errors.map(({code, message, at}) => `${code}: ${message} ${at?.file}:${at?.line}`);
}

async function lists(browser, site) {
  const group = begin('editor: opens and shows the site');
  const kinds = LANGUAGES.flatMap((lang) => [[lang, WIDE, 'light'], [lang, NARROW, 'dark']]);
  for (const [lang, size, colorScheme] of kinds) {
    await visit(browser, {...size, locale: lang, colorScheme}, (page) =>
      group.attempt(`${lang}, ${size.viewport.width} px, ${colorScheme}`, async (expect, problems) => {
        const heard = listen(page, site);
        if (size === NARROW) {
          await page.addInitScript(choose);
          await page.goto(`${site.url}admin/`);
          await page.getByText('Leipzig').first().waitFor();
          await page.evaluate(fill, site.texts);
          await page.getByRole('button', {name: WORDS[lang].open}).click();
        } else {
          await enter(page, site, lang);
        }
        await page.getByText(WORDS[lang].section, {exact: true}).first().waitFor();
        await page.waitForTimeout(500);
        await shot(page, `editor-${lang}-${colorScheme}`);
        if (size === WIDE) {
          for (const name of Object.values(site.sections[lang])) {
            expect(`section ${name}`, await page.getByRole('treeitem', {name, exact: true}).count(), 1);
          }
          await page.getByRole('treeitem', {name: site.sections[lang][0], exact: true}).click();
          await page.getByRole('row').nth(10).waitFor();
          expect('releases', await page.getByRole('row').count() > 10, true);
          await form(page, site, 'news/entries/2024-09-22-economic-delegation', lang);
          await shot(page, `editor-${lang}-form`);
        }
        problems.push(...heard);
      }));
  }
}

/** The front matter of a file as lines, and its text. */
function parts(text) {
  const [, front, body] = /^---\n(.*?)\n---\n(.*)$/su.exec(text);
  return {front: front.split('\n'), body: body.trim()};
}

/** How far each file's translation is. */
async function states(root) {
  const {stdout} = await run('translations', '--root', root, '--format', 'json');
  return Object.fromEntries(JSON.parse(stdout).translations.map(({file, state}) => [file, state]));
}

/** The day on which the browser is. */
const today = (page) => page.evaluate(() => new Date().toLocaleDateString('sv'));

/** What must stand in the German file of the page with everything, as the editor writes it. */
const KEPT = `date: 2026-01-02
publish: 2026-01-02T10:00:30+01:00
tags:
  - health
  - economy
event:
  start: 2026-01-02
  end: 2026-01-04T10:00+07:00
  place: Saal
  timezone: Asia/Ho_Chi_Minh
  - name: A
    phone: '0341'
    email: a@example.org
  - publisher: A
    date: '2026'
    lang: de
  - Ä
  - 1234
updated: 2026-02-03
  - date: 2026-01-03
    note: Falsch
expires: 2999-01-02
  - /de/alt/
weight: 3
extra:
  a:
    - 1
    - b: true
template: page.html`.split('\n');

async function edits(browser, site) {
  const group = begin('editor: what it saves');
  await visit(browser, {...WIDE, locale: 'de'}, async (page) => {
    const heard = listen(page, site);
    await enter(page, site, 'de');
    const day = await today(page);
    const name = `${day}-groesse-uebung-duong`;
    const made = `content/news/${name}`;
    const german = page.getByRole('group', {name: /^.?Deutsch/u});
    const vietnamese = page.getByRole('group', {name: /^.?Vietnamesisch/u});
    const text = (pane, name) => pane.getByRole('textbox', {name, exact: true});
    const told = async (words, picture) => {
      await page.getByRole('alertdialog').getByText(words).waitFor();
      if (picture) await shot(page, picture);
      await press('OK');
      await page.getByRole('alertdialog').waitFor({state: 'hidden'});
    };
    const press = (name) => page.getByRole('button', {name}).click();

    await group.attempt('a new title changes the title, and spoils nothing else', async (expect, problems) => {
      await form(page, site, 'news--folders/entries/2026-01-02-alles/index');
      const before = await saved(page);
      await text(german, 'Titel').fill('Neuer Titel');
      await shot(page, 'editor-seite');
      await keep(page);
      const after = await saved(page);
      expect('files', changed(before, after).join(' '), `${KEY}/index.de.md ${KEY}/index.vi.md`);
      const {front, body} = parts(after[`${KEY}/index.de.md`]);
      expect('title', front.includes('title: Neuer Titel'), true);
      for (const line of KEPT) expect(line, front.includes(line), true);
      expect('nothing added', front.some((line) => line.startsWith('draft')), false);
      expect('text', body, parts(before[`${KEY}/index.de.md`]).body);
      const translation = parts(after[`${KEY}/index.vi.md`]).front;
      for (const line of ['date: 2026-01-05', 'draft: true', "slug: '2026'", "  revision: '123456789012'"]) {
        expect(line, translation.includes(line), true);
      }
      problems.push(...await judged(site.root, after));
    });

    await group.attempt('a new page with a picture and a translation is whole', async (expect, problems) => {
      await form(page, site, 'news--folders/new');
      const before = await saved(page);
      await text(german, 'Titel').fill('Größe & Übung: Đường');
      await german.getByRole('checkbox', {name: /Bild der Seite/u}).click();
      await german.getByText('Bilddatei hierher ziehen').click();
      expect('no pictures from elsewhere', await page.getByText('Unsplash').count(), 0);
      const chooser = page.waitForEvent('filechooser');
      await press('Hochladen');
      await (await chooser).setFiles({name: 'Bild Übung.gif', mimeType: 'image/gif', buffer: GIF});
      await press('Einfügen');
      await text(german, 'Alternativtext').fill('Ein Punkt');
      await press('Speichern');
      await told('fehlt die Datei oder der Bildnachweis');
      await text(german, 'Bildnachweis').fill('A. Fotograf');
      await text(german, 'Text').fill('Erster Absatz\u00a0mit  Abstand.\n\n## Mehr\n\nZweiter.');
      await press(/Vietnamesisch.* aktivieren/u);
      await text(vietnamese, 'Titel').fill('Tiêu đề');
      await text(vietnamese, 'Text').fill('Đoạn thứ nhất.');
      await press('Speichern');
      await told('hat keinen Alternativtext', 'editor-alternativtext');
      expect('nothing is saved', changed(before, await saved(page)).length, 0);
      await text(vietnamese, 'Alternativtext').fill('Một chấm');
      await shot(page, 'editor-neu');
      await keep(page);
      const after = await saved(page);
      const names = ['bild-uebung.gif', 'index.de.md', 'index.vi.md'];
      expect('files', changed(before, after).join(' '), names.map((file) => `${made}/${file}`).join(' '));
      expect('the day', parts(after[`${made}/index.de.md`]).front.includes(`date: ${day}`), true);
      problems.push(...await judged(site.root, after));
      expect('state', (await states(site.root))[`${made}/index.vi.md`], 'current');
    });

    await group.attempt('a translation is out of date until its state is emptied', async (expect) => {
      const path = `news--folders/entries/${name}/index`;
      await form(page, site, path);
      await text(german, 'Text').fill('Ein anderer Absatz.');
      await keep(page);
      await judged(site.root, await saved(page));
      expect('state', (await states(site.root))[`${made}/index.vi.md`], 'outdated');
      await form(page, site, path);
      // Fields are drawn when one comes near them.
      const state = text(vietnamese, 'Stand der Vorlage');
      await text(vietnamese, 'Titel').hover();
      for (let turns = 0; turns < 20 && await state.count() === 0; turns++) {
        await page.mouse.wheel(0, 500);
        await page.waitForTimeout(100);
      }
      await shot(page, 'editor-uebersetzung');
      await state.fill('');
      await keep(page);
      await judged(site.root, await saved(page));
      expect('state', (await states(site.root))[`${made}/index.vi.md`], 'current');
    });

    await group.attempt('every page of the site can be saved, and its translations are what they were', async (expect, problems) => {
      const before = await states(site.root);
      for (const path of Object.keys(site.texts).filter((path) => path.endsWith('.de.md') && !path.startsWith(KEY))) {
        const [, folder, file] = /^content\/(?:(.*)\/)?([^/]+)\.de\.md$/u.exec(path);
        await form(page, site, `${folder ?? 'pages'}/entries/${file}`);
        // White space says nothing.
        const title = text(german, 'Titel');
        await page.waitForFunction((field) => field.value, await title.elementHandle());
        await title.fill(`${await title.inputValue()} `);
        await keep(page).catch(() => problems.push(`${path} cannot be saved`));
      }
      problems.push(...await judged(site.root, await saved(page)));
      const after = await states(site.root);
      for (const path of Object.keys(before)) expect(path, after[path], before[path]);
    });
    await group.attempt('nothing went wrong', async (expect, problems) => problems.push(...heard));
  });
}

/** A host: files as they are. Its address is one of this machine's that no browser takes for itself, and yet trusts. */
async function host(folder) {
  const types = {html: 'text/html; charset=utf-8', js: 'text/javascript', json: 'application/json'};
  const listener = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const bytes = await readFile(file).catch(() => null);
    response.writeHead(bytes ? 200 : 404, {'content-type': types[file.split('.').pop()] ?? 'application/octet-stream'});
    response.end(bytes);
  });
  await new Promise((done) => listener.listen(0, '127.0.0.2', done));
  return {origin: `http://127.0.0.2:${listener.address().port}`, close: () => listener.close()};
}

/** The built site on a host, where the editor knows a git host or none. */
async function elsewhere(browser, {root}) {
  const group = begin('editor: on a host');
  const yaml = await readFile(join(root, 'site.yaml'), 'utf8');
  const git = 'editor: {host: gitlab, repository: city/site, url: "https://git.example", application: abc}\n';
  const cases = [['no git host', '', 'de', 'kein Git-Host'], ['no git host', '', 'vi', 'chưa khai báo máy chủ git'],
    ['a git host', git, 'de', 'Mit Zugriffstoken anmelden']];
  const output = join(root, 'public');
  const {origin, close} = await host(output);
  for (const [what, more, locale, words] of cases) {
    await writeFile(join(root, 'site.yaml'), yaml + more);
    const built = await run('build', '--root', root, '--output', output, '--at', AT);
    await visit(browser, {...NARROW, locale}, (page) =>
      group.attempt(`${what}, ${locale}`, async (expect, problems) => {
        expect('built', built.code ?? 0, 0);
        const heard = listen(page, {origin});
        await page.goto(`${origin}/admin/`);
        await page.getByText(words).first().waitFor();
        expect('no folder of this machine', await page.getByText(WORDS.de.open).count(), 0);
        await shot(page, `editor-host-${more ? 'git' : 'none'}-${locale}`);
        problems.push(...heard);
      }));
  }
  close();
}

const root = await site();
const server = await serve(program, root);
const browser = await launch();
try {
  const sections = {de: ['Aktuelles', 'Schwerpunkte'], vi: ['Tin tức', 'Lĩnh vực trọng tâm'], en: ['News']};
  const about = {root, ...server, texts: await files(root), sections};
  await lists(browser, about);
  await edits(browser, about);
  await elsewhere(browser, about);
} finally {
  await browser.close();
  server.stop();
  await rm(root, {recursive: true, force: true});
}
process.exitCode = sum() ? 1 : 0;
