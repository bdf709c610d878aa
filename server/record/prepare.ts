import { hash } from 'node:crypto';
import {
  EVENTS,
  type EventCommand,
  type EventDefinition,
  type EventType,
  eventDefinition,
  type Id,
} from '@intakt/contract';
import { canonicalJson } from '@intakt/ledger';
import { Compile } from 'typebox/compile';
import { Refusal } from '../refuse.ts';
import { union } from './projection.ts';

/** Who records: the authenticated organisation; `system` is Intakt's own engines speaking in an organisation's name. */
export interface Recording {
  organisation: Id;
  system?: boolean;
}

/** A command that is valid and allowed, with everything that needs no look at the state. */
export interface Prepared {
  command: EventCommand;
  definition: EventDefinition;
  eventId: string;
  contentHash: string;
  /** The command's data as canonical JSON: hashed as content and again within the leaf, written out once. */
  canonicalData: string;
  recordedBy: Id;
  statedBy: Id;
  audience: Id[];
  sites: Id[];
  parts: Id[];
}

const validators = Object.fromEntries(
  Object.entries(EVENTS).map(([type, definition]) => [type, Compile(definition.data)]),
) as Record<EventType, ReturnType<typeof Compile>>;

/** Validates, authorises and names a command's parties. Pure; runs before the lock. */
export function prepare(by: Recording, command: EventCommand): Prepared | Refusal {
  if (!(command.type in EVENTS))
    return new Refusal('INVALID', { path: 'type', problem: 'no such event', value: command.type });
  const invalid = findInvalid(command);
  if (invalid) return invalid;
  const definition = eventDefinition(command.type);
  const statedBy = definition.speaker(command.data);
  const parties = definition.parties(command.data);
  const forbidden = findForbidden(by, command, definition, statedBy, parties);
  if (forbidden) return forbidden;
  const canonicalData = canonicalJson(command.data);
  return {
    command,
    definition,
    eventId: eventIdOf(by.organisation, command.source, command.id),
    contentHash: contentHashOf(command, statedBy, canonicalData),
    canonicalData,
    recordedBy: by.organisation,
    statedBy,
    audience: union(parties, [by.organisation, statedBy]),
    sites: union(definition.sites?.(command.data)),
    parts: definition.parts?.(command.data) ?? [],
  };
}

/** UUIDv8 (RFC 9562) from what makes an event the same: who recorded it, from which source, under which id. */
export function eventIdOf(organisation: Id, source: string, id: string): string {
  const hex = hash('sha256', `${organisation}\u0000${source}\u0000${id}`, 'hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Over everything that is said, and nothing of when or by whom it was brought. */
function contentHashOf(
  { type, occurredAt, corrects, personal }: EventCommand,
  statedBy: Id,
  canonicalData: string,
): string {
  const around = canonicalJson([type, statedBy, occurredAt, corrects ?? null, personal ?? null]);
  return hash('sha256', `${around}${canonicalData}`, 'base64');
}

function findInvalid(command: EventCommand): Refusal | undefined {
  const validator = validators[command.type];
  if (!validator.Check(command.data)) {
    const first = [...validator.Errors(command.data)].at(-1);
    const path = `data${first?.instancePath ?? ''}`;
    return new Refusal('INVALID', {
      path,
      problem: first?.message ?? 'does not fit the contract',
      value: valueAt(command.data, first?.instancePath),
    });
  }
  if (Number.isNaN(Date.parse(command.occurredAt)))
    return new Refusal('INVALID', { path: 'occurredAt', problem: 'no instant', value: command.occurredAt });
  if (!command.source || !command.id)
    return new Refusal('INVALID', {
      path: 'source, id',
      problem: 'both are needed',
      value: `${command.source}, ${command.id}`,
    });
  return undefined;
}

function valueAt(data: unknown, pointer = ''): unknown {
  let value: unknown = data;
  for (const step of pointer.split('/').slice(1)) value = (value as Record<string, unknown> | undefined)?.[step];
  return value === data ? undefined : value;
}

function findForbidden(
  by: Recording,
  command: EventCommand,
  definition: EventDefinition,
  speaker: Id,
  parties: Id[],
): Refusal | undefined {
  if (by.system) return undefined;
  if (definition.derived)
    return new Refusal('NOT_YOUR_STATEMENT', {
      type: command.type,
      speaker: 'Intakt',
      recorder: by.organisation,
      allowed: 'its own engines',
    });
  const allowed = definition.recorders?.(command.data) ?? parties;
  if (allowed.length === 0 || allowed.includes(by.organisation)) return undefined;
  return new Refusal('NOT_YOUR_STATEMENT', {
    type: command.type,
    speaker,
    recorder: by.organisation,
    allowed: allowed.join(', '),
  });
}
