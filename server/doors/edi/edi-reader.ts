import type {
  DespatchStatement,
  EventCommand,
  PartyReference,
  ReceiptStatement,
  ScheduleStatement,
  Statement,
  TransportStatusStatement,
} from '@intakt/contract';
import type { InboxMessage, MessageReader, Reading } from '../inbox/message.ts';
import type { Mentions } from '../master-data/load.ts';
import type { MasterData } from '../master-data/master-data.ts';
import { readDespatch } from './read-despatch.ts';
import { readReceipt } from './read-receipt.ts';
import { namesOf, readStatus } from './read-status.ts';
import { joinSchedules, readSchedule } from './read-schedule.ts';
import { numbersOf } from './resolve-part.ts';
import { findParty } from './resolve-party.ts';
import { codesOf, fault, type Search } from './search.ts';
import type { Reader } from './trade.ts';

const ORDER = ['party', 'site', 'part', 'lane'];

/** The statements that become events. */
type Bookable = ScheduleStatement | DespatchStatement | ReceiptStatement | TransportStatusStatement;
const BOOKABLE = ['schedule', 'despatch', 'receipt', 'transport-status'] satisfies Bookable['kind'][];

/** Resolves an EDI message against the master data and says which events it is. */
export const ediReader: MessageReader = { mentions, read, partner: partnerOf };

function read(message: InboxMessage, data: MasterData): Reading {
  const commands: EventCommand[] = [];
  const schedules: EventCommand<'schedule-released'>[] = [];
  const unknowns: Search['unknowns'] = new Map();
  const errors: Search['errors'] = [];
  for (const statement of statementsOf(message)) {
    const reader = readerFor(message, data, { unknowns, errors, position: statement.position });
    if (!isBookable(statement)) notBooked(reader.search, statement);
    else if (statement.kind === 'schedule') schedules.push(...present(readSchedule(reader, statement)));
    else if (statement.kind === 'despatch') commands.push(...readDespatch(reader, statement));
    else if (statement.kind === 'transport-status') commands.push(...readStatus(reader, statement));
    else commands.push(...present(readReceipt(reader, statement)));
  }
  const caused = [...joinSchedules(schedules), ...commands].map((command) => ({
    ...command,
    causationId: `inbox:${message.id}`,
  }));
  const sorted = [...unknowns.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return { commands: distinct(caused), unknowns: sorted, errors };
}

const statementsOf = (message: InboxMessage): Statement[] => message.content.list as Statement[];
/** The statements of goods that are called off, sent and received. */
type Trading = Exclude<Bookable, TransportStatusStatement>;
const tradesIn = (message: InboxMessage): Trading[] =>
  statementsOf(message).filter((one): one is Trading => isBookable(one) && one.kind !== 'transport-status');
const isBookable = (statement: Statement): statement is Bookable =>
  (BOOKABLE as Statement['kind'][]).includes(statement.kind);

const notBooked = (search: Search, { kind }: Statement): undefined =>
  fault(search, {
    code: 'STATEMENT_NOT_BOOKED',
    value: kind,
    expected: BOOKABLE.join(', '),
    message: `The message is read, but a statement of kind ${kind} becomes no event.`,
  });

const present = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

function readerFor(
  message: InboxMessage,
  data: MasterData,
  found: Pick<Search, 'unknowns' | 'errors' | 'position'>,
): Reader {
  const { envelope } = message.content;
  const search = { data, partners: partnersOf(message, data), ...found };
  return { message, envelope, format: message.format === 'x12' ? 'x12' : 'edifact', search };
}

/** The identified sender's mappings, those kept under its code before it was identified, those for everybody. */
function partnersOf(message: InboxMessage, data: MasterData): string[] {
  const codes = codesOf(message.content.envelope.sender);
  const known = findParty(data, message.content.envelope.sender, [...codes, '*']);
  return [...known, ...codes, '*'];
}

function partnerOf(message: InboxMessage, data: MasterData): string {
  return partnersOf(message, data)[0]!.slice(0, 80);
}

/** Two statements of one message under one id would be taken for each other; the later one says that it is the second. */
function distinct(commands: EventCommand[]): EventCommand[] {
  const seen = new Map<string, number>();
  return commands.map((command) => {
    const count = (seen.get(command.id) ?? 0) + 1;
    seen.set(command.id, count);
    return count === 1 ? command : { ...command, id: `${command.id.slice(0, 195)}#${count}` };
  });
}

/** The sender says itself that this message takes the place of an earlier one. */
export const replacesEarlier = (message: InboxMessage): boolean =>
  message.format !== 'epcis' &&
  tradesIn(message).some((s) => s.kind !== 'receipt' && ['replace', 'change', 'cancel'].includes(s.function));

function mentions(message: InboxMessage): Mentions {
  const { sender, receiver } = message.content.envelope;
  const statements = tradesIn(message);
  const reports = statementsOf(message).filter((statement) => statement.kind === 'transport-status');
  const parts = statements.flatMap((s) => (s.kind === 'schedule' ? [s.part] : s.lines.map((line) => line.part)));
  const places = [sender, receiver, ...statements.flatMap(partiesOf)];
  const placesOfReports = reports.flatMap(({ happenings }) => happenings.flatMap(({ place }) => place?.code ?? []));
  return {
    codes: [...places.flatMap(codesOf), ...statements.flatMap(furtherCodes), ...placesOfReports],
    partNumbers: parts.flatMap(numbersOf),
    despatchNotes: statements.flatMap((s) => (s.kind === 'schedule' || !s.despatchNote ? [] : [s.despatchNote])),
    handlingUnits: [],
    transports: reports.flatMap(namesOf),
  };
}

function partiesOf(statement: Trading): (PartyReference | undefined)[] {
  const { customer, supplier } = statement;
  if (statement.kind === 'receipt') return [customer, supplier, statement.site];
  const carrier = statement.kind === 'despatch' ? statement.carrier : undefined;
  return [customer, supplier, statement.shipTo, statement.shipFrom, carrier];
}

function furtherCodes(statement: Trading): string[] {
  const packagings = statement.kind === 'despatch' ? statement.units.flatMap((unit) => unit.packaging ?? []) : [];
  const point = statement.kind === 'receipt' ? undefined : statement.unloadingPoint;
  return [...packagings, ...(point ? [point] : [])];
}
