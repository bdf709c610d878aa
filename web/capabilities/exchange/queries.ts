import type {
  Id,
  Instant,
  MessageError,
  PartReference,
  PartyReference,
  RecordedEvent,
  Statement,
} from '@intakt/contract';
import { queryOptions } from '@tanstack/react-query';
import { verifyBundle, type BundleVerdict } from '@intakt/ledger';
import { ask, askBytes, askList, askText, sendFile, tell } from '../../api.ts';

export type MessageState = 'waiting' | 'recorded' | 'rejected' | 'conflict' | 'duplicate' | 'dismissed';
export interface BookedEvent {
  eventId: string;
  sequence: number;
  type: string;
  confirmed: boolean;
}
export interface InboxMessage {
  id: Id;
  file: Id;
  fileName?: string;
  organisation: Id;
  position: number;
  format: string;
  type: string;
  reference?: string;
  controlReference?: string;
  sender: PartyReference;
  receiver: PartyReference;
  state: MessageState;
  receivedAt: Instant;
  decidedAt?: Instant;
  errors: MessageError[];
  unknowns: { key: string; code: string }[];
  events: BookedEvent[];
  conflict?: { items?: { known: string; given: string }[]; reason?: string };
}
export interface MessageDetail extends InboxMessage {
  statements: Partial<Statement>[];
  proposals: Proposal[];
  /** Messages of the same interchange that go in together with this one. */
  together: Id[];
}
export type UnknownKind = 'party' | 'site' | 'part' | 'lane';
/** Something the message names that nobody here knows yet, with what it could be and what would be made of it. */
export interface Proposal {
  unknown: string;
  kind: UnknownKind;
  role: string;
  required: boolean;
  code: string;
  reference?: Partial<PartyReference & PartReference>;
  candidates: { id: Id; name: string; score: number; why: string }[];
  create?: Record<string, unknown>;
  /** Members of `create` that the message does not say. */
  assumed: string[];
  recommended?: Decision;
}
export type Decision =
  | { unknown: string; use: 'existing'; id: Id }
  | { unknown: string; use: 'new'; data?: Record<string, unknown> };
export interface ResolutionPreview {
  events: { type: string; data: Record<string, unknown> }[];
  messages: { id: Id; state: MessageState; unknowns: { key: string; code: string }[]; errors: MessageError[] }[];
  proposals: Proposal[];
}
export interface UploadAnswer {
  file: Id;
  duplicateOf?: Id;
  messages: InboxMessage[];
}
export const IMPORT_KINDS = [
  'sites',
  'parts',
  'lanes',
  'packagings',
  'bills-of-material',
  'part-numbers',
  'stock',
  'organisations',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
export interface ImportRow {
  row: number;
  action: 'create' | 'change' | 'same' | 'error';
  key: string;
  changes: { field: string; old?: unknown; new?: unknown }[];
  errors: { field: string; value?: unknown; message: string }[];
}
export interface ImportPreview {
  id: Id;
  rows: ImportRow[];
  counts: Partial<Record<ImportRow['action'], number>>;
}
export interface EventDetail {
  event: RecordedEvent;
  /** The message it was read from. */
  inbox?: Id;
}

export const inboxQuery = queryOptions({
  queryKey: ['inbox'],
  queryFn: () => askList<InboxMessage>('/api/inbox', { limit: 500 }),
});
export const messageQuery = (id: Id) =>
  queryOptions({ queryKey: ['inbox', id], queryFn: () => ask<MessageDetail>(`/api/inbox/${id}`) });
export const rawQuery = (id: Id) =>
  queryOptions({
    queryKey: ['inbox', id, 'raw'],
    queryFn: () => askBytes(`/api/inbox/${id}/raw`),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const sendEdi = (file: File): Promise<UploadAnswer> => sendFile('/api/edi', file);
export const previewResolution = (id: Id, decisions: Decision[]): Promise<ResolutionPreview> =>
  tell('POST', `/api/inbox/${id}/preview`, { decisions });
export const resolveMessage = (id: Id, decisions: Decision[]): Promise<unknown> =>
  tell('POST', `/api/inbox/${id}/resolve`, { decisions });
export const dismissMessage = (id: Id, reason: string): Promise<unknown> =>
  tell('POST', `/api/inbox/${id}/dismiss`, { reason });
export const supersedeMessage = (id: Id): Promise<unknown> => tell('POST', `/api/inbox/${id}/supersede`);

export const previewImport = (kind: ImportKind, file: File): Promise<ImportPreview> =>
  sendFile('/api/imports', file, { kind });
export const applyImport = (id: Id): Promise<{ recorded: number; known: number }> =>
  tell('POST', `/api/imports/${id}/apply`);

const SHOWN_EVENTS = 500;
/** The newest events; older ones are reached through what they are about. */
export const eventsQuery = (type?: string) =>
  queryOptions({
    queryKey: ['events', type],
    queryFn: () => askList<RecordedEvent>('/api/events', { type, limit: SHOWN_EVENTS, order: 'newest' }),
  });
export const eventQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['event', eventId],
    queryFn: () => ask<EventDetail>(`/api/events/${eventId}`),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Fetches the proof and the log's key, and checks them here: the verdict is the browser's, not the server's. */
export async function verifyEvent(eventId: string): Promise<BundleVerdict> {
  const [bundle, key] = await Promise.all([ask<unknown>(`/api/events/${eventId}/proof`), askText('/api/ledger/key')]);
  return verifyBundle(
    bundle,
    key
      .trim()
      .split('\n')
      .filter((line) => line !== ''),
  );
}
