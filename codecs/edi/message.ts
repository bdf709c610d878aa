import type { DecodedMessage, MessagePosition, PartyReference, ScheduleQuantity, Statement } from '@intakt/contract';
import type { Body } from './body.ts';
import { checkDates } from './date-check.ts';
import type { Format } from './delimiters.ts';
import { type MessageIdentity, readMessageIdentity } from './envelope.ts';
import { checkGuidelines } from './guidelines.ts';
import { findMessage, MESSAGES, type MessageDefinition } from './messages.ts';
import type { Offset } from './moments.ts';
import {
  describe,
  ELEMENT_MISSING,
  GROUP_MISMATCH,
  MESSAGE_UNKNOWN,
  type Report,
  VERSION_UNKNOWN,
} from './problems.ts';
import { readTa1 } from './reading/x12-ta1.ts';
import { peek, type Segment, type Unread, unread } from './segment.ts';
import { walk } from './walk.ts';

/** A decoded message; X12 adds the functional group, which a 997 must name. */
export interface EdiMessage extends DecodedMessage {
  group?: { identifier: string; reference: string; version: string };
  /** Segments between header and trailer, both counted. */
  segments: number;
}

export interface MessageSource {
  format: Format;
  index: number;
  group?: Segment;
  sender: PartyReference;
  receiver: PartyReference;
  offsetMinutes: Offset;
  horizons: ReadonlyMap<string, ScheduleQuantity['horizon']>;
}

/** One message (`body` has neither header nor trailer) to statements, errors and what found no place. */
export function readMessage(header: Segment, body: Body, source: MessageSource): EdiMessage {
  const identity = readMessageIdentity(source.format, header, source.group);
  const message = emptyMessage(identity, body.count + 2, source);
  const position = positionsOf(header, identity.reference, source.index);
  const report: Report = (problem, at, details) => message.errors.push(describe(problem, position(at), details));
  const definition = findMessage(source.format, identity.name, identity.version);
  if (!definition) {
    const known = [...new Set(MESSAGES.filter((m) => m.format === source.format).map((m) => m.name))];
    report(MESSAGE_UNKNOWN, header, {
      value: identity.label,
      element: source.format === 'edifact' ? 2 : 1,
      expected: `one of ${known.join(', ')}`,
    });
  } else {
    reportIdentity(definition, identity, header, source, report);
    walk(header, body, definition.slots, report);
    checkGuidelines(header, identity.name, identity.association, report);
    message.statements = definition.read(header, { ...source, position, report });
    for (const statement of message.statements) checkComplete(statement, header, report);
    if (source.format === 'edifact') checkDates(body, report);
  }
  addUnmapped(message.unmapped, body, position);
  return message;
}

/** Only the header of a message that is too long to be kept: it has its place and its errors, and says nothing. */
export function readOverlongMessage(header: Segment, source: MessageSource): EdiMessage {
  return emptyMessage(readMessageIdentity(source.format, header, source.group), 0, source);
}

/** A segment of the envelope that is a message by itself: TA1. */
export function readEnvelopeMessage(ta1: Segment, index: number): EdiMessage {
  const position = { message: index, segment: 1, tag: ta1.tag, offset: ta1.offset };
  const statements = [readTa1(ta1, position)];
  const unmapped = unread(ta1).map(({ value, ...at }) => ({ position: { ...position, ...at }, value }));
  return { index, reference: peek(ta1, 1) ?? '', type: ta1.tag, statements, errors: [], unmapped, segments: 1 };
}

function emptyMessage(identity: MessageIdentity, segments: number, { index, group }: MessageSource): EdiMessage {
  return {
    index,
    reference: identity.reference,
    type: identity.label,
    statements: [],
    errors: [],
    unmapped: [],
    segments,
    ...(group?.tag === 'GS' && {
      group: { identifier: peek(group, 1) ?? '', reference: peek(group, 6) ?? '', version: peek(group, 8) ?? '' },
    }),
  };
}

/** Segments count from 1 within their message, as CONTRL and 997 want them. */
function positionsOf(header: Segment, reference: string, index: number) {
  return (segment: Segment): MessagePosition => ({
    message: index,
    messageReference: reference,
    segment: segment.ordinal - header.ordinal + 1,
    tag: segment.tag,
    offset: segment.offset,
  });
}

function reportIdentity(
  definition: MessageDefinition,
  identity: MessageIdentity,
  header: Segment,
  { format, group }: MessageSource,
  report: Report,
): void {
  if (format === 'edifact' && definition.version !== identity.version) {
    report(VERSION_UNKNOWN, header, {
      value: identity.label,
      element: 2,
      component: 3,
      expected: `${definition.name} D.${definition.version}`,
    });
  }
  const identifier = peek(group, 1);
  if (format === 'x12' && identifier && identifier !== definition.functionalGroup) {
    report(GROUP_MISMATCH, header, {
      value: identifier,
      expected: `${definition.functionalGroup} for ${definition.name}`,
    });
  }
}

/** A statement that lacks its date cannot become an event; the mapper leaves it blank and this says so. */
function checkComplete(statement: Statement, header: Segment, report: Report): void {
  if (statement.kind === 'schedule' && !statement.releasedOn)
    report(ELEMENT_MISSING, header, { expected: 'the day of the release' });
  if (statement.kind === 'receipt' && !statement.receivedAt)
    report(ELEMENT_MISSING, header, { expected: 'the time of receipt' });
  if (statement.kind === 'inventory' && !statement.countedAt)
    report(ELEMENT_MISSING, header, { expected: 'the time of the count' });
}

function addUnmapped(
  unmapped: EdiMessage['unmapped'],
  { segments, count }: Body,
  position: (segment: Segment) => MessagePosition,
): void {
  /* Counting is what V8 does best; an iterator makes an object for each of many thousand segments. */
  for (let at = 0; at < count; at++) {
    const values = unread(segments[at]!);
    if (values.length > 0) addValues(unmapped, values, position(segments[at]!));
  }
}

function addValues(unmapped: EdiMessage['unmapped'], values: Unread[], at: MessagePosition): void {
  const { message, messageReference, segment: ordinal, tag, offset } = at;
  for (const { element, component, value } of values)
    unmapped.push({
      position: { message, messageReference, segment: ordinal, tag, offset, element, component },
      value,
    });
}
