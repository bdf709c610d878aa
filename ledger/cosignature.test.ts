import { describe, expect, test } from 'vitest';
import { type Checkpoint, formatCheckpoint, signCheckpoint, verifyCheckpoint } from './checkpoint.ts';
import { cosign, verifyCosignatures } from './cosignature.ts';
import { generateSigningKeyPem, signerFromPem } from './node.ts';
import { parseNote, signNote } from './signed-note.ts';

const LOG = signerFromPem(generateSigningKeyPem(), 'intakt.example/log');
const WITNESS = signerFromPem(generateSigningKeyPem(), 'carrier.example/witness', 'cosignature');
const CHECKPOINT: Checkpoint = { origin: 'intakt.example/log', size: 12, root: new Uint8Array(32) };
const SEEN_AT = 1_679_315_147;

describe('a witness', () => {
  test('adds its signature and time, and the log stays readable without it', async () => {
    const note = await cosign(await signCheckpoint(CHECKPOINT, LOG), WITNESS, SEEN_AT);
    expect(await verifyCosignatures(note, [WITNESS.key])).toEqual({
      ok: true,
      cosignatures: [{ witness: WITNESS.key, timestampSeconds: SEEN_AT }],
    });
    expect(await verifyCheckpoint(note, LOG.key)).toMatchObject({ ok: true, checkpoint: CHECKPOINT });
  });

  test('signs the very message of cosignature/v1', async () => {
    const messages: string[] = [];
    const sign = (message: Uint8Array) => {
      messages.push(new TextDecoder().decode(message));
      return WITNESS.sign(message);
    };
    await cosign(await signCheckpoint(CHECKPOINT, LOG), { key: WITNESS.key, sign }, SEEN_AT);
    expect(messages).toEqual([`cosignature/v1\ntime 1679315147\n${formatCheckpoint(CHECKPOINT)}`]);
  });

  test('that did not sign is not in the answer', async () => {
    const note = await signCheckpoint(CHECKPOINT, LOG);
    expect(await verifyCosignatures(note, [WITNESS.key])).toEqual({ ok: true, cosignatures: [] });
  });

  test('cannot be moved to another time', async () => {
    const note = await cosign(await signCheckpoint(CHECKPOINT, LOG), WITNESS, SEEN_AT);
    const parsed = parseNote(note);
    if (!parsed.ok) throw new Error(parsed.detail);
    const stamped = parsed.note.signatures[1]!.signature;
    stamped[7]! += 1;
    const moved = await signNote(parsed.note.text, [{ key: WITNESS.key, sign: () => stamped }]);
    expect(await verifyCosignatures(moved, [WITNESS.key])).toMatchObject({ ok: false, reason: 'cosignature' });
  });

  test('that names a time which JavaScript cannot count is refused rather than rounded', async () => {
    const text = formatCheckpoint(CHECKPOINT);
    const time = 2n ** 53n + 1n;
    const stamp = new Uint8Array(8);
    new DataView(stamp.buffer).setBigUint64(0, time);
    const signature = await WITNESS.sign(new TextEncoder().encode(`cosignature/v1\ntime ${time}\n${text}`));
    const note = await signNote(text, [{ key: WITNESS.key, sign: () => Uint8Array.of(...stamp, ...signature) }]);
    expect(await verifyCosignatures(note, [WITNESS.key])).toMatchObject({ ok: false, reason: 'cosignature' });
  });

  test('cannot be moved to another tree', async () => {
    const note = await cosign(await signCheckpoint(CHECKPOINT, LOG), WITNESS, SEEN_AT);
    const moved = note.replace('\n12\n', '\n13\n');
    expect(await verifyCosignatures(moved, [WITNESS.key])).toMatchObject({ ok: false, reason: 'cosignature' });
  });

  test('does not pass for the log, whose plain signature its own is not', async () => {
    const note = await cosign(await signCheckpoint(CHECKPOINT, LOG), WITNESS, SEEN_AT);
    expect(await verifyCheckpoint(note, WITNESS.key)).toMatchObject({ ok: false, reason: 'unknown-key' });
  });

  test('needs a key of its own kind', async () => {
    await expect(cosign(await signCheckpoint(CHECKPOINT, LOG), LOG, SEEN_AT)).rejects.toThrow(
      'not the key of a witness',
    );
  });
});

test.each([0, 8])('a cosignature of %i bytes is refused', async (length) => {
  const stump = { key: WITNESS.key, sign: () => new Uint8Array(length || 1) };
  const note = await signNote(formatCheckpoint(CHECKPOINT), [stump]);
  expect(await verifyCosignatures(note, [WITNESS.key])).toMatchObject({ ok: false, reason: 'cosignature' });
});
