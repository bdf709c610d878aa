import type {
  EventCommand,
  Id,
  Instant,
  MessageError,
  MessagePosition,
  PartReference,
  PartyReference,
  TransportMode,
} from '@intakt/contract';
import type { Mentions } from '../master-data/load.ts';
import type { MasterData } from '../master-data/master-data.ts';

/**
 * `received`: not looked at yet, for moments only. `waiting`: names something that is not mapped yet. `rejected`: cannot stand. `conflict`: its reference
 * was used for other content. `duplicate`: came before. `dismissed`: a person set it aside. `test`: marked so by its sender, kept and answered but not booked.
 * `matched`: says what became of a message of ours, which shows it. `unmatched`: says so of a message that is not found.
 */
export const MESSAGE_STATES = [
  'received',
  'waiting',
  'recorded',
  'rejected',
  'conflict',
  'duplicate',
  'dismissed',
  'test',
  'matched',
  'unmatched',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];
export type MessageFormat = 'edifact' | 'x12' | 'vda' | 'epcis' | 'unreadable';

/** What the envelope says of the message; `unit` joins messages that go in together or not at all. */
export interface Envelope {
  unit: string;
  interchange: number;
  controlReference: string;
  /** Number of the functional group, in X12. */
  group?: string;
  preparedAt?: Instant;
  test: boolean;
  sender: PartyReference;
  receiver: PartyReference;
}

export interface MessageContent {
  envelope: Envelope;
  /** What the codec read: statements of an EDI message, stock moves of a captured event. */
  list: unknown[];
  /** Content without its place in the file, to recognise the same message in another file. */
  hash: string;
}

export interface BookedEvent {
  eventId: string;
  sequence: number;
  type: string;
  outcome: 'recorded' | 'known';
  confirmed: boolean;
}

export interface Conflict {
  eventId: string;
  known: string;
  given: string;
  /** The new content, and what the ledger holds under the same reference. */
  command: EventCommand;
  recorded: unknown;
}

export interface InboxMessage {
  id: string;
  file: string;
  organisation: Id;
  audience: Id[];
  position: number;
  format: MessageFormat;
  type: string;
  reference?: string;
  state: MessageState;
  errors: MessageError[];
  unmapped: { position: MessagePosition; value: string }[];
  unknowns: Unknown[];
  content: MessageContent;
  events: BookedEvent[];
  conflict?: { items?: Conflict[]; first?: string; reason?: string };
  receivedAt: Instant;
}

export type UnknownKind = 'party' | 'site' | 'part' | 'lane';
export type UnknownRole = 'customer' | 'supplier' | 'carrier' | 'ship-to' | 'ship-from' | 'location' | 'part' | 'lane';

/** Something a message names that the network does not know, with what the message tells about it. */
export interface Unknown {
  /** Made from the message's own codes, so that it stays the same while others are decided. */
  key: string;
  kind: UnknownKind;
  role: UnknownRole;
  /** Without it the message cannot go in; what is not required only makes it say more. */
  required: boolean;
  reason: 'not-known' | 'ambiguous' | 'contradiction';
  code: string;
  reference?: PartyReference | PartReference;
  /** Objects that the code fits equally well. */
  fits: Id[];
  /** What is known already of the trade that it stands in. */
  relation: { customer?: Id; supplier?: Id; part?: Id; from?: Id; to?: Id };
  facts: { unit?: string; mode?: TransportMode; leadTimeDays?: number; senderIs?: Id; isSender?: boolean };
}

/** What a message comes to under the present master data. Only without required unknowns and errors may it go in. */
export interface Reading {
  commands: EventCommand[];
  unknowns: Unknown[];
  errors: MessageError[];
}

/** How messages of a format are read again and again until everything they name is known. Both are pure. */
export interface MessageReader {
  mentions: (message: InboxMessage) => Mentions;
  read: (message: InboxMessage, data: MasterData) => Reading;
  /** Under which name the code's meaning is kept: the identified sender, else its code. */
  partner: (message: InboxMessage, data: MasterData) => string;
}

export const isBlocked = (reading: Reading): boolean => reading.unknowns.some((unknown) => unknown.required);
export const hasErrors = (errors: MessageError[]): boolean => errors.some((error) => error.severity === 'error');
