import { expect, test } from 'vitest';
import { CONTROL } from './example-world.test-data.ts';
import { acknowledgementOf, decode, type EdiInterchange, encode997, encodeContrl } from './index.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function only(text: string): EdiInterchange {
  const answer = decode(bytesOf(text));
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.interchanges[0]!;
}

const linesOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes).split('\n');

const GOOD = [
  "UNH+1+DESADV:D:97A:UN:X1'",
  "BGM+351+LS1+9'",
  "DTM+137:20260302:102'",
  "CPS+1'",
  "LIN+1++P1:IN'",
  "QTY+12:5:PCE'",
  "UNT+7+1'",
];
const BAD = [
  "UNH+2+DESADV:D:97A:UN'",
  "DTM+137:20260230:102'",
  "CPS+1'",
  "LIN+1++P2:IN'",
  "QTY+12:five:PCE'",
  "UNT+6+2'",
];

test('CONTRL accepts the right message and rejects the wrong one with the place of each error', () => {
  const decoded = only(["UNB+UNOC:3+A:ZZ+B:ZZ+260302:0630+77'", ...GOOD, ...BAD, "UNZ+2+77'"].join('\n'));
  expect(linesOf(encodeContrl([acknowledgementOf(decoded)], CONTROL)).slice(1, -1)).toEqual([
    "UNH+1+CONTRL:D:3:UN'",
    "UCI+77+A:ZZ+B:ZZ+7'",
    "UCM+1+DESADV:D:97A:UN:X1+7'",
    "UCM+2+DESADV:D:97A:UN+4'",
    "UCS+2+13'",
    "UCS+2'",
    "UCD+12+2:2'",
    "UCS+5'",
    "UCD+37+2:2'",
    "UNT+10+1'",
  ]);
});

test('CONTRL rejects an interchange whose trailer does not fit', () => {
  const decoded = only(["UNB+UNOC:3+A:ZZ+B:ZZ+260302:0630+77'", ...GOOD, "UNZ+2+77'"].join('\n'));
  expect(linesOf(encodeContrl([acknowledgementOf(decoded)], CONTROL))[2]).toBe("UCI+77+A:ZZ+B:ZZ+4+29'");
});

const ENVELOPE = 'ISA*00* *00* *ZZ*A*ZZ*B*260302*0630*U*00401*000000077*0*P*>~';
const SETS = [
  'GS*PS*A*B*20260302*0630*12*X*004010~',
  'ST*830*0001~',
  'BFR*00*F1*R1*DL*A*20260302*20260402*20260302~',
  'LIN**BP*P1~',
  'FST*5*C*D*20260310~',
  'SE*5*0001~',
  'ST*830*0002~',
  'BFR*00*F1*R2*DL*A*20260302*20260402*20260302~',
  'LIN**BP*P2~',
  'FST*x*C*D*20261310~',
  'SE*9*0002~',
  'GE*2*12~',
  'IEA*1*000000077~',
];

test('997 answers each functional group, naming segments and elements in error', () => {
  const decoded = only([ENVELOPE, ...SETS].join('\n'));
  expect(linesOf(encode997(decoded, CONTROL)).slice(2, -2)).toEqual([
    'ST*997*0001~',
    'AK1*PS*12~',
    'AK2*830*0001~',
    'AK5*A~',
    'AK2*830*0002~',
    'AK3*FST*4**8~',
    'AK4*1**6*x~',
    'AK3*FST*4**8~',
    'AK4*4**8*20261310~',
    'AK5*R*4*5~',
    'AK9*P*2*2*1~',
    'SE*12*0001~',
  ]);
});
