// HTML by the W3C's checker.

import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {resolve} from 'node:path';
import {text} from 'node:stream/consumers';
import vnu from 'vnu-jar';
import {begin} from './count.mjs';

export async function html({name, folder, files}) {
  const group = begin(`${name}, html: W3C checker`);
  const paths = files.map((file) => resolve(folder, file));
  const options = ['--format', 'json', '--stdout', '--exit-zero-always', '--errors-only'];
  const run = spawn('java', ['-Xss2m', '-jar', vnu, ...options, ...paths], {stdio: ['ignore', 'pipe', 'pipe']});
  const [end, out, noise] = await Promise.all([
    once(run, 'close').catch((error) => [error]),
    text(run.stdout).catch(String),
    text(run.stderr).catch(String),
  ]);
  if (end[0] !== 0) return group.judge('vnu-jar runs', [`${end[0]} ${noise}`]);
  const errors = JSON.parse(out).messages.filter((message) => message.type !== 'info');
  for (const [index, file] of files.entries()) {
    const url = new URL(`file://${paths[index]}`).href;
    const own = errors.filter((error) => error.url === undefined || new URL(error.url).href === url);
    group.judge(file, own.map((error) => `${error.lastLine ?? '?'}:${error.lastColumn ?? '?'} ${error.message}`));
  }
}
