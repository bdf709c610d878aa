import type { Id } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { refuse } from '../../refuse.ts';
import { findParty } from '../edi/resolve-party.ts';
import { findSites } from '../edi/resolve-place.ts';
import { loadMasterData } from '../master-data/load.ts';
import type { MasterData } from '../master-data/master-data.ts';
import { type AssetPart, partsCalled, withAssets } from './asset.ts';
import { findAssetCodes, findTradedParts } from './store.ts';

/** One part between the caller and a partner: who supplies it to whom, and what both call it and its places. */
export interface Trade {
  own: Id;
  partner: Id;
  part: AssetPart;
  siteOf: (bpns: string, bpna?: string) => Id | undefined;
  placeOf: (site: Id) => { bpns: string; bpna?: string } | undefined;
  /** The BPNL of an organisation. */
  bpnlOf: (organisation: Id) => string | undefined;
}

export interface TradeNames {
  /** The partner's BPNL, or its id. */
  partner: string;
  part: string;
}

/** Reads under the caller's row security. `places` are the partner numbers that a payload mentions. */
export async function findTrade(
  tx: Transaction,
  own: Id,
  names: TradeNames,
  places: readonly string[] = [],
): Promise<Trade> {
  const { traded, ...partners } = await findPartner(tx, own, names.partner, places);
  return { ...partners, part: partCalled(traded, names, own) };
}

/** The same for all parts that the two trade. */
export async function findPartner(
  tx: Transaction,
  own: Id,
  called: string,
  places: readonly string[] = [],
): Promise<Omit<Trade, 'part'> & { traded: AssetPart[] }> {
  const data = await loadMasterData(tx, own, {
    codes: [called, ...places],
    partNumbers: [],
    despatchNotes: [],
    handlingUnits: [],
  });
  const partner = partnerCalled(data, called);
  const partners = [partner, '*'];
  const mapped = await findAssetCodes(tx, own, partners);
  const traded = (await findTradedParts(tx, own, partner)).map((part) => withAssets(part, mapped));
  return {
    own,
    partner,
    traded,
    siteOf: (bpns, bpna) => siteCalled({ data, partners }, bpns, bpna),
    placeOf: (site) => placeOf(data, site),
    bpnlOf: (organisation) => data.organisations.find(({ id }) => id === organisation)?.identifiers.bpn,
  };
}

function partnerCalled(data: MasterData, text: string): Id {
  const byId = data.organisations.find(({ id }) => id === text);
  const found = byId ? [byId.id] : findParty(data, { code: text }, ['*']);
  if (found.length > 1)
    return refuse('INVALID', {
      path: 'partner',
      problem: `could be ${found.join(' or ')}; name one of these ids`,
      value: text,
    });
  return found[0] ?? refuse('NOT_FOUND', { what: 'partner', id: text });
}

function partCalled(traded: readonly AssetPart[], { part, partner }: TradeNames, own: Id): AssetPart {
  const found = partsCalled(traded, part);
  if (found.length === 1) return found[0]!;
  if (found.length === 0) return refuse('NOT_FOUND', { what: `part traded between ${own} and ${partner}`, id: part });
  const fits = [...new Set(found.map(({ id }) => id))];
  const problem =
    fits.length > 1
      ? `could be ${fits.join(' or ')}; name one of these ids`
      : `${own} and ${partner} supply it to each other, so that no payload tells whose it is; end one of the lanes`;
  return refuse('INVALID', { path: 'part', problem, value: part });
}

/** Of several sites with one BPNS the address decides. */
function siteCalled(
  search: { data: MasterData; partners: string[] },
  bpns: string,
  bpna: string | undefined,
): Id | undefined {
  const found = findSites(search, { codes: [bpns], owner: undefined });
  if (found.length <= 1) return found[0];
  const there = search.data.sites.filter(({ id, identifiers }) => found.includes(id) && identifiers.bpna === bpna);
  return bpna && there.length === 1 ? there[0]!.id : undefined;
}

function placeOf({ sites }: MasterData, site: Id): { bpns: string; bpna?: string } | undefined {
  const { bpn, bpna } = sites.find(({ id }) => id === site)?.identifiers ?? {};
  return bpn ? { bpns: bpn, ...(bpna && { bpna }) } : undefined;
}
