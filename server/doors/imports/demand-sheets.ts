import { type CapacityGroup, COMMIT_REASONS, SCHEDULE_KINDS } from '@intakt/contract';
import { addDays, dayNumber, isoWeekday } from '@intakt/material-flow';
import { withoutGaps } from './call-offs.ts';
import type { CellError, Cells } from './columns.ts';
import type { DocumentKind } from './document-kind.ts';
import { number, required, text, withUnit } from './kinds-of-master-data.ts';
import { day, inPartUnit, PART } from './kinds-of-trade.ts';
import { findOrganisation, findPart, findSite, type Network } from './network.ts';
import { resolveReferences } from './sheet-kind.ts';

const WEEK = required(day('week', 'Week', 'Any day of the calendar week', 'Woche', 'Kalenderwoche', 'Monday'));
const UNIT = text('unit', 'Unit', 'Unit; the part’s when empty', 'Einheit', 'ME');
const keyOf = (fields: readonly string[], cells: Cells): string =>
  JSON.stringify(fields.map((field) => cells[field] ?? null));

/** Weeks are named by their Mondays; a sheet may name any day of them. */
function onMonday(cells: Cells): Cells {
  const { week } = cells;
  if (typeof week !== 'string') return cells;
  return { ...cells, week: addDays(week, 1 - isoWeekday(dayNumber(week))) };
}

function notNegative(cells: Cells, ...fields: string[]): CellError[] {
  return fields
    .filter((field) => Number(cells[field]) < 0)
    .map((field) => ({ field, value: String(cells[field]), message: 'must not be below 0' }));
}

/** One row per week; the rows of one part at one site are one history. Odd quantities are taken and flagged where they are used. */
export const demandHistory: DocumentKind = {
  keys: ['week'],
  shared: [{ fields: ['unit'] }],
  columns: [
    required(text('site', 'Site', 'Site whose demand it was', 'Standort', 'Werk')),
    PART,
    WEEK,
    required(number('quantity', 'Quantity', 'Demand of the week', 'Menge', 'Bedarf', 'Verbrauch')),
    UNIT,
  ],
  resolve: (given, network) => {
    const resolved = resolveReferences(onMonday(given), {
      site: (name) => findSite(network, name),
      part: (code) => findPart(network, code),
    });
    const measured = withUnit(resolved.cells);
    const { cells, errors } = inPartUnit(measured.cells, network);
    return {
      document: keyOf(['site', 'part'], cells),
      key: `${given.part} ${given.site} ${cells.week}`,
      cells,
      errors: [...resolved.errors, ...measured.errors, ...errors],
    };
  },
  recorded: ({ histories }) =>
    histories.flatMap(({ site, part, unit, weeks }) =>
      weeks.map(({ week, quantity }) => ({
        document: keyOf(['site', 'part'], { site, part }),
        cells: { site, part, unit, week, quantity },
      })),
    ),
  toCommands: (rows, network) => {
    const { site, part, unit } = rows[0]!;
    const weeks = rows.map(({ week, quantity }) => ({ week, quantity })).sort(byWeek);
    const data = { owner: network.own, site, part, unit, weeks, reference: 'import' };
    return [{ type: 'demand-history-stated', occurredAt: network.now, data: data as never }];
  },
};

const byWeek = (a: { week?: unknown }, b: { week?: unknown }): number => (String(a.week) < String(b.week) ? -1 : 1);

const RELATION = ['customer', 'supplier', 'part', 'shipTo', 'kind'] as const;
const SAID = ['committed', 'reason', 'text', 'possibleIf'] as const;

/** One row per week; the rows of one relation are one commit. What is asked for stands beside, so that nobody answers an older release. */
export const demandCommits: DocumentKind = {
  keys: ['week'],
  shared: [{ fields: ['release'] }],
  columns: [
    required(text('customer', 'Customer', 'Id, name or DUNS', 'Kunde', 'Abnehmer')),
    text('supplier', 'Supplier', 'Id, name or DUNS; we when empty', 'Lieferant'),
    PART,
    required(text('shipTo', 'Ship to', 'Site of delivery', 'Lieferort', 'Empfängerwerk')),
    {
      ...text('kind', 'Kind', `${SCHEDULE_KINDS.join(', ')}; delivery-forecast when empty`, 'Abrufart'),
      values: SCHEDULE_KINDS,
    },
    text('release', 'Release', 'Release that is answered; the current one when empty', 'Abrufnummer'),
    WEEK,
    number('requested', 'Requested', 'What the release asks for', 'Angefragt', 'Abgerufen'),
    number('committed', 'Committed', 'What the supplier commits to; empty: nothing is said', 'Zugesagt', 'Zusage'),
    { ...text('reason', 'Reason', COMMIT_REASONS.join(', '), 'Grund'), values: COMMIT_REASONS },
    text('text', 'Remark', 'In words', 'Bemerkung'),
    text('possibleIf', 'Possible if', 'What would make the requested quantity possible', 'Möglich wenn'),
  ],
  resolve: (given, network) => {
    const { cells, errors } = resolveReferences(
      { supplier: network.own, kind: 'delivery-forecast', ...onMonday(given) },
      {
        customer: (name) => findOrganisation(network, name),
        supplier: (name) => findOrganisation(network, name),
        part: (code) => findPart(network, code),
        shipTo: (name) => findSite(network, name),
      },
    );
    const key = `${given.part} ${given.customer} ${cells.week}`;
    return {
      document: keyOf(RELATION, cells),
      key,
      cells,
      errors: errors.length > 0 ? errors : objections(cells, network),
    };
  },
  recorded: (network) => commitRows(network).map((cells) => ({ document: keyOf(RELATION, cells), cells })),
  toCommands: (rows, network) => {
    const before = commitRows(network);
    const lines = rows.filter((row) => {
      const known = before.find((one) => isSameWeek(one, row));
      return row.committed !== undefined && SAID.some((field) => known?.[field] !== row[field]);
    });
    const relation = relationOf(rows[0]!, network);
    if (!relation || lines.length === 0) return [];
    const { customer, supplier, part, shipTo, shipFrom, kind, release, releaseEvent, unit } = relation;
    const data = {
      ...{ customer, supplier, part, shipTo, kind, ...(shipFrom ? { shipFrom } : {}), release, releaseEvent, unit },
      lines: lines
        .map(({ week, requested, committed, reason, text: words, possibleIf }) =>
          withoutGaps({ week, requested: requested ?? 0, committed, reason, text: words, possibleIf }),
        )
        .sort(byWeek),
    };
    return [{ type: 'demand-committed', occurredAt: network.now, data: data as never }];
  },
};

const relationOf = (cells: Cells, { grid }: Network) =>
  grid.find((row) => RELATION.every((field) => row[field] === cells[field]));
const isSameWeek = (a: Cells, b: Cells): boolean => [...RELATION, 'week'].every((field) => a[field] === b[field]);

const commitRows = ({ grid }: Network): Cells[] =>
  grid.flatMap(({ customer, supplier, part, shipTo, kind, release, weeks }) =>
    weeks.map(({ week, released, committed, reason, text: words, possibleIf }) =>
      withoutGaps({
        ...{ customer, supplier, part, shipTo, kind, release, week, requested: released },
        ...{ committed, reason: committed === undefined ? undefined : reason, text: words, possibleIf },
      }),
    ),
  );

/** What the ledger would refuse is said of its row. */
function objections(cells: Cells, network: Network): CellError[] {
  const relation = relationOf(cells, network);
  if (!relation) return [tell('part', cells.part, 'Nothing is called off in this relation')];
  const asked = relation.weeks.find(({ week }) => week === cells.week);
  if (!asked) return [tell('week', cells.week, 'The current release asks for nothing in this week')];
  const { released } = asked;
  const errors = notNegative(cells, 'committed');
  if (cells.release !== undefined && cells.release !== relation.release)
    errors.push(tell('release', cells.release, `The current release is ${relation.release}; export the sheet again`));
  if (cells.requested !== undefined && cells.requested !== released)
    errors.push(tell('requested', cells.requested, `The release asks for ${released}; export the sheet again`));
  if (cells.committed === undefined) return errors;
  if (cells.committed !== released && !cells.reason)
    errors.push(tell('reason', '', `${cells.committed} is committed and ${released} asked for, which needs a reason`));
  const isNew = SAID.some((field) => cells[field] !== undefined && cells[field] !== saidIn(asked, field));
  if (isNew && relation.supplier !== network.own)
    errors.push(tell('committed', cells.committed, 'Only the supplier commits'));
  return errors;
}

const saidIn = (
  week: { committed?: number; reason?: string; text?: string; possibleIf?: string },
  field: (typeof SAID)[number],
): unknown => week[field];
const tell = (field: string, value: unknown, message: string): CellError => ({
  field,
  value: String(value ?? ''),
  message,
});

const HEAD = ['name', 'customer', 'site', 'unit', 'parts'] as const;

/** One row per week; the rows of one group are one statement. Shifts and hours behind it are no affair of sheets that travel. */
export const capacity: DocumentKind = {
  keys: ['week'],
  shared: [{ fields: [...HEAD] }],
  columns: [
    required(text('group', 'Group', 'Identifier of the capacity group', 'Gruppe', 'Kapazitätsgruppe')),
    text('name', 'Name', 'What it is called', 'Bezeichnung'),
    text('customer', 'Customer', 'Who sees it; nobody when empty', 'Kunde'),
    text('site', 'Site', 'Where it is', 'Standort', 'Werk'),
    text('unit', 'Unit', 'Unit of the capacity; H87 pieces when empty', 'Einheit', 'ME'),
    text(
      'parts',
      'Parts',
      'Parts parted by semicolons, each with the capacity of one piece: A 100 = 2; B 200',
      'Teile',
    ),
    WEEK,
    required(number('actual', 'Actual', 'With the planned shifts', 'Vorhanden', 'Ist-Kapazität')),
    number('agreed', 'Agreed', 'What both agreed on', 'Vereinbart'),
    required(number('maximum', 'Maximum', 'With everything that could be added', 'Höchstens', 'Maximal')),
    number('deltaProduction', 'Delta production', 'Made ahead (above 0) or after (below 0)', 'Vorproduktion'),
  ],
  resolve: (given, network) => {
    const resolved = resolveReferences(onMonday(given), {
      customer: (name) => findOrganisation(network, name),
      site: (name) => findSite(network, name),
    });
    const measured = withUnit(resolved.cells);
    const parts = readParts(measured.cells.parts, network);
    const cells: Cells = { ...measured.cells, ...(parts.text === undefined ? {} : { parts: parts.text }) };
    return {
      document: keyOf(['group'], cells),
      key: `${given.group} ${cells.week}`,
      cells,
      errors: [...resolved.errors, ...measured.errors, ...parts.errors, ...groupErrors(cells, network)],
    };
  },
  recorded: ({ groups }) =>
    groups.flatMap(({ group, name, customer, site, unit, parts, weeks }) => {
      const head = {
        group,
        name,
        customer: customer ?? undefined,
        site: site ?? undefined,
        unit,
        parts: inText(parts),
      };
      return weeks.map((week) => ({ document: keyOf(['group'], { group }), cells: withoutGaps({ ...head, ...week }) }));
    }),
  toCommands: (rows, network) => {
    const { group, name, customer, site, unit = 'H87', parts } = rows[0]!;
    const before = network.groups.find((known) => known.group === group);
    const data = {
      ...{ owner: network.own, group, unit, ...withoutGaps({ name: name ?? group, customer, site }) },
      parts: parsed(String(parts ?? inText(before?.parts ?? []))),
      ...(before && before.flexibility.length > 0 ? { flexibility: before.flexibility } : {}),
      weeks: rows
        .map(({ week, actual, agreed, maximum, deltaProduction }) =>
          withoutGaps({ week, actual, agreed, maximum, deltaProduction }),
        )
        .sort(byWeek),
    };
    return [{ type: 'capacity-stated', occurredAt: network.now, data: data as never }];
  },
};

function groupErrors(cells: Cells, { groups }: Network): CellError[] {
  const errors = notNegative(cells, 'actual', 'agreed', 'maximum');
  if (Number(cells.actual) > Number(cells.maximum))
    errors.push(tell('actual', cells.actual, `is above the maximum of ${cells.maximum}`));
  const isKnown = groups.some(({ group }) => group === cells.group);
  if (!isKnown && !cells.parts) errors.push(tell('parts', '', 'A new group needs the parts that draw on it'));
  return errors;
}

const inText = (parts: CapacityGroup['parts']): string =>
  parts.map(({ part, loadFactor }) => (loadFactor === 1 ? part : `${part} = ${loadFactor}`)).join('; ');

const parsed = (written: string): CapacityGroup['parts'] =>
  written
    .split(';')
    .filter((item) => item.trim())
    .map((item) => {
      const [part = '', factor = '1'] = item.split('=');
      return { part: part.trim(), loadFactor: Number(factor.trim().replace(',', '.')) };
    });

/** The same text with ids for numbers. */
function readParts(written: unknown, network: Network): { text?: string; errors: CellError[] } {
  if (typeof written !== 'string') return { errors: [] };
  const errors: CellError[] = [];
  const parts = parsed(written).map(({ part, loadFactor }) => {
    const found = findPart(network, part);
    if (!found.ok) errors.push(tell('parts', part, found.message));
    if (!(loadFactor > 0)) errors.push(tell('parts', written, `${part} needs a load factor above 0`));
    return { part: found.ok ? found.id : part, loadFactor };
  });
  return { text: inText(parts), errors };
}
