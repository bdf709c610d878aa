import type { Id, Identifiers, PartReference, PartyReference } from '@intakt/contract';
import type { House } from '../../house.ts';
import type { PartnerProfile } from '../partners/profile.ts';

type Format = PartnerProfile['format'];

/** Names for what an event speaks of, as the receiving partner knows it. */
export interface References {
  organisation: (id: Id) => PartyReference;
  site: (id: Id) => PartyReference;
  part: (id: Id, trade: { customer: Id; supplier: Id }) => PartReference;
  /** Addresses of the envelope. */
  address: (id: Id) => PartyReference;
  timeZone: (site: Id | undefined) => string;
}

interface Named {
  id: Id;
  name: string;
  city: string | null;
  country: string | null;
  identifiers: Identifiers;
}
type SiteRow = Named & { timeZone: string };
type PartRow = { id: Id; owner: Id; number: string; description: string | null };
type NumberRow = { owner: Id; part: Id; number: string };
type CodeRow = { scheme: string; code: string; means: Id; partner: string };

/** Agencies of codes: EDIFACT 3055 and X12 66 for parties and places; UNB 0007 and ISA I05 for addresses. */
const AGENCIES = {
  edifact: { gln: '9', duns: '16', mutual: '92', glnAddress: '14', dunsAddress: '1', ownAddress: 'ZZZ' },
  x12: { gln: 'UL', duns: '1', mutual: '92', glnAddress: 'UL', dunsAddress: '01', ownAddress: 'ZZ' },
  /** VDA records and sheets have codes alone. */
  vda: { gln: '', duns: '', mutual: '', glnAddress: '', dunsAddress: '', ownAddress: '' },
  csv: { gln: '', duns: '', mutual: '', glnAddress: '', dunsAddress: '', ownAddress: '' },
} as const;

/** Reads as the speaker: what it may not see, it cannot name. The partner's own codes go before public numbers. */
export async function loadReferences(
  house: House,
  { owner, partner, profile }: { owner: Id; partner: Id; profile: PartnerProfile },
  mentioned: { organisations: Id[]; sites: Id[]; parts: Id[] },
): Promise<References> {
  const rows = await house.db.as(
    { kind: 'organisation', org: owner },
    async (tx) => ({
      organisations: await tx.query<Named>(ORGANISATIONS, [mentioned.organisations]),
      sites: await tx.query<SiteRow>(SITES, [mentioned.sites]),
      parts: await tx.query<PartRow>(PARTS, [mentioned.parts]),
      numbers: await tx.query<NumberRow>(NUMBERS, [mentioned.parts]),
      codes: await tx.query<CodeRow>(CODES, [owner, partner, Object.values(mentioned).flat()]),
    }),
    { readOnly: true },
  );
  const { format } = profile;
  const codeOf = (scheme: string, id: Id) => rows.codes.find((row) => row.scheme === scheme && row.means === id)?.code;
  const partyOf = (found: Named | undefined, id: Id, code: string | undefined): PartyReference => ({
    ...named(format, { id, code, identifiers: found?.identifiers ?? {} }),
    ...present({ name: found?.name, city: found?.city, country: found?.country }),
  });
  return {
    organisation: (id) =>
      partyOf(
        rows.organisations.find((row) => row.id === id),
        id,
        codeOf('party', id),
      ),
    site: (id) =>
      partyOf(
        rows.sites.find((row) => row.id === id),
        id,
        codeOf('site', id),
      ),
    part: (id, trade) => partReference(rows, { id, ...trade, code: codeOf('part', id), owner }),
    address: (id) => {
      const agreed = id === owner ? profile.own : profile.partner;
      if (agreed) return { code: agreed.code, ...present({ agency: agreed.qualifier }) };
      return addressOf(format, rows.organisations.find((row) => row.id === id)?.identifiers ?? {}, id);
    },
    timeZone: (site) => profile.timeZone ?? rows.sites.find((row) => row.id === site)?.timeZone ?? 'UTC',
  };
}

function named(
  format: Format,
  { id, code, identifiers }: { id: Id; code: string | undefined; identifiers: Identifiers },
): PartyReference {
  const agency = AGENCIES[format];
  if (code) return { code, agency: agency.mutual };
  if (identifiers.gln) return { code: identifiers.gln, agency: agency.gln };
  if (identifiers.duns) return { code: identifiers.duns, agency: agency.duns };
  return { code: id, agency: agency.mutual };
}

function addressOf(format: Format, { gln, duns }: Identifiers, id: Id): PartyReference {
  const agency = AGENCIES[format];
  if (duns && format === 'x12') return { code: duns, agency: agency.dunsAddress };
  if (gln) return { code: gln, agency: agency.glnAddress };
  if (duns) return { code: duns, agency: agency.dunsAddress };
  return { code: id, agency: agency.ownAddress };
}

/** A code that we keep for the partner is the partner's own number. */
function partReference(
  { parts, numbers }: { parts: PartRow[]; numbers: NumberRow[] },
  { id, customer, supplier, code, owner }: { id: Id; customer: Id; supplier: Id; code: string | undefined; owner: Id },
): PartReference {
  const part = parts.find((row) => row.id === id);
  const numberOf = (organisation: Id): string | undefined => {
    if (code && organisation !== owner) return code;
    if (part?.owner === organisation) return part.number;
    return numbers.find((row) => row.part === id && row.owner === organisation)?.number;
  };
  const buyerNumber = numberOf(customer);
  const supplierNumber = numberOf(supplier);
  const fallback = buyerNumber || supplierNumber ? {} : { buyerNumber: part?.number ?? id };
  return { ...present({ buyerNumber, supplierNumber, description: part?.description }), ...fallback };
}

const present = <T extends Record<string, string | null | undefined>>(values: T): { [K in keyof T]?: string } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as { [K in keyof T]?: string };

const ORGANISATIONS =
  'select owner as id, name, null as city, country, identifiers from organisation where owner = any($1)';
const SITES = 'select id, name, city, country, identifiers, time_zone as "timeZone" from site where id = any($1)';
const PARTS = 'select id, owner, number, description from part where id = any($1)';
const NUMBERS = 'select owner, part, number from part_number where part = any($1)';
const CODES = `select scheme, code, means, partner from identifier where owner = $1 and partner in ($2, '*') and means = any($3)
  order by (partner = $2) desc, code`;
