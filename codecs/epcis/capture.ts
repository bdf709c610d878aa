import { checkShape, type EpcisError, mistake } from './check.ts';
import { type Prefixes, readPrefixes } from './context.ts';
import { checkRules } from './event-rules.ts';
import type { EpcisEvent } from './events.ts';
import { isObject, type JsonObject, listOf, pointer, textOf } from './json.ts';
import { readEvent } from './read-event.ts';
import { DOCUMENT_SHAPE, EVENT_SHAPES, EXTENDED_EVENT_SHAPE, QUERY_DOCUMENT_SHAPE } from './shapes.ts';
import { isTolerated } from './tolerances.ts';

/**
 * What a captured document says. `events` are the valid ones, each with its position, and `errors` name every mistake
 * of the others: a caller that rolls back looks at `accepted`, one that proceeds takes the events.
 */
export interface CaptureAnswer {
  kind: 'document' | 'query-document' | 'event' | 'unreadable';
  accepted: boolean;
  events: EpcisEvent[];
  errors: EpcisError[];
  /** Deviations that were read all the same; see TOLERANCES. */
  warnings: EpcisError[];
  /** How many events were captured, valid or not. */
  eventCount: number;
  /** Envelope members: who sent it to whom and when, as far as said. */
  header: { id?: string; creationDate?: string; sender?: string; receiver?: string; instanceIdentifier?: string };
}

/** Reads an EPCISDocument, an EPCISQueryDocument or a bare event; never throws, whatever it is given. */
export function readCapture(json: unknown): CaptureAnswer {
  if (!isObject(json)) return unreadable([mistake('', json, 'an EPCISDocument, an EPCISQueryDocument or an event')]);
  const type = textOf(json.type);
  if (type === undefined)
    return unreadable([mistake('/type', json.type, 'EPCISDocument, EPCISQueryDocument or an event type')]);
  if (type === 'EPCISDocument') return readDocument(json);
  return type === 'EPCISQueryDocument' ? readQueryDocument(json) : readBareEvent(json);
}

function unreadable(errors: EpcisError[]): CaptureAnswer {
  return { kind: 'unreadable', accepted: false, events: [], errors, warnings: [], eventCount: 0, header: {} };
}

function readDocument(json: JsonObject): CaptureAnswer {
  const list = isObject(json.epcisBody) ? json.epcisBody.eventList : undefined;
  const errors = checkShape(json, DOCUMENT_SHAPE, '');
  const ignoredFields = ignoredFieldsOf(json);
  return readEvents({ kind: 'document', json, list, path: '/epcisBody/eventList', errors, ignoredFields });
}

function readQueryDocument(json: JsonObject): CaptureAnswer {
  const errors = checkShape(json, QUERY_DOCUMENT_SHAPE, '');
  const results = isObject(json.epcisBody) ? json.epcisBody.queryResults : undefined;
  const body = isObject(results) ? results.resultsBody : undefined;
  const list = isObject(body) ? body.eventList : undefined;
  const ignoredFields = isObject(results) ? ignoredFieldsOf(results) : [];
  const path = '/epcisBody/queryResults/resultsBody/eventList';
  return readEvents({ kind: 'query-document', json, list, path, errors, ignoredFields });
}

function readBareEvent(json: JsonObject): CaptureAnswer {
  const errors =
    json['@context'] === undefined ? [mistake('/@context', undefined, 'a JSON-LD context, which is required')] : [];
  return readEvents({
    kind: 'event',
    json,
    list: [json],
    path: undefined,
    errors,
    ignoredFields: ignoredFieldsOf(json),
  });
}

/** Repositories mark fields of their own that the event hash must leave out by an extension of this name. */
function ignoredFieldsOf(holder: JsonObject): string[] {
  const entry = Object.entries(holder).find(([name]) => name.endsWith(':ignoreFields'));
  return listOf(entry?.[1]).filter((name) => typeof name === 'string');
}

interface Captured {
  kind: CaptureAnswer['kind'];
  json: JsonObject;
  list: unknown;
  /** Pointer of the list; a bare event is not in one. */
  path: string | undefined;
  errors: EpcisError[];
  ignoredFields: readonly string[];
}

function readEvents({ kind, json, list, path, errors, ignoredFields }: Captured): CaptureAnswer {
  const found = Array.isArray(list) ? list : [];
  if (!Array.isArray(list) && list !== undefined && path !== undefined)
    errors.push(mistake(path, list, 'a list of events'));
  const prefixes = readPrefixes(json['@context']);
  const events: EpcisEvent[] = [];
  for (const [position, event] of found.entries()) {
    const wrong = checkEvent(event, path === undefined ? '' : pointer(path, position));
    for (const error of wrong) errors.push(error);
    if (isObject(event) && wrong.every(isTolerated)) {
      events.push(readEvent(event, { position, prefixes: prefixesOf(event, prefixes), ignoredFields }));
    }
  }
  return { kind, ...judge(errors), events, eventCount: found.length, header: headerOf(json) };
}

function judge(found: readonly EpcisError[]): Pick<CaptureAnswer, 'accepted' | 'errors' | 'warnings'> {
  const errors = found.filter((error) => !isTolerated(error));
  return { accepted: errors.length === 0, errors, warnings: found.filter(isTolerated) };
}

function prefixesOf(event: JsonObject, outer: Prefixes): Prefixes {
  return event['@context'] === undefined ? outer : readPrefixes(event['@context'], outer);
}

function checkEvent(event: unknown, path: string): EpcisError[] {
  if (!isObject(event)) return [mistake(path, event, 'an event')];
  const type = textOf(event.type) ?? '';
  const shape = Object.hasOwn(EVENT_SHAPES, type) ? EVENT_SHAPES[type] : undefined;
  if (shape) return [...checkShape(event, shape, path), ...checkRules(type, event, path)];
  return checkShape(event, EXTENDED_EVENT_SHAPE, path);
}

const HEADER_MEMBERS = ['id', 'creationDate', 'sender', 'receiver', 'instanceIdentifier'] as const;

function headerOf(json: JsonObject): CaptureAnswer['header'] {
  const said = HEADER_MEMBERS.filter((name) => typeof json[name] === 'string');
  return Object.fromEntries(said.map((name) => [name, json[name]]));
}
