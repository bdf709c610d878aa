import type { AgreementTerm } from '@intakt/contract';
import { chance } from './chance.ts';
import type { DemonstrationAgreement, Relation } from './network-shape.ts';

/**
 * Who shares what with whom: the plant and its suppliers exactly, for about half of them; further up mostly the light
 * alone, and not everywhere. A few proposals still wait for an answer.
 */
export function agreementsOf(seed: number, relations: Relation[], plant: string): DemonstrationAgreement[] {
  return relations
    .filter(({ relation, customer }) => customer === plant || chance(seed, 'shares', relation) < 0.45)
    .map((relation) => agreementOf(seed, relation, relation.customer === plant));
}

function agreementOf(seed: number, relation: Relation, withPlant: boolean): DemonstrationAgreement {
  const { supplier, customer, number } = relation;
  const open = withPlant && chance(seed, 'exact', relation.relation) < 0.55;
  return {
    agreement: `agreement-${String(number).padStart(3, '0')}`,
    proposer: customer,
    counterparty: supplier,
    title: open ? 'Stock, production and projection' : 'Runout light',
    terms: [...(open ? exactTerms(relation) : lightTerms(relation)), ...endDemandTerms(seed, relation, withPlant)],
    accepted: chance(seed, 'accepted', relation.relation) >= 0.06,
  };
}

/** The plant lets its suppliers see what end demand needs of their parts; two in three of them let it through to theirs. */
function endDemandTerms(seed: number, relation: Relation, withPlant: boolean): AgreementTerm[] {
  if (!withPlant && chance(seed, 'passes', relation.relation) < 0.33) return [];
  return [
    { giver: relation.customer, kind: 'pass-through', depth: 'exact', sites: [relation.to], parts: partsOf(relation) },
  ];
}

function exactTerms(relation: Relation): AgreementTerm[] {
  const { supplier, customer, from, to } = relation;
  const parts = partsOf(relation);
  return [
    { giver: supplier, kind: 'stock', depth: 'exact', sites: [from] },
    { giver: supplier, kind: 'production', depth: 'exact', sites: [from], parts },
    { giver: supplier, kind: 'projection', depth: 'light', sites: [from] },
    { giver: customer, kind: 'stock', depth: 'exact', sites: [to], parts },
    { giver: customer, kind: 'projection', depth: 'exact', sites: [to], parts },
  ];
}

function lightTerms(relation: Relation): AgreementTerm[] {
  const { supplier, customer, from, to } = relation;
  return [
    { giver: supplier, kind: 'projection', depth: 'light', sites: [from] },
    { giver: customer, kind: 'projection', depth: 'light', sites: [to], parts: partsOf(relation) },
  ];
}

const partsOf = ({ lanes }: Relation): string[] => lanes.map(({ part }) => part);
