import type { Id, PartReference, PartyReference, RecordedEvent, Statement } from '@intakt/contract';
import { type BundleVerdict, verifyBundle } from '@intakt/ledger';
import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, answered, api, type BodyOf, type Narrowed, sendFile } from '../../api.ts';

type InboxAnswer = AnswerOf<'/api/inbox', 'get'>['messages'][number];
export type MessageState = InboxAnswer['state'];
interface KnownOfMessage {
  sender: PartyReference;
  receiver: PartyReference;
  conflict?: { items?: { known: string; given: string }[]; reason?: string };
}
export type InboxMessage = Narrowed<InboxAnswer, KnownOfMessage>;
export type MessageDetail = Narrowed<
  AnswerOf<'/api/inbox/{id}', 'get'>,
  KnownOfMessage & { statements: Partial<Statement>[]; proposals: Proposal[] }
>;
export type UnknownKind = InboxAnswer['unknowns'][number]['kind'];
export type Decision = BodyOf<'/api/inbox/{id}/resolve', 'post'>['decisions'][number];
type PreviewAnswer = AnswerOf<'/api/inbox/{id}/preview', 'post'>;
/** Something the message names that nobody here knows yet, with what it could be and what would be made of it. */
export type Proposal = Narrowed<
  PreviewAnswer['proposals'][number],
  { kind: UnknownKind; reference?: Partial<PartyReference & PartReference>; recommended?: Decision }
>;
export type ResolutionPreview = Narrowed<
  PreviewAnswer,
  { events: { type: string; data: Record<string, unknown> }[]; proposals: Proposal[] }
>;
export type UploadAnswer = Narrowed<AnswerOf<'/api/edi', 'post'>, { messages: InboxMessage[] }>;
export const IMPORT_KINDS = [
  'sites',
  'parts',
  'lanes',
  'packagings',
  'bills-of-material',
  'part-numbers',
  'stock',
  'call-offs',
  'despatch-advices',
  'tour-rates',
  'demand-history',
  'demand-commits',
  'capacity',
  'full-load-rates',
  'groupage-rates',
  'transport-orders',
  'organisations',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
export type ImportPreview = AnswerOf<'/api/imports', 'post'>;
export type ImportRow = ImportPreview['rows'][number];
/** `inbox` is the message it was read from. */
export type EventDetail = Narrowed<AnswerOf<'/api/events/{eventId}', 'get'>, { event: RecordedEvent }>;

export const inboxQuery = queryOptions({
  queryKey: ['inbox'],
  queryFn: async () =>
    (await answered(api.GET('/api/inbox', { params: { query: { limit: 500 } } }))).messages as InboxMessage[],
});
export const messageQuery = (id: Id) =>
  queryOptions({
    queryKey: ['inbox', id],
    queryFn: async () =>
      (await answered(api.GET('/api/inbox/{id}', { params: { path: { id } } }))) as unknown as MessageDetail,
  });
export const rawQuery = (id: Id) =>
  queryOptions({
    queryKey: ['inbox', id, 'raw'],
    queryFn: async () => {
      const raw = api.GET('/api/inbox/{id}/raw', { params: { path: { id } }, parseAs: 'arrayBuffer' });
      return new Uint8Array((await answered(raw)) as ArrayBuffer);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

export const sendEdi = async (file: File): Promise<UploadAnswer> => (await sendFile('/api/edi', file)) as UploadAnswer;
export const previewResolution = async (id: Id, decisions: Decision[]): Promise<ResolutionPreview> =>
  (await answered(
    api.POST('/api/inbox/{id}/preview', { params: { path: { id } }, body: { decisions } }),
  )) as ResolutionPreview;
export const resolveMessage = (id: Id, decisions: Decision[]): Promise<unknown> =>
  api.POST('/api/inbox/{id}/resolve', { params: { path: { id } }, body: { decisions } });
export const dismissMessage = (id: Id, reason: string): Promise<unknown> =>
  api.POST('/api/inbox/{id}/dismiss', { params: { path: { id } }, body: { reason } });
export const supersedeMessage = (id: Id): Promise<unknown> =>
  api.POST('/api/inbox/{id}/supersede', { params: { path: { id } } });

export const previewImport = (kind: ImportKind, file: File): Promise<ImportPreview> =>
  sendFile('/api/imports', file, { kind });
export const applyImport = (id: Id): Promise<{ recorded: number; known: number }> =>
  answered(api.POST('/api/imports/{id}/apply', { params: { path: { id } } }));

const SHOWN_EVENTS = 500;
/** The newest events; older ones are reached through what they are about. */
export const eventsQuery = (type?: string) =>
  queryOptions({
    queryKey: ['events', type],
    queryFn: async () => {
      const query = { type, limit: SHOWN_EVENTS, order: 'newest' as const };
      return (await answered(api.GET('/api/events', { params: { query } }))).events as unknown as RecordedEvent[];
    },
  });
export const eventQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['event', eventId],
    queryFn: async () =>
      (await answered(api.GET('/api/events/{eventId}', { params: { path: { eventId } } }))) as unknown as EventDetail,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Fetches the proof and the log's key, and checks them here: the verdict is the browser's, not the server's. */
export async function verifyEvent(eventId: string): Promise<BundleVerdict> {
  const [bundle, keys] = await Promise.all([
    answered(api.GET('/api/events/{eventId}/proof', { params: { path: { eventId } } })),
    answered(api.GET('/api/ledger/key', { parseAs: 'text' })),
  ]);
  return verifyBundle(
    bundle,
    keys
      .trim()
      .split('\n')
      .filter((line) => line !== ''),
  );
}
