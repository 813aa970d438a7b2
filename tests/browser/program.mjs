// The program at work on a copy of this site, whose files may be edited.

import {spawn} from 'node:child_process';
import {cp, mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {createInterface} from 'node:readline';

const PROJECT = resolve(import.meta.dirname, '../..');

/** A copy of this site. */
export async function copy() {
  const root = await mkdtemp(join(tmpdir(), 'bruecke-browser-'));
  for (const name of ['content', 'locales', 'themes', 'site.yaml']) await cp(join(PROJECT, name), join(root, name), {recursive: true});
  return root;
}

/** The running program and its address. */
export async function serve(program, root) {
  const child = spawn(resolve(program), ['serve', '--port', '0', '--root', root], {stdio: ['ignore', 'pipe', 'ignore']});
  for await (const line of createInterface({input: child.stdout})) {
    const url = line.match(/http:\/\/127\.0\.0\.1:\d+\/\S*/u)?.[0];
    if (!url) continue;
    child.stdout.resume();
    return {url, origin: new URL(url).origin, stop: () => child.kill()};
  }
  throw new Error('serve ended');
}
