import { type DeliverySchedule, HORIZONS, type Horizon, type ScheduleQuantity } from '@intakt/contract';
import { fromWall } from '@intakt/edi';
import type { Cells } from './columns.ts';
import type { DocumentKind } from './document-kind.ts';
import { number, required, text, withUnit } from './kinds-of-master-data.ts';
import { day, inPartUnit, PART } from './kinds-of-trade.ts';
import { findById, rowsBy } from './look-up.ts';
import { findOrganisation, findPart, findSite, type Network } from './network.ts';
import { resolveReferences } from './sheet-kind.ts';

const SCHEDULE_KINDS = ['delivery-forecast', 'call-off'] as const;
const RELATION = ['customer', 'supplier', 'part', 'shipTo', 'kind', 'release'];

/** One row per called-off quantity; the rows of one release for one part and place are one schedule. */
export const callOffs: DocumentKind = {
  keys: ['from', 'to', 'dueAt', 'horizon'],
  shared: [{ fields: ['releasedOn', 'unit', 'cumulativeReceived', 'zeroedOn', 'orderReference', 'unloadingPoint'] }],
  columns: [
    text('customer', 'Customer', 'Id, name or DUNS; we when empty', 'Kunde', 'Abnehmer'),
    required(text('supplier', 'Supplier', 'Id, name or DUNS', 'Lieferant')),
    PART,
    required(text('shipTo', 'Ship to', 'Site of delivery', 'Lieferort', 'Empfängerwerk')),
    required(text('release', 'Release', 'Number of the release', 'Abrufnummer', 'Abruf-Nr', 'Release number')),
    required(day('releasedOn', 'Released on', 'Day of the release', 'Abrufdatum')),
    {
      ...text('kind', 'Kind', `${SCHEDULE_KINDS.join(', ')}; delivery-forecast when empty`, 'Abrufart'),
      values: SCHEDULE_KINDS,
    },
    required(day('from', 'Date', 'Day of delivery, or first day of the period', 'Termin', 'Liefertermin', 'From')),
    day('to', 'Until', 'Last day of the period; the same day when empty', 'Bis', 'To date'),
    {
      ...text(
        'dueAt',
        'Due at',
        'Time of delivery, by the clock of the site',
        'Lieferzeit',
        'Liefertermin mit Uhrzeit',
      ),
      kind: 'moment',
    },
    required({ ...text('horizon', 'Horizon', HORIZONS.join(', '), 'Verbindlichkeit'), values: HORIZONS }),
    required(number('quantity', 'Quantity', 'What is called off', 'Menge', 'Abrufmenge')),
    text('unit', 'Unit', 'Unit; the part’s when empty', 'Einheit', 'ME'),
    number('cumulative', 'Cumulative', 'Cumulative quantity called off up to here', 'Abruf-Fortschrittszahl', 'AFZ'),
    number(
      'cumulativeReceived',
      'Cumulative received',
      'Cumulative quantity received when the release was written',
      'Eingangs-Fortschrittszahl',
      'EFZ',
    ),
    day(
      'zeroedOn',
      'Zeroed on',
      'Day from which the cumulative quantities count',
      'Nullstellung',
      'Nullstellungsdatum',
    ),
    text('orderReference', 'Order', 'Order or scheduling agreement', 'Bestellnummer', 'Bestellung', 'Rahmenvertrag'),
    text('unloadingPoint', 'Unloading point', 'Where at the site', 'Abladestelle'),
  ],
  resolve: (given, network) => {
    const resolved = resolveReferences(
      { customer: network.own, kind: 'delivery-forecast', ...given },
      {
        customer: (name) => findOrganisation(network, name),
        supplier: (name) => findOrganisation(network, name),
        part: (code) => findPart(network, code),
        shipTo: (name) => findSite(network, name),
      },
    );
    const measured = withUnit(withMoment(resolved.cells, network));
    const { cells, errors } = inPartUnit(measured.cells, network, ['quantity', 'cumulative', 'cumulativeReceived']);
    if (Number(cells.quantity) < 0)
      errors.push({ field: 'quantity', value: String(cells.quantity), message: 'must not be below 0' });
    if (cells.to !== undefined && String(cells.to) < String(cells.from))
      errors.push({ field: 'to', value: String(cells.to), message: `is before the first day, ${cells.from}` });
    return {
      document: documentOf(cells),
      key: `${given.release} ${given.part} ${given.from}`,
      cells,
      errors: [...resolved.errors, ...measured.errors, ...errors],
    };
  },
  recorded: ({ schedules }) =>
    schedules.flatMap((schedule) => {
      const rows = toRows(schedule);
      return rows.map((cells) => ({ document: documentOf(cells), cells }));
    }),
  toCommands: (rows, network) => {
    const data = toSchedule(rows, network);
    return [{ type: 'schedule-released', occurredAt: `${data.releasedOn}T00:00:00.000Z`, data: data as never }];
  },
};

/** Delivery times are those on the wall of the place that the goods go to. */
function withMoment(cells: Cells, { sites }: Network): Cells {
  const { dueAt } = cells;
  if (typeof dueAt !== 'string' || dueAt.endsWith('Z')) return cells;
  return { ...cells, dueAt: fromWall(dueAt, String(findById(sites, String(cells.shipTo))?.timeZone ?? 'UTC')) };
}

const headOf = ({ customer, supplier, part, shipTo, kind, release }: DeliverySchedule): Cells => ({
  ...{ customer, supplier, part, shipTo, kind, release },
});

const documentOf = (cells: Cells): string => JSON.stringify(RELATION.map((field) => cells[field] ?? null));

function toRows({ quantities, cumulative, ...schedule }: DeliverySchedule): Cells[] {
  const { customer, supplier, part, shipTo, kind, release, releasedOn, unit } = schedule;
  const head = {
    ...{ customer, supplier, part, shipTo, kind, release, releasedOn, unit },
    cumulativeReceived: cumulative?.received,
    zeroedOn: cumulative?.zeroedOn,
    orderReference: schedule.orderReference,
    unloadingPoint: schedule.unloadingPoint,
  };
  return quantities.map((quantity) => withoutGaps({ ...head, ...quantity }));
}

/** What a sheet has no column for, such as authorisations, stays as the release said it. */
function toSchedule(rows: Cells[], { schedules }: Network): DeliverySchedule {
  const head = rows[0]!;
  const known = rowsBy(schedules, 'document', (schedule) => [documentOf(headOf(schedule))]);
  const before = known.get(documentOf(head))?.[0];
  const { customer, supplier, part, shipTo, kind, release, releasedOn, unit } = head;
  const stated = withoutGaps({ received: head.cumulativeReceived, zeroedOn: head.zeroedOn });
  const cumulative = { ...before?.cumulative, ...stated };
  return {
    ...before,
    ...{ customer, supplier, part, shipTo, kind, release, releasedOn, unit },
    ...withoutGaps({ orderReference: head.orderReference, unloadingPoint: head.unloadingPoint }),
    ...(Object.keys(cumulative).length > 0 ? { cumulative } : {}),
    quantities: rows.map(toQuantity).sort((a, b) => a.from.localeCompare(b.from)),
  } as DeliverySchedule;
}

const toQuantity = ({ from, to, dueAt, dueUntil, quantity, horizon, cumulative }: Cells): ScheduleQuantity =>
  withoutGaps({ from, to, dueAt, dueUntil, quantity, horizon: horizon as Horizon, cumulative }) as never;

export const withoutGaps = (cells: Record<string, Cells[string] | undefined>): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined)) as Cells;
