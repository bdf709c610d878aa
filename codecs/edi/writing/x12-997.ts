import type {
  AcknowledgedGroup,
  AcknowledgedMessage,
  AcknowledgementStatement,
  MessageVerdict,
  SyntaxFault,
} from '@intakt/contract';
import type { EdiInterchange } from '../decode.ts';
import { groupAcknowledgementsOf } from '../x12-acknowledgement.ts';
import type { Control } from './control.ts';
import { writeX12, type X12Segment, type X12Set } from './x12.ts';

/** What a 997 and a 999 call the same things. */
interface Dialect {
  type: string;
  segment: string;
  element: string;
  end: string;
  implementation?: string;
}
const DIALECT_997: Dialect = { type: '997', segment: 'AK3', element: 'AK4', end: 'AK5' };
const DIALECT_999: Dialect = {
  type: '999',
  segment: 'IK3',
  element: 'IK4',
  end: 'IK5',
  implementation: '005010X231A1',
};

type Acknowledged = EdiInterchange | AcknowledgementStatement[];

/** 997 for a decoded interchange, or for statements: one set per functional group, each received set with its errors. */
export function encode997(acknowledged: Acknowledged, control: Control): Uint8Array {
  return writeX12(setsOf(acknowledged, DIALECT_997), control);
}

/** The same as 999, the acknowledgement of implementations of 005010. */
export function encode999(acknowledged: Acknowledged, control: Control): Uint8Array {
  return writeX12(setsOf(acknowledged, DIALECT_999), { ...control, x12Release: '005010X231A1' });
}

function setsOf(acknowledged: Acknowledged, dialect: Dialect): X12Set[] {
  const statements = Array.isArray(acknowledged) ? acknowledged : groupAcknowledgementsOf(acknowledged);
  return statements.flatMap(({ groups }) => groups.map((group) => writeGroup(group, dialect)));
}

function writeGroup(group: AcknowledgedGroup, dialect: Dialect): X12Set {
  const { identifier, reference, messages, errors } = group;
  const accepted = messages.filter(({ outcome }) => outcome !== 'rejected').length;
  const counted = group.counted ?? { stated: messages.length, received: messages.length, accepted };
  const isPartial = group.outcome === 'accepted-with-errors' && counted.accepted < counted.received;
  return {
    type: dialect.type,
    functionalGroup: 'FA',
    ...(dialect.implementation && { implementation: dialect.implementation }),
    segments: [
      ['AK1', identifier, reference],
      ...messages.flatMap((message) => writeSet(message, dialect)),
      [
        'AK9',
        isPartial ? 'P' : LETTERS[group.outcome],
        ...[counted.stated, counted.received, counted.accepted].map(String),
        ...errors.slice(0, 5).map(({ code }) => code),
      ],
    ],
  };
}

const LETTERS: Record<MessageVerdict, string> = { accepted: 'A', 'accepted-with-errors': 'E', rejected: 'R' };

function writeSet({ type, reference, outcome, errors }: AcknowledgedMessage, dialect: Dialect): X12Segment[] {
  const ofSet = errors.filter(({ segment }) => segment === undefined).slice(0, 5);
  return [
    ['AK2', type, reference],
    ...errors.filter(({ segment }) => segment !== undefined).flatMap((fault) => writeFault(fault, dialect)),
    [dialect.end, LETTERS[outcome], ...ofSet.map(({ code }) => code)],
  ];
}

/** The segment's fault 8 says that one of its elements is wrong, which follows. */
function writeFault({ code, tag, segment, element, value }: SyntaxFault, dialect: Dialect): X12Segment[] {
  const at = [dialect.segment, tag, String(segment), ''] as const;
  if (element === undefined) return [[...at, code]];
  return [
    [...at, '8'],
    [dialect.element, String(element), '', code, value],
  ];
}
