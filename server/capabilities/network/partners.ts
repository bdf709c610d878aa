import type { AgreementTerm, Id, IsoDay } from '@intakt/contract';
import type { AgreementListed, LaneCount, OrganisationListed, PartnerFacts } from './store.ts';

type Relation = 'customer' | 'supplier' | 'carrier';
type AccountTerm = AgreementTerm & { agreement: Id; coversFrom: IsoDay };
export interface Partner {
  organisation: OrganisationListed;
  relations: Relation[];
  lanes: number;
  sites: number;
  /** The two-way account of what is shared: what we give, what we get. */
  give: AccountTerm[];
  get: AccountTerm[];
  proposals: number;
}

export const partnersOf = (me: Id, facts: PartnerFacts): Partner[] =>
  facts.organisations.filter(({ id }) => id !== me).map((organisation) => partnerOf(me, organisation, facts));

function partnerOf(me: Id, organisation: OrganisationListed, { lanes, sites, agreements }: PartnerFacts): Partner {
  const shared = lanes.filter((lane) => isBetween(lane, me, organisation.id));
  const ours = agreements.filter(({ proposer, counterparty }) => [proposer, counterparty].includes(organisation.id));
  const terms = ours.filter(({ state }) => state === 'accepted').flatMap(termsOf);
  return {
    organisation,
    relations: relationsIn(shared, me, organisation.id),
    lanes: shared.reduce((sum, lane) => sum + lane.lanes, 0),
    sites: sites.find(({ owner }) => owner === organisation.id)?.sites ?? 0,
    give: terms.filter(({ giver }) => giver === me),
    get: terms.filter(({ giver }) => giver === organisation.id),
    proposals: ours.filter(({ state }) => state === 'proposed').length,
  };
}

const isBetween = ({ customer, supplier, carrier }: LaneCount, me: Id, other: Id): boolean =>
  [customer, supplier].includes(me) && [customer, supplier, carrier].includes(other);

/** What the partner is to us. */
function relationsIn(lanes: LaneCount[], me: Id, other: Id): Relation[] {
  const relations = new Set<Relation>();
  for (const { customer, supplier, carrier } of lanes) {
    if (customer === other && supplier === me) relations.add('customer');
    if (supplier === other && customer === me) relations.add('supplier');
    if (carrier === other) relations.add('carrier');
  }
  return [...relations];
}

const termsOf = ({ id, coversFrom, terms }: AgreementListed): AccountTerm[] =>
  terms.map((term) => ({ ...term, agreement: id, coversFrom }));
