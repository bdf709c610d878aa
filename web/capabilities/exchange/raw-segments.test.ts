import { expect, test } from 'vitest';
import { decodeRaw, segmentAt, splitSegments } from './raw-segments.ts';

const texts = (raw: string): string[] => splitSegments(raw).map(({ text }) => text);

test('an interchange is split at the terminator that its UNA names', () => {
  expect(texts('UNA:+.? ~UNB+A~UNZ+1~')).toEqual(['UNA:+.? ~', 'UNB+A~', 'UNZ+1~']);
});

test('without UNA the apostrophe ends a segment, unless it is released', () => {
  expect(texts("UNB+A'FTX+O?'Neill'UNZ'")).toEqual(["UNB+A'", "FTX+O?'Neill'", "UNZ'"]);
  expect(texts("UNB+A??'UNZ'")).toEqual(["UNB+A??'", "UNZ'"]);
});

test('X12 says its terminator by its place in ISA', () => {
  const isa = `ISA*00*          *00*          *01*123456789      *01*987654321      *260101*0700*U*00401*000000001*0*P*>~`;
  expect(isa).toHaveLength(106);
  expect(texts(`${isa}GS*SH~SE*2~`)).toEqual([isa, 'GS*SH~', 'SE*2~']);
});

test('line breaks between segments are not shown, and offsets still meet their segment', () => {
  const raw = "UNB+A'\r\nBGM+351'\r\nDTM+11:20261323:102'\r\n";
  const segments = splitSegments(raw);
  expect(segments.map(({ text }) => text)).toEqual(["UNB+A'", "BGM+351'", "DTM+11:20261323:102'"]);
  expect(segmentAt(segments, raw.indexOf('DTM'))?.number).toBe(3);
  expect(segmentAt(segments, raw.indexOf('20261323'))?.number).toBe(3);
});

test('bytes that are no UTF-8 are read as Latin-1, each at its place', () => {
  expect(decodeRaw(new Uint8Array([0x4d, 0xfc, 0x6c]))).toBe('Mül');
  expect(decodeRaw(new TextEncoder().encode('Győr'))).toBe('Győr');
});
