import type { Statement } from '@intakt/contract';
import { UNSETTLED } from '../vda/records.ts';
import { encode4905 } from '../vda/write-4905.ts';
import { encode4913 } from '../vda/write-4913.ts';
import { encodeAperak } from '../writing/aperak.ts';
import type { Control } from '../writing/control.ts';
import { encodeDelfor } from '../writing/delfor.ts';
import { encodeDeljit } from '../writing/deljit.ts';
import { encodeDeljitSequence } from '../writing/deljit-sequence.ts';
import { encodeDesadv } from '../writing/desadv.ts';
import { encodeIftmin } from '../writing/iftmin.ts';
import { encodeIftsta } from '../writing/iftsta.ts';
import { encodeInvrpt } from '../writing/invrpt.ts';
import { encodeRecadv } from '../writing/recadv.ts';
import { encode214 } from '../writing/x12-214.ts';
import { encode824 } from '../writing/x12-824.ts';
import { encode830 } from '../writing/x12-830.ts';
import { encode846 } from '../writing/x12-846.ts';
import { encode856 } from '../writing/x12-856.ts';
import { encode861 } from '../writing/x12-861.ts';
import { encode862 } from '../writing/x12-862.ts';
import { encode866 } from '../writing/x12-866.ts';

/** A message that can be written: in which version, and of which statements. */
export interface Writer {
  message: string;
  /** Directory, release or record version. The first of a message and kind is the usual one; X12 takes any release besides. */
  version: string;
  kind: Statement['kind'];
  write: (statements: Statement[], control: Control) => Uint8Array;
}

function writer<K extends Statement['kind']>(
  message: string,
  version: string,
  kind: K,
  write: (statements: Extract<Statement, { kind: K }>[], control: Control) => Uint8Array,
): Writer {
  const own = (statements: Statement[]) =>
    statements.filter((statement): statement is Extract<Statement, { kind: K }> => statement.kind === kind);
  return { message, version, kind, write: (statements, control) => write(own(statements), control) };
}

type Encode<S extends Statement> = (statements: S[], control: Control) => Uint8Array;

function inDirectory<S extends Statement>(directory: string, encode: Encode<S>): Encode<S> {
  return (statements, control) => encode(statements, { ...control, directory });
}

/** Every message that statements can be written to; acknowledgements are made of what was read, not of statements. */
export const WRITERS: readonly Writer[] = [
  writer('DELFOR', '97A', 'schedule', encodeDelfor),
  writer('DELFOR', '04A', 'schedule', inDirectory('04A', encodeDelfor)),
  writer('DELFOR', '96A', 'schedule', inDirectory('96A', encodeDelfor)),
  writer('DELJIT', '04B', 'schedule', encodeDeljit),
  writer('DELJIT', '97A', 'schedule', inDirectory('97A', encodeDeljit)),
  writer('DELJIT', '04B', 'sequence', encodeDeljitSequence),
  writer('DESADV', '97A', 'despatch', encodeDesadv),
  writer('DESADV', '96A', 'despatch', inDirectory('96A', encodeDesadv)),
  writer('DESADV', '07A', 'despatch', inDirectory('07A', encodeDesadv)),
  writer('RECADV', '97A', 'receipt', encodeRecadv),
  writer('INVRPT', '97A', 'inventory', encodeInvrpt),
  writer('IFTMIN', '01B', 'transport-order', encodeIftmin),
  writer('IFTSTA', '97A', 'transport-status', encodeIftsta),
  writer('APERAK', '99B', 'application-advice', encodeAperak),
  writer('214', '004010', 'transport-status', encode214),
  writer('824', '004010', 'application-advice', encode824),
  writer('830', '004010', 'schedule', encode830),
  writer('846', '004010', 'inventory', encode846),
  writer('856', '004010', 'despatch', encode856),
  writer('861', '004010', 'receipt', encode861),
  writer('862', '004010', 'schedule', encode862),
  writer('866', '004010', 'sequence', encode866),
  writer('4905', '02', 'schedule', encode4905),
  writer('4913', '03', 'despatch', encode4913),
];

/**
 * Writes statements as one message type.
 *
 * @param wanted message name, and its version where there are several
 * @throws Error that says what can be written, or which statements the message cannot carry
 */
export function writeMessage(
  statements: Statement[],
  wanted: { message: string; version?: string },
  control: Control,
): Uint8Array {
  const [first] = statements;
  const named = WRITERS.filter(({ message }) => message === wanted.message);
  const fitting = named.filter(({ version }) => wanted.version === undefined || version === wanted.version);
  const unsettled = UNSETTLED.find(({ name }) => name === wanted.message.replace(/^VDA ?/, ''));
  if (unsettled)
    throw new Error(
      `VDA ${unsettled.name}, ${unsettled.title}, is not written: no public source settles the places of its fields. ${unsettled.instead}`,
    );
  if (fitting.length === 0) throw new Error(`${label(wanted)} is not written; expected one of ${known()}.`);
  if (!first) throw new Error('There is no statement to write.');
  const chosen = fitting.find(({ kind }) => kind === first.kind);
  const odd = statements.find(({ kind }) => kind !== chosen?.kind);
  if (!chosen || odd) {
    const kinds = [...new Set(fitting.map(({ kind }) => kind))].join(' or ');
    throw new Error(`${label(wanted)} carries statements of kind ${kinds}, not ${(odd ?? first).kind}.`);
  }
  return chosen.write(statements, control);
}

const label = ({ message, version }: { message: string; version?: string }): string =>
  [message, version].filter(Boolean).join(' ');
const known = (): string => WRITERS.map(label).join(', ');
