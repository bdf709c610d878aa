import type { Organisation, Packaging, Site } from '@intakt/contract';
import { mod1271CheckCharacters, withCheckDigit } from '@intakt/identifiers';
import { holidays } from './calendar.ts';
import { chance } from './chance.ts';
import { CARRIERS, type Channel, type CompanyRow, CROSS_DOCK, PLANT, PORT, SUPPLIERS } from './data/companies.ts';
import { PACKAGING } from './data/packaging.ts';
import { PEOPLE } from './data/people.ts';
import { PLACES, type PlaceName } from './data/places.ts';
import type { DemonstrationPerson } from './network-shape.ts';
import { slug } from './slug.ts';

export interface Partners {
  organisations: Organisation[];
  sites: Site[];
  packaging: Packaging[];
  people: DemonstrationPerson[];
  channels: Record<string, Channel>;
}

export const organisationId = (company: string): string => `org-${company}`;
export const siteId = (company: string, city: string): string => `site-${company}-${slug(city)}`;

export function partners(seed: number): Partners {
  const rows = companyRows();
  const siteHolidays = holidays();
  return {
    organisations: rows.map((row, index) => organisation(row, index)),
    sites: rows.map((row, index) => site(row, index, seed, siteHolidays)),
    packaging: PACKAGING.map(({ slug: code, ...row }) => ({
      packaging: `pack-${code}`,
      owner: organisationId(PLANT.slug),
      ...row,
    })),
    people: PEOPLE.map((person) => ({
      ...person,
      person: `person-${slug(person.name)}`,
      organisation: organisationId(person.organisation),
      email: `${slug(person.name).replace('-', '.')}@${person.organisation}.example`,
    })),
    channels: Object.fromEntries(rows.map((row) => [organisationId(row.slug), row.channel])),
  };
}

type PartnerRow = CompanyRow & { role: Organisation['roles'][number]; kind: Site['kind'] };

function companyRows(): PartnerRow[] {
  return [
    { ...PLANT, channel: 'edifact', role: 'oem', kind: 'plant' },
    ...SUPPLIERS.map((row) => ({ ...row, role: 'supplier' as const, kind: 'supplier-plant' as const })),
    ...CARRIERS.map((row) => ({ ...row, role: 'carrier' as const, kind: 'yard' as const })),
    { ...CROSS_DOCK, role: 'warehouse', kind: 'cross-dock' },
    { ...PORT, role: 'warehouse', kind: 'port' },
  ];
}

/** Identifiers are valid in form and fictitious: GLNs from GS1's prefix 952, which is reserved for demonstrations. */
function organisation(row: PartnerRow, index: number): Organisation {
  const tier = row.role === 'oem' ? 0 : row.tier;
  return {
    organisation: organisationId(row.slug),
    name: row.name,
    roles: [row.role],
    country: PLACES[row.city].country,
    identifiers: {
      bpn: businessPartnerNumber('L', index + 1),
      duns: String(990_100_000 + (index + 1) * 731),
      gln: withCheckDigit(`9521000${String(index + 1).padStart(3, '0')}00`),
    },
    ...(tier !== undefined && { tier }),
  };
}

/** As many as its season needs in the busiest hour, and one. */
const PLANT_DOCK_BAYS = 6;

function site(row: PartnerRow, index: number, seed: number, siteHolidays: string[]): Site {
  const { country, longitude, latitude, timeZone, unLocode } = PLACES[row.city as PlaceName];
  const offset = (axis: string) => (chance(seed, 'site', row.slug, axis) - 0.5) * 0.06;
  return {
    site: siteId(row.slug, row.city),
    owner: organisationId(row.slug),
    name: `${row.name.split(' ')[0]} ${row.city}`,
    kind: row.kind,
    city: row.city,
    country,
    position: { longitude: rounded(longitude + offset('lon')), latitude: rounded(latitude + offset('lat')) },
    timeZone,
    identifiers: {
      bpn: businessPartnerNumber('S', index + 1),
      gln: withCheckDigit(`9521000${String(index + 1).padStart(3, '0')}01`),
      unLocode,
    },
    workingWeekdays: [1, 2, 3, 4, 5],
    holidays: siteHolidays,
    ...(row.slug === PLANT.slug && { dockBays: PLANT_DOCK_BAYS }),
  };
}

function businessPartnerNumber(kind: 'L' | 'S', number: number): string {
  const body = `DEMO${String(number).padStart(6, '0')}`;
  return `BPN${kind}${body}${mod1271CheckCharacters(body)}`;
}

const rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;
