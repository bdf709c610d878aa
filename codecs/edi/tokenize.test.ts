import { describe, expect, test } from 'vitest';
import { readDelimiters } from './delimiters.ts';
import { detectFormat } from './index.ts';
import type { Token } from './segment.ts';
import { tokenize } from './tokenize.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function tokens(bytes: Uint8Array): Token[] {
  return [...tokenize(bytes, readDelimiters(bytes)!)];
}

/** Tags and elements of the segments; stray text stands as it is. */
const shapes = (bytes: Uint8Array) =>
  tokens(bytes).map((token) =>
    token.kind === 'stray' ? token.text : [token.tag, ...token.elements.map((e) => e.join('|'))].join(' '),
  );

describe('EDIFACT is cut into segments', () => {
  test.each<[string, string, string[]]>([
    ['with the default characters', "UNB+UNOC:3+A:ZZ+B'UNZ+0+1'", ['UNB UNOC|3 A|ZZ B', 'UNZ 0 1']],
    ['with line ends behind terminators', "UNB+UNOC:3'\r\nUNZ+0+1'\r\n", ['UNB UNOC|3', 'UNZ 0 1']],
    ['with the release character', "UNB+UNOC:3'FTX+A?+B?:C?'D??+E'", ['UNB UNOC|3', "FTX A+B:C'D? E"]],
    ['with a released release before the terminator', "UNB+UNOC:3'FTX+A??'BGM+1'", ['UNB UNOC|3', 'FTX A?', 'BGM 1']],
    ['with any characters in UNA', 'UNA;*.\\ ~UNB*UNOC;3~FTX*A\\*B~', ['UNB UNOC|3', 'FTX A*B']],
    [
      'with a blank for release, so that a question mark is text',
      "UNA:+.  'UNB+UNOC:3'FTX+A?'BGM+1'",
      ['UNB UNOC|3', 'FTX A?', 'BGM 1'],
    ],
    ['with a repetition character in UNA', "UNA:+.?*'UNB+UNOC:4'BGM+1'", ['UNB UNOC|4', 'BGM 1']],
    [
      'wrapped in the middle of tags and values',
      "UNB+UNOC:3'N\nAD+BY+7928\n20524'",
      ['UNB UNOC|3', 'NAD BY 792820524'],
    ],
    [
      'with a comment behind a terminator',
      "UNB+UNOC:3' // the first\nBGM+1'  \n",
      ['UNB UNOC|3', '// the first', 'BGM 1'],
    ],
    ['with text behind UNZ', "UNB+UNOC:3'UNZ+0+1'\nend of file", ['UNB UNOC|3', 'UNZ 0 1', 'end of file']],
    ['in lower case', "UNB+UNOA:3'bgm+a'", ['UNB UNOA|3', 'BGM a']],
  ])('%s', (_, text, expected) => {
    expect(shapes(bytesOf(text))).toEqual(expected);
  });

  test.each<[string, Uint8Array]>([
    ['UTF-8 under UNOA', bytesOf("UNB+UNOA:3'FTX+BÜTTNER'")],
    ['UTF-8 under UNOC', bytesOf("UNB+UNOC:3'FTX+BÜTTNER'")],
    ['UTF-8 behind a byte order mark', bytesOf("\ufeffUNB+UNOC:3'FTX+BÜTTNER'")],
    ['UTF-8 under UNOW', bytesOf("UNB+UNOW:4'FTX+BÜTTNER'")],
    ['ISO 8859-1 under UNOC', latin1("UNB+UNOC:3'FTX+B\u00dcTTNER'")],
  ])('reads letters in %s', (_, bytes) => {
    expect(shapes(bytes)[1]).toBe('FTX BÜTTNER');
  });

  test('reads Cyrillic under UNOE', () => {
    expect(shapes(latin1("UNB+UNOE:3'FTX+\u00bf'"))[1]).toBe('FTX П');
  });
});

const ISA = [
  '00',
  ' '.repeat(10),
  '00',
  ' '.repeat(10),
  'ZZ',
  'SENDER'.padEnd(15),
  'ZZ',
  'RECEIVER'.padEnd(15),
  '050815',
  '1824',
  'U',
  '00401',
  '000000001',
  '0',
  'P',
];
const isa = (element: string, end: string) => `ISA${element}${ISA.join(element)}${element}${end}`;

describe('X12 is cut into segments, with the delimiters that ISA shows', () => {
  test.each<[string, string]>([
    ['the usual ones', `${isa('*', '>~')}\nGS*SH*A~\nIEA*1*1~`],
    ['other ones', `${isa('|', '^_')}GS|SH|A_IEA|1|1_`],
    ['a line feed as terminator', `${isa('*', '>\n')}GS*SH*A\nIEA*1*1`],
    ['carriage return and line feed as terminator', `${isa('*', '>\r\n')}GS*SH*A\r\nIEA*1*1\r\n`],
    ['blanks of ISA collapsed', `ISA*00* *00* *01*1 *01*2 *070101*1200*U*00200*000000001*0*P*@!\nGS*SH*A!\nIEA*1*1!`],
    ['a byte order mark and indented lines', `\ufeff${isa('*', '>~')}\r\n  GS*SH*A~\r\n    IEA*1*1~\r\n`],
    ['an ellipsis as terminator', `\ufeff${isa('*', ':…')}\r\n GS*SH*A…\r\n IEA*1*1…`],
    ['lines wrapped at 80 columns', `${isa('*', '>~')}GS*SH*A~IEA*1*1~`.replace(/(.{80})/g, '$1\n')],
  ])('%s', (_, text) => {
    expect(
      shapes(bytesOf(text))
        .slice(1)
        .map((shape) => shape.replaceAll('|', ' ').trim()),
    ).toEqual(['GS SH A', 'IEA 1 1']);
  });

  test('a part number may contain the component separator', () => {
    expect(shapes(bytesOf(`${isa('*', '>~')}LIN**BP*A>1~`))[1]).toBe('LIN  BP A>1');
  });
});

test('the tokens tile the bytes: each begins where the one before it ends', () => {
  const text = `\ufeffUNA:+.? '\r\nUNB+UNOC:3+Ä'\r\n remark\nBGM+1?'ü'  \n\nFOO\nUNZ+0+1'  \n trailing`;
  const bytes = bytesOf(text);
  let at = readDelimiters(bytes)!.start;
  for (const { position } of tokens(bytes)) {
    expect(position.offset).toBe(at);
    at = position.end;
  }
  expect(at).toBe(bytes.length);
});

test('segments are whole and in place across the windows in which a large file is decoded', () => {
  const count = 60_000;
  const body = Array.from({ length: count }, (_, i) => `FTX+ä?'${i}'\n`).join('');
  const bytes = bytesOf(`UNB+UNOY:4'\n${body}UNZ+1+1'`);
  const segments = tokens(bytes);
  expect(segments.length).toBe(count + 2);
  expect(segments.every((token, i) => i === 0 || token.position.offset === segments[i - 1]!.position.end)).toBe(true);
  expect(
    segments.slice(1, -1).every((token, i) => token.kind === 'segment' && token.elements[0]![0] === `ä'${i}`),
  ).toBe(true);
});

test.each<[string, string | undefined]>([
  ["UNA:+.? 'UNB+", 'edifact'],
  ['  \r\nUNB+UNOC', 'edifact'],
  ["UNH+1+DESADV'", 'edifact'],
  ['ISA*00*', 'x12'],
  ['GS*SH*', 'x12'],
  ['ST*856*', 'x12'],
  ['{"a":1}', undefined],
  ['', undefined],
])('the format of %j is %s', (text, format) => {
  expect(detectFormat(bytesOf(text))).toBe(format);
});
