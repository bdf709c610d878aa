import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readable } from './command/readable.ts';
import { WRITERS } from './command/write.ts';
import { decode, decodeStream, MESSAGES, VDA_MESSAGES } from './index.ts';

/**
 * Messages of an invented plant and its supplier, one of every message and version that is written, and damaged ones.
 * Beside each lies what it says, as `intakt edi read` prints it: whoever changes a reading sees in the difference what
 * that changes. `vitest -u` writes it anew.
 */
const folder = (name: string) => fileURLToPath(new URL(`golden/${name}`, import.meta.url));
const filesIn = (name: string) =>
  readdirSync(folder(name))
    .filter((file) => file.endsWith('.edi'))
    .map((file) => name + file);
/** As `readable` begins the lines of mistakes. */
const MISTAKE = /^(?: {2})?(?:error|warning|unreadable)(?::| in )/m;

const says = (file: string) => [...decodeStream(readFileSync(folder(file)))].map(readable).join('');
const namesOf = (file: string) => {
  const answer = decode(readFileSync(folder(file)));
  const messages = answer.ok ? answer.interchanges.flatMap((interchange) => interchange.messages) : [];
  return messages.map(({ type, statements }) => `${type.split(' ').slice(0, 2).join(' ')} ${statements[0]?.kind}`);
};

describe('what our own messages say', () => {
  test.each(filesIn(''))('%s', async (file) => {
    const text = says(file);
    expect(text).not.toMatch(MISTAKE);
    await expect(text).toMatchFileSnapshot(folder(file.replace('.edi', '.txt')));
  });

  test('there is one of every message that is read, and of every version that is written', () => {
    const names = filesIn('').flatMap(namesOf);
    const label = ({ message, version, kind }: (typeof WRITERS)[number]) => {
      if (message.startsWith('49')) return `VDA ${message} ${kind}`;
      return `${message} ${/^\d/.test(message) ? version : `D.${version}`} ${kind}`;
    };
    const read = new Set(names.map((name) => name.replace(/^VDA /, '').split(' ')[0]));
    expect([...new Set(WRITERS.map(label))].filter((name) => !names.includes(name))).toEqual([]);
    expect([...MESSAGES, ...VDA_MESSAGES].filter(({ name }) => !read.has(name))).toEqual([]);
  });
});

describe('what damaged ones are answered', () => {
  test.each(filesIn('malformed/'))('%s', async (file) => {
    const text = says(file);
    expect(text).toMatch(MISTAKE);
    await expect(text).toMatchFileSnapshot(folder(file.replace('.edi', '.txt')));
  });
});
