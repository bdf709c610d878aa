import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONTROL, despatch, schedule } from './example-world.test-data.ts';
import { type DecodedPart, type DecodeOptions, Decoder, decode, encode830, encodeDesadv } from './index.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What a decoder says of a file that comes in pieces of these sizes, over and over. */
function piecewise(bytes: Uint8Array, sizes: number[], options?: DecodeOptions): DecodedPart[] {
  const decoder = new Decoder(options);
  const parts: DecodedPart[] = [];
  for (let at = 0, n = 0; at < bytes.length; at += sizes[n++ % sizes.length]!)
    parts.push(...decoder.push(bytes.slice(at, at + sizes[n % sizes.length]!)));
  return [...parts, ...decoder.end()];
}

const whole = (bytes: Uint8Array, options?: DecodeOptions) => {
  const decoder = new Decoder(options);
  return [...decoder.push(bytes), ...decoder.end()];
};

const files = fc.oneof(
  fc.array(despatch, { minLength: 1, maxLength: 3 }).map((s) => encodeDesadv(s, CONTROL)),
  fc.array(schedule, { minLength: 1, maxLength: 3 }).map((s) => encode830(s, CONTROL)),
);

test('the answer does not depend on where the pieces of a file are cut', () => {
  fc.assert(
    fc.property(
      fc.array(files, { minLength: 1, maxLength: 3 }),
      fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 5 }),
      (interchanges, sizes) => {
        const bytes = Uint8Array.from(interchanges.flatMap((bytes) => [...bytes, 0x0d, 0x0a]));
        expect(piecewise(bytes, sizes)).toEqual(whole(bytes));
      },
    ),
    { numRuns: 60, seed: 4711 },
  );
});

test.each<[string, string]>([
  ['a file of nothing', ''],
  ['blanks', ' \r\n '.repeat(600)],
  ['text', 'Dear partner, '.repeat(200)],
  [
    'comments, wrapped segments and a byte order mark',
    "\ufeffUNB+UNOC:3+A+Ä' note\r\nUN\nH+1+DESADV:D:97A:UN'  \r\n\ufeffUNT+2+1'UNZ+1+'\nend",
  ],
  [
    'a release sign before each piece',
    `UNB+UNOC:3+A+B+260302:0630+1'UNH+1+DESADV:D:97A:UN'FTX+AAI+++${"??'?+".repeat(50)}'`,
  ],
])('%s, byte by byte', (_, text) => {
  const bytes = bytesOf(text);
  expect(piecewise(bytes, [1])).toEqual(whole(bytes));
});

test('a message comes out with the first byte behind it', () => {
  const message = (n: number) => `UNH+${n}+DESADV:D:97A:UN'BGM+351+LS${n}+9'DTM+137:20260302:102'UNT+4+${n}'`;
  const decoder = new Decoder();
  const kinds = (text: string) => [...decoder.push(bytesOf(text))].map(({ kind }) => kind);
  expect(kinds("UNB+UNOC:3+A+B+260302:0630+1'")).toEqual([]);
  expect(kinds([...Array(20).keys()].map((n) => message(n + 1)).join(''))).toEqual([
    'interchange',
    ...new Array(19).fill('message'),
  ]);
  expect(kinds(message(21))).toEqual(['message']);
  expect([...decoder.end()].map(({ kind }) => kind)).toEqual(['message', 'end']);
});

test('a message beyond the limit is one error, counted to its end, and the next one is read', () => {
  const long = `UNH+1+DESADV:D:97A:UN'BGM+351+LS1+9'${"FTX+AAI+++TOO MUCH'".repeat(100)}UNT+103+1'`;
  const next = "UNH+2+DESADV:D:97A:UN'BGM+351+LS2+9'UNT+3+2'";
  const bytes = bytesOf(`UNB+UNOC:3+A+B+260302:0630+1'${long}${next}UNZ+2+1'`);
  const answer = decode(bytes, { longestMessageBytes: 1000 });
  const [first, second] = answer.ok ? answer.interchanges[0]!.messages : [];
  expect(first!.errors.map(({ code, value, position }) => [code, value, position.tag])).toEqual([
    ['MESSAGE_TOO_LONG', '1000', 'FTX'],
  ]);
  expect([first!.segments, first!.statements]).toEqual([103, []]);
  expect(second!.statements).toMatchObject([{ kind: 'despatch', despatchNote: 'LS2' }]);
});

test('what a message says stays as it is when the next ones are read', () => {
  const message = (n: number, rest: string) => `UNH+${n}+DESADV:D:97A:UN'BGM+351+LS${n}+9'${rest}UNT+5+${n}'`;
  const bytes = bytesOf(
    `UNB+UNOC:3+A+B+260302:0630+1'${message(1, "DTM+137:20260302:102'FTX+AAI+++FIRST'")}` +
      `${message(2, "FTX+AAI+++SECOND'DTM+137:20260303:102'")}UNZ+2+1'`,
  );
  const [, first, second] = whole(bytes);
  const unmapped = (part: DecodedPart | undefined) =>
    part?.kind === 'message' ? part.message.unmapped.map(({ value, position }) => [position.segment, value]) : [];
  expect(unmapped(first)).toEqual([
    [4, 'AAI'],
    [4, 'FIRST'],
  ]);
  expect(unmapped(second).map(([, value]) => value)).toEqual(['AAI', 'SECOND']);
  expect(first).toMatchObject({
    message: { statements: [{ despatchNote: 'LS1', documentAt: '2026-03-02T00:00:00.000Z' }] },
  });
});
