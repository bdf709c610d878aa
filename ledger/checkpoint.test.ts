import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Checkpoint, formatCheckpoint, parseCheckpoint, signCheckpoint, verifyCheckpoint } from './checkpoint.ts';
import { generateSigningKeyPem, signerFromPem } from './node.ts';
import { parseNote } from './signed-note.ts';

const LOG = signerFromPem(generateSigningKeyPem(), 'intakt.example/log');
const ROOT = new Uint8Array(32).fill(7);
const ROOT_LINE = 'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=';
const CHECKPOINT: Checkpoint = { origin: 'intakt.example/log', size: 4711, root: ROOT };
const data = process.env.INTAKT_DATA;

describe('a checkpoint', () => {
  test('is three lines, and the extensions after them', () => {
    const text = formatCheckpoint({ ...CHECKPOINT, extensions: ['shift 2'] });
    expect(text).toBe(`intakt.example/log\n4711\n${ROOT_LINE}\nshift 2\n`);
    expect(parseCheckpoint(text)).toEqual({ ok: true, checkpoint: { ...CHECKPOINT, extensions: ['shift 2'] } });
  });

  test('that the log signed verifies with its key', async () => {
    const note = await signCheckpoint(CHECKPOINT, LOG);
    expect(await verifyCheckpoint(note, LOG.key)).toEqual({ ok: true, checkpoint: CHECKPOINT, signedBy: [LOG.key] });
  });

  test('signed with the old and the new key verifies with either, while a key is rotated', async () => {
    const next = signerFromPem(generateSigningKeyPem(), LOG.key.name);
    const note = await signCheckpoint(CHECKPOINT, LOG, next);
    expect(await verifyCheckpoint(note, LOG.key)).toMatchObject({ ok: true });
    expect(await verifyCheckpoint(note, next.key)).toMatchObject({ ok: true });
  });

  test('of one log signed by another is refused, though that key is known', async () => {
    const note = await signCheckpoint({ ...CHECKPOINT, origin: 'other.example/log' }, LOG);
    expect(await verifyCheckpoint(note, LOG.key)).toMatchObject({ ok: false, reason: 'origin' });
  });

  test('whose size was raised is refused', async () => {
    const note = (await signCheckpoint(CHECKPOINT, LOG)).replace('4711', '4712');
    expect(await verifyCheckpoint(note, LOG.key)).toMatchObject({ ok: false, reason: 'signature' });
  });
});

describe('text that is no checkpoint is refused', () => {
  test.each([
    ['two lines', 'a\n1\n'],
    ['no last newline', `a\n1\n${ROOT_LINE}`],
    ['an empty origin', `\n1\n${ROOT_LINE}\n`],
    ['a leading zero', `a\n01\n${ROOT_LINE}\n`],
    ['a negative size', `a\n-1\n${ROOT_LINE}\n`],
    ['a size that JavaScript cannot count', `a\n9007199254740993\n${ROOT_LINE}\n`],
    ['a root of three bytes', 'a\n1\nAAAA\n'],
    ['a root with stray bits', `a\n1\n${ROOT_LINE.replace('c=', 'd=')}\n`],
    ['an empty extension', `a\n1\n${ROOT_LINE}\n\nx\n`],
  ])('%s', (_, text) => {
    expect(parseCheckpoint(text)).toMatchObject({ ok: false });
  });

  test('and the empty tree is one', () => {
    expect(parseCheckpoint(`a\n0\n${ROOT_LINE}\n`)).toMatchObject({ ok: true, checkpoint: { size: 0 } });
  });
});

test.each([
  ['an origin of two lines', { ...CHECKPOINT, origin: 'a\nb' }],
  ['half a leaf', { ...CHECKPOINT, size: 0.5 }],
  ['a short root', { ...CHECKPOINT, root: new Uint8Array(31) }],
  ['an empty extension', { ...CHECKPOINT, extensions: [''] }],
])('a checkpoint with %s is never written', (_, checkpoint) => {
  expect(() => formatCheckpoint(checkpoint)).toThrow('A checkpoint has');
});

test.skipIf(!data)('the examples of C2SP are read and written back as published (needs INTAKT_DATA)', () => {
  for (const [document, signatures] of [
    ['tlog-checkpoint.md', 1],
    ['tlog-cosignature.md', 2],
  ] as const) {
    const text = readFileSync(join(data!, 'tlog/c2sp', document), 'utf8');
    const parsed = parseNote(/```\n(example\.com\/behind-the-sofa\n[^`]+)```/.exec(text)![1]!);
    if (!parsed.ok) throw new Error(parsed.detail);
    const checkpoint = parseCheckpoint(parsed.note.text);
    expect(parsed.note.signatures.length).toBe(signatures);
    expect(checkpoint).toMatchObject({
      ok: true,
      checkpoint: { origin: 'example.com/behind-the-sofa', size: 20852163 },
    });
    expect(checkpoint.ok && formatCheckpoint(checkpoint.checkpoint)).toBe(parsed.note.text);
  }
});
