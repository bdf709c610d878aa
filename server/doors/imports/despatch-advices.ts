import { type Consignment, type DespatchAdvice, type HandlingUnit, TRANSPORT_MODES } from '@intakt/contract';
import { fromWall } from '@intakt/edi';
import { shipmentId } from '../edi/identity.ts';
import { withoutGaps } from './call-offs.ts';
import type { CellError, Cells, Column } from './columns.ts';
import type { DocumentEvent, DocumentKind } from './document-kind.ts';
import { number, required, text, withUnit } from './kinds-of-master-data.ts';
import { inPartUnit, PART } from './kinds-of-trade.ts';
import { findById, rowsBy } from './look-up.ts';
import { findOrganisation, findPart, findSite, type Network } from './network.ts';
import { resolveReferences } from './sheet-kind.ts';

const HEAD = [
  ...['customer', 'from', 'to', 'unloadingPoint', 'despatchedAt', 'expectedAt'],
  ...['carrier', 'transportReference', 'vehicle', 'mode', 'grossMassKg'],
];
const LINE = ['orderReference', 'batch', 'cumulative'];
const DAY_MS = 86_400_000;

const moment = (field: string, header: string, about: string, ...aliases: string[]): Column => ({
  ...text(field, header, about, ...aliases),
  kind: 'moment',
});

/** One row per handling unit, or per line where it has none; a line's quantity is the sum of its rows. */
export const despatchAdvices: DocumentKind = {
  keys: ['line', 'handlingUnit'],
  shared: [{ fields: HEAD }, { by: 'line', fields: ['part', 'unit', ...LINE] }],
  columns: [
    required(
      text('despatchNote', 'Despatch note', 'Number of the despatch note', 'Lieferschein', 'Lieferscheinnummer'),
    ),
    text('supplier', 'Supplier', 'Id, name or DUNS; we when empty', 'Lieferant'),
    required(text('customer', 'Customer', 'Id, name or DUNS', 'Kunde', 'Abnehmer')),
    required(text('from', 'From', 'Site of despatch', 'Von', 'Versandort', 'Lieferwerk')),
    required(text('to', 'To', 'Site of delivery', 'Nach', 'Empfangsort', 'Empfängerwerk')),
    required(
      moment('despatchedAt', 'Despatched at', 'When it left, by the clock of the site of despatch', 'Versand am'),
    ),
    moment(
      'expectedAt',
      'Expected at',
      'When it is to arrive, by the clock of the site of delivery; after the lane’s lead time when empty',
      'Ankunft am',
      'Erwartet am',
    ),
    required(number('line', 'Line', 'Line of the despatch note; rows with one line add up', 'Position', 'Pos')),
    PART,
    required(number('quantity', 'Quantity', 'In this handling unit, or on this line', 'Menge', 'Liefermenge')),
    text('unit', 'Unit', 'Unit; the part’s when empty', 'Einheit', 'ME'),
    text('handlingUnit', 'Handling unit', 'Licence plate of the box or pallet', 'Packstück', 'Packstücknummer', 'SSCC'),
    text('outerUnit', 'Outer unit', 'Licence plate of what it stands on', 'Ladeeinheit', 'Palettennummer'),
    text('packaging', 'Packaging', 'Code of the packaging', 'Packmittel', 'Ladungsträger'),
    text('batch', 'Batch', 'Batch of the line', 'Charge'),
    text('orderReference', 'Order', 'Order or scheduling agreement', 'Bestellnummer', 'Bestellung'),
    number(
      'cumulative',
      'Cumulative',
      'Cumulative quantity despatched with this line',
      'Liefer-Fortschrittszahl',
      'LFZ',
    ),
    text('carrier', 'Carrier', 'Id or name', 'Spediteur', 'Frachtführer'),
    text('transportReference', 'Transport number', 'The carrier’s number', 'Transportnummer', 'Sendungsnummer'),
    text('vehicle', 'Vehicle', 'Licence plate of the vehicle', 'Kennzeichen', 'Fahrzeug'),
    { ...text('mode', 'Mode', TRANSPORT_MODES.join(', '), 'Verkehrsträger', 'Transportart'), values: TRANSPORT_MODES },
    number('grossMassKg', 'Gross mass kg', 'Gross mass of the shipment', 'Bruttogewicht', 'Bruttogewicht kg'),
    text('unloadingPoint', 'Unloading point', 'Where at the site', 'Abladestelle'),
  ],
  resolve: (given, network) => {
    const resolved = resolveReferences(
      { supplier: network.own, ...given },
      {
        supplier: (name) => findOrganisation(network, name),
        customer: (name) => findOrganisation(network, name),
        carrier: (name) => findOrganisation(network, name),
        part: (code) => findPart(network, code),
        from: (name) => findSite(network, name),
        to: (name) => findSite(network, name),
      },
    );
    const measured = withUnit(resolved.cells);
    const { cells, errors } = inPartUnit(measured.cells, network, ['quantity', 'cumulative']);
    const timed = withMoments(cells, network);
    return {
      document: documentOf(timed),
      key: `${given.despatchNote} ${given.line} ${given.handlingUnit ?? given.part}`,
      cells: timed,
      errors: [...resolved.errors, ...measured.errors, ...errors, ...implausible(timed)],
    };
  },
  recorded: ({ despatches }) =>
    despatches.flatMap((advice) => toRows(advice).map((cells) => ({ document: documentOf(cells), cells }))),
  toCommands: (rows, network) => toEvents(toAdvice(rows, network)),
};

/** Note numbers begin anew each year at many suppliers, as for those that come by EDI. */
const documentOf = ({ supplier, despatchNote, despatchedAt }: Cells): string =>
  shipmentId({
    supplier: String(supplier),
    despatchNote: String(despatchNote),
    despatchedAt: String(despatchedAt),
  });

/** Times are those on the wall of the place; without an arrival the slowest lane between the two places counts. */
function withMoments(cells: Cells, network: Network): Cells {
  const left = instantAt(cells.despatchedAt, cells.from, network);
  const expected = instantAt(cells.expectedAt, cells.to, network) ?? expectedByLane(cells, left, network);
  return withoutGaps({ ...cells, despatchedAt: left, expectedAt: expected });
}

function instantAt(wall: Cells[string] | undefined, site: Cells[string] | undefined, network: Network) {
  if (typeof wall !== 'string' || wall.endsWith('Z')) return wall;
  return fromWall(wall, String(findById(network.sites, String(site))?.timeZone ?? 'UTC'));
}

function expectedByLane(cells: Cells, left: Cells[string] | undefined, { lanes, despatches }: Network) {
  const known =
    left === undefined ? undefined : knownBy(despatches).get(documentOf({ ...cells, despatchedAt: left }))?.[0];
  if (known) return known.expectedAt;
  const way = lanes.filter((lane) => ['supplier', 'customer', 'from', 'to'].every((end) => lane[end] === cells[end]));
  if (way.length === 0 || left === undefined) return undefined;
  const days = Math.max(...way.map((lane) => Number(lane.leadTimeDays)));
  return new Date(Date.parse(String(left)) + days * DAY_MS).toISOString();
}

const knownBy = (despatches: DespatchAdvice[]): Map<string, DespatchAdvice[]> =>
  rowsBy(despatches, 'document', (advice) => [documentOf(toHead(advice))]);

function implausible({ quantity, line, expectedAt, despatchedAt, handlingUnit, outerUnit }: Cells): CellError[] {
  const errors: CellError[] = [];
  const wrong = (field: string, value: unknown, message: string) =>
    errors.push({ field, value: String(value ?? ''), message });
  if (Number(quantity) < 0) wrong('quantity', quantity, 'must not be below 0');
  if (line !== undefined && !(Number.isInteger(line) && Number(line) > 0)) wrong('line', line, 'must be 1, 2, 3 …');
  if (!expectedAt) wrong('expectedAt', '', 'No lane says how long it takes, so the expected arrival is needed');
  else if (String(expectedAt) < String(despatchedAt)) wrong('expectedAt', expectedAt, 'is before the despatch');
  if (outerUnit && !handlingUnit) wrong('handlingUnit', '', 'An outer unit needs the handling unit that stands on it');
  return errors;
}

const toHead = ({ lines: _, units: __, shipment: ___, temperature: ____, ...head }: DespatchAdvice): Cells => ({
  ...head,
});

/** What of a line is in no handling unit is a row of its own; of a cancelled line, whose quantity is 0, nothing is in one. */
function toRows(advice: DespatchAdvice): Cells[] {
  const head = toHead(advice);
  return advice.lines.flatMap((line) => {
    const units = (advice.units ?? []).filter((unit) => unit.line === line.line && unit.quantity !== undefined);
    const packed = units.reduce((sum, { quantity }) => sum + quantity!, 0);
    const rest = Math.max(0, line.quantity - packed);
    const rows: Cells[] = units.map(({ unit, parent, packaging, quantity }) =>
      withoutGaps({
        ...head,
        ...line,
        quantity: line.quantity && quantity,
        handlingUnit: unit,
        outerUnit: parent,
        packaging,
      }),
    );
    return units.length === 0 || rest > 0 ? [...rows, { ...head, ...line, quantity: rest }] : rows;
  });
}

function toAdvice(rows: Cells[], { despatches }: Network): DespatchAdvice {
  const head = rows[0]!;
  const shipment = documentOf(head);
  const before = knownBy(despatches).get(shipment)?.[0];
  const { supplier, despatchNote } = head;
  const lines = [...Map.groupBy(rows, ({ line }) => Number(line))].map(([line, members]) => ({
    line,
    part: members[0]!.part,
    quantity: members.reduce((sum, { quantity }) => sum + Number(quantity), 0),
    unit: members[0]!.unit,
    ...withoutGaps(
      Object.fromEntries(LINE.map((field) => [field, members.find((row) => row[field] !== undefined)?.[field]])),
    ),
  }));
  const units = joinUnits(rows, before?.units ?? []);
  return {
    shipment: before?.shipment ?? shipment,
    supplier,
    despatchNote,
    ...withoutGaps(Object.fromEntries(HEAD.map((field) => [field, head[field]]))),
    lines: lines.sort((a, b) => a.line - b.line),
    ...(units.length > 0 ? { units } : {}),
  } as DespatchAdvice;
}

/** The units of the rows over those that were announced; an outer unit is a unit too, with nothing of its own in it. */
function joinUnits(rows: Cells[], before: HandlingUnit[]): HandlingUnit[] {
  const units = new Map(before.map((unit) => [unit.unit, unit]));
  for (const { handlingUnit, outerUnit, packaging, line, quantity } of rows) {
    if (!handlingUnit) continue;
    if (outerUnit && !units.has(String(outerUnit))) units.set(String(outerUnit), { unit: String(outerUnit) });
    const unit = withoutGaps({ unit: handlingUnit, parent: outerUnit, packaging, line, quantity });
    units.set(String(handlingUnit), unit as never);
  }
  return [...units.values()];
}

/** The despatch, and where a carrier is known, the carrier's part of it. */
function toEvents(advice: DespatchAdvice): DocumentEvent[] {
  const occurredAt = advice.despatchedAt;
  const despatched: DocumentEvent = { type: 'shipment-despatched', occurredAt, data: advice as never };
  if (!advice.carrier) return [despatched];
  const { shipment, supplier, customer, carrier, from, to, vehicle, mode, grossMassKg, expectedAt } = advice;
  const outermost = advice.units?.filter(({ parent }) => !parent).length;
  const consignment = {
    ...withoutGaps({
      shipment,
      supplier,
      customer,
      carrier,
      from,
      to,
      vehicle,
      mode,
      grossMassKg,
      packages: outermost,
      transportReference: advice.transportReference,
      despatchNote: advice.despatchNote,
    }),
    collectAt: occurredAt,
    expectedAt,
  } as unknown as Consignment;
  return [despatched, { type: 'consignment-handed-over', occurredAt, data: consignment as never }];
}
