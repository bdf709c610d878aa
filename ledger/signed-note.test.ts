import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toBase64 } from './bytes.ts';
import { generateSigningKeyPem, signerFromPem } from './node.ts';
import { formatNote, MAX_SIGNATURES, type NoteSigner, parseNote, signNote, verifyNote } from './signed-note.ts';
import { decodeVerifierKey, encodeVerifierKey } from './verifier-key.ts';

const LOG = signerFromPem(generateSigningKeyPem(), 'intakt.example/log');
const STRANGER = signerFromPem(generateSigningKeyPem(), 'stranger.example');
const TEXT = 'Call-off 4711 reached us.\n\nIt says: 96 batteries — by Tuesday.\n';
const data = process.env.INTAKT_DATA;

describe('a signed note', () => {
  test('that we signed verifies and gives back its text, blank lines and all', async () => {
    const verified = await verifyNote(await signNote(TEXT, [LOG]), [LOG.key]);
    expect(verified).toEqual({ ok: true, text: TEXT, signedBy: [LOG.key] });
  });

  test('with signatures of several keys verifies with either and ignores the unknown one', async () => {
    const note = await signNote(TEXT, [STRANGER, LOG]);
    expect(await verifyNote(note, [LOG.key])).toMatchObject({ ok: true, signedBy: [LOG.key] });
    expect(await verifyNote(note, [LOG.key, STRANGER.key])).toMatchObject({ signedBy: [LOG.key, STRANGER.key] });
  });

  test('whose text was changed is refused', async () => {
    const note = (await signNote(TEXT, [LOG])).replace('96', '69');
    expect(await verifyNote(note, [LOG.key])).toMatchObject({ ok: false, reason: 'signature' });
  });

  test('with one bad signature of a known key is refused, though another is good', async () => {
    const forged: NoteSigner = { key: STRANGER.key, sign: LOG.sign };
    const verified = await verifyNote(await signNote(TEXT, [LOG, forged]), [LOG.key, STRANGER.key]);
    expect(verified).toMatchObject({ ok: false, reason: 'signature' });
  });

  test('with a signature of the wrong length is refused', async () => {
    const short: NoteSigner = { key: LOG.key, sign: (message) => (LOG.sign(message) as Uint8Array).slice(1) };
    expect(await verifyNote(await signNote(TEXT, [short]), [LOG.key])).toMatchObject({ reason: 'signature' });
  });

  test('checked with bytes that are no key is refused', async () => {
    const noKey: NoteSigner = { key: { ...LOG.key, publicKey: new Uint8Array(31) }, sign: LOG.sign };
    expect(await verifyNote(await signNote(TEXT, [noKey]), [noKey.key])).toMatchObject({ reason: 'signature' });
  });

  test('signed by nobody we know is refused, and says who signed', async () => {
    const verified = await verifyNote(await signNote(TEXT, [STRANGER]), [LOG.key]);
    expect(verified).toMatchObject({ ok: false, reason: 'unknown-key', detail: /stranger\.example.*intakt\.example/ });
  });

  test('whose signature line has the right key id under another name is refused', async () => {
    const note = (await signNote(TEXT, [LOG])).replace('\u2014 intakt.example', '\u2014 intact.example');
    expect(await verifyNote(note, [LOG.key])).toMatchObject({ ok: false, reason: 'unknown-key' });
  });

  test('signed under the name of a log with another key is refused', async () => {
    const impostor = signerFromPem(generateSigningKeyPem(), LOG.key.name);
    expect(await verifyNote(await signNote(TEXT, [impostor]), [LOG.key])).toMatchObject({ reason: 'unknown-key' });
  });
});

describe('a malformed note is told apart from a forged one', () => {
  const line = `\u2014 intakt.example/log ${toBase64(new Uint8Array(68))}\n`;
  test.each([
    ['no blank line', `text\n${line}`],
    ['no signature', 'text\n\n'],
    ['no last newline', `text\n\n${line.trimEnd()}`],
    ['a hyphen for the dash', `text\n\n${line.replace('\u2014', '-')}`],
    ['base64 without its padding', `text\n\n${line.replace('=', '')}`],
    ['a signature that is only a key id', `text\n\n\u2014 a ${toBase64(new Uint8Array(4))}\n`],
    ['a plus in the key name', `text\n\n${line.replace('/', '+')}`],
    ['a carriage return', `text\r\n\n${line}`],
    ['half a surrogate pair', `\ud83d\n\n${line}`],
    ['too many signatures', `text\n\n${line.repeat(MAX_SIGNATURES + 1)}`],
    ['nothing', ''],
  ])('%s', async (_, note) => {
    expect(parseNote(note)).toMatchObject({ ok: false });
    expect(await verifyNote(note, [LOG.key])).toMatchObject({ ok: false, reason: 'malformed-note' });
  });

  test('the same line, well formed, is read', () => {
    expect(parseNote(`text\n\n${line.repeat(MAX_SIGNATURES)}`)).toMatchObject({ ok: true, note: { text: 'text\n' } });
  });

  test('and a text without a last newline is never signed', async () => {
    await expect(signNote('text', [LOG])).rejects.toThrow('ends in a newline');
  });
});

describe('the example of C2SP signed-note', () => {
  test.skipIf(!data)('verifies, and its key is written as published (needs INTAKT_DATA)', async () => {
    const document = readFileSync(join(data!, 'tlog/c2sp/signed-note.md'), 'utf8');
    const vkey = /^ {4}(example\.com\/foo\+\S+)$/m.exec(document)![1]!;
    const note = /```\n(This is an example message\.\n[^`]+)```/.exec(document)![1]!;
    const decoded = decodeVerifierKey(vkey);
    if (!decoded.ok) throw new Error(decoded.detail);
    expect(encodeVerifierKey(decoded.key)).toBe(vkey);
    expect(await verifyNote(note, [decoded.key])).toMatchObject({ ok: true, text: 'This is an example message.\n' });
    const parsed = parseNote(note);
    expect(parsed.ok && formatNote(parsed.note)).toBe(note);
  });
});
