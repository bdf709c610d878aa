import type { AcknowledgedMessage, AcknowledgementStatement, MessageVerdict, SyntaxFault } from '@intakt/contract';
import { CODE_DOUBTFUL } from '../problems.ts';
import { peek, type Segment, take, text } from '../segment.ts';
import { child, children } from '../tree.ts';
import { ELEMENT_FAULTS, GROUP_FAULTS, SEGMENT_FAULTS, SET_FAULTS, X12_VERDICTS } from '../x12-fault-codes.ts';
import { compact } from './party.ts';
import { type Reading, readNumber } from './reading.ts';

/** 997 and 999: what became of one functional group. AK1 names it, AK2 each of its sets, AK9 counts them. */
export function readFunctionalAcknowledgement(message: Segment, reading: Reading): AcknowledgementStatement[] {
  const ak1 = child(message, 'AK1');
  const ak9 = child(message, 'AK9');
  if (!ak1 || !ak9) return [];
  const outcome = readVerdict(ak9, reading);
  take(ak1, 3);
  return [
    {
      kind: 'acknowledgement',
      position: reading.position(ak1),
      outcome,
      errors: [],
      groups: [
        compact({
          identifier: text(ak1, 1) ?? '',
          reference: text(ak1, 2) ?? '',
          outcome,
          errors: readCodes(ak9, 5, GROUP_FAULTS),
          messages: children(message, 'AK2').map((ak2) => readSet(ak2, reading)),
          counted: readCounts(ak9, reading),
        }),
      ],
      messages: [],
    },
  ];
}

/** A verdict that cannot be read is taken for a rejection: somebody should look. */
function readVerdict(segment: Segment, reading: Reading): MessageVerdict {
  const code = text(segment, 1) ?? '';
  const verdict = X12_VERDICTS[code];
  if (!verdict) reading.report(CODE_DOUBTFUL, segment, { value: code, element: 1, expected: 'a rejection' });
  return verdict ?? 'rejected';
}

function readCounts(
  ak9: Segment,
  reading: Reading,
): { stated: number; received: number; accepted: number } | undefined {
  const [stated, received, accepted] = [2, 3, 4].map((element) => readNumber(reading, ak9, element));
  return stated === undefined || received === undefined || accepted === undefined
    ? undefined
    : { stated, received, accepted };
}

/** Up to five codes behind one another. */
function readCodes(segment: Segment, from: number, meanings: Record<string, string>): SyntaxFault[] {
  return [0, 1, 2, 3, 4].flatMap((at) => {
    const code = text(segment, from + at);
    return code ? [compact({ code, meaning: meanings[code] })] : [];
  });
}

/** AK5 of a 997 is IK5 of a 999, and so on. */
function readSet(ak2: Segment, reading: Reading): AcknowledgedMessage {
  const end = [...children(ak2, 'AK5'), ...children(ak2, 'IK5')][0];
  take(ak2, 3);
  return {
    reference: text(ak2, 2) ?? '',
    type: text(ak2, 1) ?? '',
    outcome: end ? readVerdict(end, reading) : 'rejected',
    errors: [
      ...(end ? readCodes(end, 2, SET_FAULTS) : []),
      ...children(ak2, 'AK3', 'IK3').flatMap((ak3) => readSegmentFaults(ak3, reading)),
    ],
  };
}

/** AK304 8 says no more than that an AK4 follows. */
function readSegmentFaults(ak3: Segment, reading: Reading): SyntaxFault[] {
  const place = compact({ tag: text(ak3, 1), segment: readNumber(reading, ak3, 2) });
  const code = text(ak3, 4) ?? '8';
  const elements = children(ak3, 'AK4', 'IK4').map((ak4): SyntaxFault => {
    const fault = text(ak4, 3) ?? '';
    const [element, component] = readPlace(ak4);
    return compact({
      code: fault,
      meaning: ELEMENT_FAULTS[fault],
      ...place,
      element,
      component,
      value: text(ak4, 4),
    });
  });
  return elements.length > 0 && code === '8'
    ? elements
    : [compact({ code, meaning: SEGMENT_FAULTS[code], ...place }), ...elements];
}

/** AK401 is a composite: element, component, repetition. The sign between them is the interchange's own. */
function readPlace(ak4: Segment): (number | undefined)[] {
  take(ak4, 2);
  const numbers = /^(\d+)(?:\D(\d+))?/.exec(peek(ak4, 1) ?? '');
  if (numbers) take(ak4, 1);
  return [numbers?.[1], numbers?.[2]].map((number) => (number === undefined ? undefined : Number(number)));
}
