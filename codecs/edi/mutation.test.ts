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
  type Control,
  decode,
  encode830,
  encode856,
  encode861,
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
import { gapBetweenTokens } from './tiling.test-data.ts';

/** An interchange of one or two statements, by one of the writers. */
const written = <T>(
  statement: fc.Arbitrary<T>,
  ...writers: ((statements: T[], control: Control) => Uint8Array)[]
): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(fc.array(statement, { minLength: 1, maxLength: 2 }), fc.constantFrom(...writers))
    .map(([statements, write]) => write(statements, CONTROL));

const interchange = fc.oneof(
  written(schedule, encodeDelfor, encode830),
  written(despatch, encodeDesadv, encode856),
  written(receipt, encodeRecadv, encode861),
  written(callOff, encodeDeljit),
  written(sequence, encodeDeljitSequence),
  written(inventory, encodeInvrpt),
  written(advice, encodeAperak),
  written(acknowledgement, encodeContrl),
  written(transportOrder, encodeIftmin),
  written(transportStatus, encodeIftsta),
);

/** Bytes changed, cut out or put in, most of them to what delimits. */
const wounds = fc.array(
  fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('change', 'cut', 'insert'),
    byte: fc.constantFrom(...Array.from("+:'?*~>\n\r A9\u0000", (c) => c.charCodeAt(0)), 0xff),
    length: fc.integer({ min: 1, max: 30 }),
  }),
  { minLength: 1, maxLength: 5 },
);

/** Enough to notice; a long run asks for more by INTAKT_MUTATIONS. */
const MUTATIONS = Number(process.env.INTAKT_MUTATIONS ?? 400);

test('whatever happens to the bytes, decoding answers, never throws and loses no byte', () => {
  fc.assert(
    fc.property(interchange, wounds, (bytes, hurts) => {
      const wounded = Array.from(bytes);
      for (const { at, kind, byte, length } of hurts) {
        const place = at % (wounded.length + 1);
        if (kind === 'change') wounded[place] = byte;
        else if (kind === 'cut') wounded.splice(place, length);
        else wounded.splice(place, 0, ...new Array(length).fill(byte));
      }
      const damaged = Uint8Array.from(wounded);
      const answer = decode(damaged);
      expect(answer.ok ? answer.interchanges.length : answer.errors.length).toBeGreaterThan(0);
      expect(gapBetweenTokens(damaged)).toBeUndefined();
    }),
    { numRuns: MUTATIONS, seed: 4711 },
  );
});

test('arbitrary bytes are unreadable or an interchange, never a throw', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('', 'UNA', "UNA:+.? '", 'UNB+UNOC:3+', 'ISA*', 'ISA'),
      fc.uint8Array({ maxLength: 300 }),
      (head, tail) => {
        const answer = decode(Uint8Array.from([...new TextEncoder().encode(head), ...tail]));
        expect(answer.ok ? answer.interchanges.length : answer.errors.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 500, seed: 4711 },
  );
});

test('a chain of levels without end is read in time', () => {
  const levels = 15_000;
  const body = Array.from(
    { length: levels },
    (_, i) => `HL*${i + 1}*${i || ''}*${i === 0 ? 'S' : 'I'}~LIN**BP*P1~SN1**1*EA~`,
  ).join('');
  const isa = 'ISA*00* *00* *ZZ*A*ZZ*B*260302*0630*U*00401*000000001*0*T*>~GS*SH*A*B*20260302*0630*1*X*004010~';
  const text = `${isa}ST*856*0001~BSN*00*S1*20260302*0630~${body}SE*${3 * levels + 3}*0001~GE*1*1~IEA*1*000000001~`;
  const answer = decode(new TextEncoder().encode(text));
  const [message] = answer.ok ? answer.interchanges[0]!.messages : [];
  const [despatch] = message!.statements;
  expect(despatch?.kind === 'despatch' && despatch.lines.length).toBe(levels - 1);
});

test('a despatch advice of many nested packs is read in time', () => {
  const packs = 9_000;
  const body = Array.from({ length: packs }, (_, i) => `CPS+${i + 1}+${i || ''}'PAC+1'LIN+1++P1:IN'QTY+12:1'`).join('');
  const text = `UNB+UNOC:3+A+B+260302:0630+1'UNH+1+DESADV:D:97A:UN'BGM+351+S1+9'${body}UNT+${4 * packs + 3}+1'UNZ+1+1'`;
  const answer = decode(new TextEncoder().encode(text));
  const [message] = answer.ok ? answer.interchanges[0]!.messages : [];
  expect(message!.errors).toEqual([]);
  const [despatch] = message!.statements;
  expect(despatch?.kind === 'despatch' && despatch.units.length).toBe(packs);
});

test('an element separator that the terminator begins with costs no byte', () => {
  const sign = 0xc3;
  const elements = Array.from({ length: 15 }, () => [0x30, sign]).flat();
  const bytes = Uint8Array.of(
    0x49,
    0x53,
    0x41,
    sign,
    ...elements,
    0x3e,
    sign,
    0xa4,
    0x47,
    0x53,
    sign,
    0x31,
    sign,
    0xa4,
  );
  expect(gapBetweenTokens(bytes)).toBeUndefined();
});
