import type { DespatchStatement } from '@intakt/contract';
import { expect, test } from 'vitest';
import { decode } from './index.ts';

const SEGMENTS = [
  "UNH+1+DESADV:D:07A:UN:GAVF13'",
  "BGM+351+LS1+9'",
  "DTM+137:202603020630:203'",
  "CPS+1++4'",
  "PAC+1++PAL-9::92'",
  "PCI+17'",
  "GIN+VZ+JUN0000001'",
  "CPS+2+1+1'",
  "PAC+3++KLT::92'",
  "QTY+52:20:PCE'",
  "PCI+17'",
  "GIR+3+B4711:BX'",
  "GIN+ML+S7:S9'",
  "LIN+10++P1:IN'",
  "QTY+12:50:PCE'",
  "UNT+16+1'",
];

test('a pallet under its licence plate, and the range of labels on it, the last pack holding what is left', () => {
  const text = ["UNB+UNOC:3+SUP+PLANT+260302:0630+1'", ...SEGMENTS, "UNZ+1+1'"].join('\n');
  const answer = decode(new TextEncoder().encode(text));
  const [message] = answer.ok ? answer.interchanges[0]!.messages : [];
  expect(message!.errors).toEqual([]);
  expect((message!.statements[0] as DespatchStatement).units).toEqual([
    { unit: 'JUN0000001', packaging: 'PAL-9' },
    { unit: 'S7', parent: 'JUN0000001', packaging: 'KLT', line: 10, quantity: 20, batch: 'B4711' },
    { unit: 'S8', parent: 'JUN0000001', packaging: 'KLT', line: 10, quantity: 20, batch: 'B4711' },
    { unit: 'S9', parent: 'JUN0000001', packaging: 'KLT', line: 10, quantity: 10, batch: 'B4711' },
  ]);
});
