import { ORGANISATION_ROLES, SITE_KINDS } from '@intakt/contract';
import { readUnit } from '@intakt/identifiers';
import { newId } from '../master-data/identity.ts';
import type { CellError, Cells, Column } from './columns.ts';
import { findByFields, findById } from './look-up.ts';
import { findOrganisation, findPackaging, findPart, identifiersOf } from './network.ts';
import { pick, resolveReferences, type SheetKind } from './sheet-kind.ts';

const ID: Column = {
  field: 'id',
  header: 'Id',
  aliases: ['Kennung', 'Schlüssel'],
  kind: 'text',
  about: 'Intakt’s identifier; made from the name when empty',
};
const COUNTRY: Column = {
  field: 'country',
  header: 'Country',
  aliases: ['Land', 'Ländercode'],
  kind: 'text',
  about: 'ISO 3166 code of two letters',
};
const UNIT: Column = {
  field: 'unit',
  header: 'Unit',
  aliases: ['Einheit', 'Mengeneinheit', 'ME'],
  kind: 'text',
  about: 'Unit such as PCE, KGM, MTR',
};
export const text = (field: string, header: string, about: string, ...aliases: string[]): Column => ({
  field,
  header,
  aliases,
  kind: 'text',
  about,
});
export const number = (field: string, header: string, about: string, ...aliases: string[]): Column => ({
  field,
  header,
  aliases,
  kind: 'number',
  about,
});
export const required = (column: Column): Column => ({ ...column, required: true });

const PUBLIC_NUMBERS: Column[] = [
  text('duns', 'DUNS', 'D-U-N-S number, nine digits', 'D-U-N-S'),
  text('vat', 'VAT id', 'Tax number with country code', 'USt-IdNr', 'UStId'),
  text('gln', 'GLN', 'Global location number', 'ILN'),
  text('bpn', 'BPN', 'Catena-X business partner number', 'BPNL', 'BPNS'),
];

/** Units are kept as in Recommendation 20, whatever people and ERP systems write. */
export function withUnit(cells: Cells): { cells: Cells; errors: CellError[] } {
  if (typeof cells.unit !== 'string') return { cells, errors: [] };
  const unit = readUnit(cells.unit);
  if (unit.ok) return { cells: { ...cells, unit: unit.value.code }, errors: [] };
  return { cells, errors: [{ field: 'unit', value: cells.unit, message: 'Unit is not known' }] };
}

export const organisations: SheetKind = {
  keys: ['id'],
  columns: [
    ID,
    required(text('name', 'Name', 'Company name', 'Firma', 'Unternehmen')),
    {
      field: 'roles',
      header: 'Roles',
      aliases: ['Rollen', 'Rolle', 'Role'],
      kind: 'list',
      values: ORGANISATION_ROLES,
      about: ORGANISATION_ROLES.join(', '),
    },
    COUNTRY,
    number('tier', 'Tier', '0 the OEM, 1 its direct suppliers', 'Stufe'),
    ...PUBLIC_NUMBERS,
  ],
  identify: (cells, network) => {
    const found = findOrganisation(network, String(cells.id ?? cells.duns ?? cells.name));
    const id = found.ok ? found.id : String(cells.id ?? newId(String(cells.name), network.own, String(cells.name)));
    const present = findById(network.organisations, id);
    const errors =
      !present && !cells.roles ? [{ field: 'roles', value: '', message: 'A new organisation needs its roles' }] : [];
    return { key: String(cells.name), cells: { ...cells, id }, present, errors };
  },
  toEvent: (merged) => ({
    type: 'organisation-registered',
    data: {
      organisation: merged.id,
      ...pick(merged, 'name', 'roles', 'country', 'tier'),
      ...identifiersOf(merged),
    } as never,
  }),
};

export const sites: SheetKind = {
  keys: ['id'],
  columns: [
    ID,
    text('owner', 'Owner', 'Organisation whose site it is; ours when empty', 'Eigentümer', 'Organisation', 'Partner'),
    required(text('name', 'Name', 'Name of the site', 'Bezeichnung', 'Werk', 'Standort')),
    { ...text('kind', 'Kind', SITE_KINDS.join(', '), 'Art', 'Typ'), values: SITE_KINDS },
    text('city', 'City', 'Town', 'Ort', 'Stadt'),
    COUNTRY,
    number('longitude', 'Longitude', 'Degrees east', 'Länge', 'Längengrad', 'Lon', 'Lng'),
    number('latitude', 'Latitude', 'Degrees north', 'Breite', 'Breitengrad', 'Lat'),
    text('timeZone', 'Time zone', 'IANA zone such as Europe/Berlin', 'Zeitzone'),
    {
      field: 'workingWeekdays',
      header: 'Working days',
      aliases: ['Arbeitstage', 'Wochentage'],
      kind: 'weekdays',
      about: 'ISO weekdays, Monday = 1, such as 12345',
    },
    {
      field: 'holidays',
      header: 'Holidays',
      aliases: ['Feiertage', 'Betriebsruhe'],
      kind: 'days',
      about: 'Days without work, parted by blanks',
    },
    number('dockBays', 'Dock bays', 'Trucks that are loaded or unloaded at once', 'Tore', 'Ladetore'),
    text('gln', 'GLN', 'Global location number', 'ILN'),
    text('bpn', 'BPNS', 'Catena-X site number', 'BPN'),
    text('bpna', 'BPNA', 'Catena-X address number'),
    text('unLocode', 'UN/LOCODE', 'Five characters', 'Locode'),
  ],
  identify: (given, network) => {
    const { cells, errors } = resolveReferences(
      { owner: network.own, ...given },
      { owner: (name) => findOrganisation(network, name) },
    );
    const owned = network.sites.filter((row) => row.owner === cells.owner);
    const found = owned.find((row) =>
      cells.id ? row.id === cells.id : String(row.name).toLowerCase() === String(cells.name).toLowerCase(),
    );
    const id = found?.id ?? String(cells.id ?? newId(String(cells.name), String(cells.owner), String(cells.name)));
    for (const field of ['kind', 'timeZone'])
      if (!found && !cells[field])
        errors.push({ field, value: '', message: `A new site needs its ${field === 'kind' ? 'kind' : 'time zone'}` });
    return { key: String(cells.name), cells: { ...cells, id }, present: found, errors };
  },
  toEvent: (merged) => ({
    type: 'site-registered',
    data: {
      site: merged.id,
      ...pick(
        merged,
        'owner',
        'name',
        'kind',
        'city',
        'country',
        'timeZone',
        'workingWeekdays',
        'holidays',
        'dockBays',
      ),
      ...(merged.longitude !== undefined && merged.latitude !== undefined
        ? { position: { longitude: merged.longitude, latitude: merged.latitude } }
        : {}),
      ...identifiersOf(merged),
    } as never,
  }),
};

const PACKAGING_KINDS = ['KLT', 'GLT', 'pallet', 'lid', 'carton', 'rack', 'other'];

export const packagings: SheetKind = {
  keys: ['id'],
  columns: [
    ID,
    required(text('code', 'Code', 'Code such as VDA 4500 R-KLT 6429', 'Ladungsträger', 'Packmittel', 'Behälter')),
    { ...text('kind', 'Kind', PACKAGING_KINDS.join(', '), 'Art', 'Typ'), values: PACKAGING_KINDS },
    { field: 'returnable', header: 'Returnable', aliases: ['Mehrweg'], kind: 'yes-no', about: 'yes or no' },
    number('tareKg', 'Tare kg', 'Weight empty', 'Tara', 'Tara kg', 'Leergewicht'),
    number('lengthMm', 'Length mm', 'Outer length', 'Länge', 'Länge mm'),
    number('widthMm', 'Width mm', 'Outer width', 'Breite', 'Breite mm'),
    number('heightMm', 'Height mm', 'Outer height', 'Höhe', 'Höhe mm'),
  ],
  identify: (cells, network) => {
    const found = findPackaging(network, String(cells.id ?? cells.code));
    const id = found.ok ? found.id : String(cells.id ?? newId(String(cells.code), network.own, String(cells.code)));
    const present = findByFields(network.packagings, ['id', 'owner'], { id, owner: network.own });
    const errors = ['kind', 'returnable']
      .filter((field) => !present && cells[field] === undefined)
      .map((field) => ({ field, value: '', message: `A new packaging needs "${field}"` }));
    return { key: String(cells.code), cells: { ...cells, id }, present, errors };
  },
  toEvent: (merged, network) => ({
    type: 'packaging-registered',
    data: {
      packaging: merged.id,
      owner: network.own,
      ...pick(merged, 'code', 'kind', 'returnable', 'tareKg', 'lengthMm', 'widthMm', 'heightMm'),
    } as never,
  }),
};

export const parts: SheetKind = {
  keys: ['id'],
  columns: [
    ID,
    required(text('number', 'Part number', 'Our own number', 'Teilenummer', 'Sachnummer', 'Materialnummer', 'Number')),
    text('description', 'Description', 'What it is', 'Bezeichnung', 'Benennung'),
    UNIT,
    number('massKg', 'Mass kg', 'Mass of one unit', 'Gewicht', 'Gewicht kg', 'Masse kg'),
    text('packaging', 'Packaging', 'Code or id of a packaging of ours', 'Packmittel', 'Ladungsträger', 'Behälter'),
    number('quantityPerPack', 'Quantity per pack', 'Units in one pack', 'Füllmenge', 'Packmenge'),
    text('family', 'Family', 'Group of parts', 'Teilefamilie', 'Warengruppe'),
  ],
  identify: (given, network) => {
    const resolved = resolveReferences(given, { packaging: (code) => findPackaging(network, code) });
    const { cells, errors } = withUnit(resolved.cells);
    const found = findPart(network, String(cells.id ?? cells.number), network.own);
    const id = found.ok ? found.id : String(cells.id ?? newId(String(cells.number), network.own, String(cells.number)));
    const present = findByFields(network.parts, ['id', 'owner'], { id, owner: network.own });
    return {
      key: String(cells.number),
      cells: { ...(present ? {} : { unit: 'H87' }), ...cells, id },
      present,
      errors: [...resolved.errors, ...errors],
    };
  },
  toEvent: (merged, network) => ({
    type: 'part-registered',
    data: {
      part: merged.id,
      owner: network.own,
      ...pick(merged, 'number', 'description', 'unit', 'massKg', 'packaging', 'quantityPerPack', 'family'),
    } as never,
  }),
};
