import type { AcknowledgedMessage, AcknowledgementStatement, PartyReference, SyntaxFault } from '@intakt/contract';
import { CODE_DOUBTFUL, ELEMENT_MISSING } from '../problems.ts';
import { type Segment, text } from '../segment.ts';
import { ACTION_OUTCOMES, SYNTAX_MEANINGS } from '../syntax-codes.ts';
import { child, children } from '../tree.ts';
import { compact } from './party.ts';
import { type Reading, readNumber } from './reading.ts';

type Outcome = AcknowledgementStatement['outcome'];

/** CONTRL: one statement about one interchange, its groups (UCF) and its messages (UCM). */
export function readControl(message: Segment, reading: Reading): AcknowledgementStatement[] {
  const uci = child(message, 'UCI');
  if (!uci) return [];
  const reference = text(uci, 1);
  if (!reference) reading.report(ELEMENT_MISSING, uci, { element: 1, expected: 'the reference of the interchange' });
  return [
    {
      kind: 'acknowledgement',
      position: reading.position(uci),
      interchange: { reference: reference ?? '', sender: address(uci, 2), receiver: address(uci, 3) },
      outcome: readOutcome(uci, 4, reading),
      errors: readWholeFault(uci, 5),
      groups: children(message, 'UCF').map((ucf) => ({
        reference: text(ucf, 1) ?? '',
        outcome: decided(readOutcome(ucf, 4, reading)),
        errors: readWholeFault(ucf, 5),
        messages: readMessages(ucf, reading),
      })),
      messages: readMessages(message, reading),
    },
  ];
}

const address = (uci: Segment, element: number): PartyReference =>
  compact({ code: text(uci, element, 1), agency: text(uci, element, 2) });

/** Only an interchange can have come without anything being said of it. */
const decided = (outcome: Outcome) => (outcome === 'received' ? ('accepted' as const) : outcome);

/** An answer that cannot be read is taken for a rejection: somebody should look. */
function readOutcome(segment: Segment, element: number, reading: Reading): Outcome {
  const code = text(segment, element);
  const known = ACTION_OUTCOMES[code ?? ''];
  if (known) return known;
  if (code) reading.report(CODE_DOUBTFUL, segment, { value: code, element, expected: 'a rejection' });
  else reading.report(ELEMENT_MISSING, segment, { element, expected: 'what was done (0083)' });
  return 'rejected';
}

/** 0085, and in service segments 0135 the tag and S011 the place. */
function readWholeFault(segment: Segment, element: number): SyntaxFault[] {
  const code = text(segment, element);
  const tag = text(segment, element + 1);
  return code || tag ? [compact({ ...fault(code), tag })] : [];
}

function fault(code = '18'): SyntaxFault {
  return compact({ code, meaning: SYNTAX_MEANINGS[code] });
}

const readMessages = (parent: Segment, reading: Reading): AcknowledgedMessage[] =>
  children(parent, 'UCM').map((ucm) => readMessage(ucm, reading));

function readMessage(ucm: Segment, reading: Reading): AcknowledgedMessage {
  const [name, controller, release, , association] = [1, 2, 3, 4, 5].map((part) => text(ucm, 2, part));
  const directory = controller || release ? `${controller ?? ''}.${release ?? ''}` : undefined;
  return {
    reference: text(ucm, 1) ?? '',
    type: [name, directory, association].filter(Boolean).join(' '),
    outcome: decided(readOutcome(ucm, 3, reading)),
    errors: [...readWholeFault(ucm, 4), ...children(ucm, 'UCS').flatMap((ucs) => readFaults(ucs, reading))],
  };
}

function readFaults(ucs: Segment, reading: Reading): SyntaxFault[] {
  const segment = readNumber(reading, ucs, 1);
  const code = text(ucs, 2);
  const within = children(ucs, 'UCD').map((ucd): SyntaxFault => {
    const place = readNumber(reading, ucd, 2, 1);
    const component = readNumber(reading, ucd, 2, 2);
    return compact({ ...fault(text(ucd, 1)), segment, element: place && place - 1, component });
  });
  return code || within.length === 0 ? [compact({ ...fault(code), segment }), ...within] : within;
}
