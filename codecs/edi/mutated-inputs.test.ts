import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  acknowledgement,
  advice,
  callOff,
  inventory,
  sequence,
  transportOrder,
  transportStatus,
} from './example-statements.test-data.ts';
import { CONTROL, despatch, receipt, schedule } from './example-world.test-data.ts';
import {
  decode,
  encode824,
  encode830,
  encode856,
  encode861,
  encode862,
  encode866,
  encode997,
  encodeAperak,
  encodeContrl,
  encodeDelfor,
  encodeDeljit,
  encodeDeljitSequence,
  encodeDesadv,
  encodeIftmin,
  encodeIftsta,
  encodeInvrpt,
  encodeRecadv,
} from './index.ts';
import { gapBetweenRecords, gapBetweenTokens } from './tiling.test-data.ts';

/** A few thousand by default; as many as the variable says where somebody wants a million. */
const MUTATIONS = Number(process.env.INTAKT_MUTATIONS ?? 3000);
/** No input of a few kilobytes may take more processor time: it would be a hang. Waiting for a processor is none. */
const PATIENCE_MS = 5000;

test(`${MUTATIONS} mutated messages of every kind: an answer for each, in time, and no byte lost`, {
  timeout: 24 * 3_600_000,
}, () => {
  const chance = new Chance(4711);
  const originals = everyKind();
  let slowestMs = 0;
  for (let n = 0; n < MUTATIONS; n++) {
    const bytes = mutated(chance.pick(originals), chance);
    const before = process.cpuUsage();
    const answer = decode(bytes);
    slowestMs = Math.max(slowestMs, process.cpuUsage(before).user / 1000);
    if (!answer.ok && answer.errors.length === 0) expect.fail(`no answer for ${JSON.stringify([...bytes])}`);
    const gap = gapBetweenTokens(bytes) ?? gapBetweenRecords(bytes);
    if (gap) expect.fail(`${gap} in ${JSON.stringify([...bytes])}`);
  }
  expect(slowestMs).toBeLessThan(PATIENCE_MS);
});

function everyKind(): Uint8Array[] {
  const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.sample(arbitrary, { numRuns: 12, seed: 4711 });
  return [
    ...some(schedule).flatMap((s) => [encodeDelfor([s], CONTROL), encode830([s], CONTROL)]),
    ...some(despatch).flatMap((s) => [encodeDesadv([s], CONTROL), encode856([s], CONTROL)]),
    ...some(receipt).flatMap((s) => [encodeRecadv([s], CONTROL), encode861([s], CONTROL)]),
    ...some(callOff).flatMap((s) => [encodeDeljit([s], CONTROL), encode862([s], CONTROL)]),
    ...some(sequence).flatMap((s) => [
      encodeDeljitSequence([s], CONTROL),
      encode866(
        [{ ...s, binding: 'call', calls: s.calls.map((call) => ({ ...call, action: 'call' as const })) }],
        CONTROL,
      ),
    ]),
    ...some(inventory).map((s) => encodeInvrpt([s], CONTROL)),
    ...some(advice).flatMap((s) => [encodeAperak([s], CONTROL), encode824([s], CONTROL)]),
    ...some(acknowledgement).flatMap((s) => [encodeContrl([s], CONTROL), encode997([s], CONTROL)]),
    ...some(transportOrder).map((s) => encodeIftmin([s], CONTROL)),
    ...some(transportStatus).map((s) => encodeIftsta([s], CONTROL)),
    ...golden(),
  ];
}

/** Every message and version that is written, VDA's among them. */
function golden(): Uint8Array[] {
  const folder = new URL('golden/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.edi'));
  return names.map((name) => new Uint8Array(readFileSync(new URL(name, folder))));
}

/** Up to eight wounds: bytes changed, cut out, repeated or put in, most of them signs that delimit or digits. */
function mutated(original: Uint8Array, chance: Chance): Uint8Array {
  let bytes = original;
  for (let wounds = chance.below(8); wounds >= 0; wounds--) {
    const at = chance.below(bytes.length + 1);
    const length = chance.below(3) === 0 ? 1 + chance.below(200) : 1 + chance.below(3);
    const kind = chance.below(4);
    const from = chance.below(bytes.length + 1);
    const put = kind === 2 ? bytes.slice(from, from + length) : new Uint8Array(kind === 1 ? 0 : length);
    if (kind !== 2) put.fill(chance.pick(SIGNS));
    const rest = bytes.subarray(kind === 3 ? at : at + length);
    const next = new Uint8Array(at + put.length + rest.length);
    next.set(bytes.subarray(0, at));
    next.set(put, at);
    next.set(rest, at + put.length);
    bytes = next;
  }
  return bytes;
}

const SIGNS = [...new TextEncoder().encode("+:'?*~>!|\n\r A9UNBISZ\u0000\u001d"), 0xff, 0xc3, 0xef];

/** Numerical Recipes' linear congruential generator: a million inputs, each found again by its number. */
class Chance {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }
  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}
