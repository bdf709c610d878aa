import type { AgreementTerm, Id, Identifiers } from '@intakt/contract';
import { hasValidCheckDigit, readBpn, readDuns, readLocode } from '@intakt/identifiers';

/** What is wrong with a value, and where; the values of the refusal INVALID. */
export interface InputProblem extends Record<string, unknown> {
  path: string;
  problem: string;
  value: unknown;
}

type Check = (value: string) => string | undefined;
const CHECKS: Record<keyof Identifiers, Check> = {
  bpn: (value) => expected(readBpn(value)),
  bpna: (value) => (value.startsWith('BPNA') ? expected(readBpn(value)) : 'must be BPNA and 12 letters or digits'),
  duns: (value) => expected(readDuns(value)),
  vat: (value) => (/^[A-Z]{2}[A-Z0-9+*.]{2,18}$/.test(value) ? undefined : 'must be a country code and the tax number'),
  gln: (value) =>
    value.length === 13 && hasValidCheckDigit(value) ? undefined : 'must be 13 digits with a valid check digit',
  unLocode: (value) => expected(readLocode(value)),
};

export function identifierProblem(identifiers: Identifiers): InputProblem | undefined {
  for (const [name, value] of Object.entries(identifiers) as [keyof Identifiers, string][]) {
    const problem = CHECKS[name](value);
    if (problem) return { path: `identifiers/${name}`, problem, value };
  }
  return undefined;
}

function expected(answer: ReturnType<typeof readBpn | typeof readDuns | typeof readLocode>): string | undefined {
  return answer.ok ? undefined : `must be ${answer.mistake.expected}`;
}

interface Proposal {
  proposer: Id;
  counterparty: Id;
  terms: AgreementTerm[];
}
const MAX_GRANTS = 10_000;

/** Each side can only give what is its own, and the light exists for projections alone. */
export function termProblem({ proposer, counterparty, terms }: Proposal): InputProblem | undefined {
  if (proposer === counterparty) {
    return { path: 'counterparty', problem: 'must be another organisation', value: counterparty };
  }
  for (const [index, { giver, kind, depth }] of terms.entries()) {
    if (giver !== proposer && giver !== counterparty) {
      return { path: `terms/${index}/giver`, problem: `must be ${proposer} or ${counterparty}`, value: giver };
    }
    if (depth === 'light' && kind !== 'projection') {
      return {
        path: `terms/${index}/depth`,
        problem: `${kind} is given exactly; only projection has a light`,
        value: depth,
      };
    }
  }
  const grants = terms.reduce((sum, { sites, parts }) => sum + (sites?.length || 1) * (parts?.length || 1), 0);
  if (grants <= MAX_GRANTS) return undefined;
  return {
    path: 'terms',
    problem: `name at most ${MAX_GRANTS} pairs of site and part; leave the sites or parts out to mean all`,
    value: grants,
  };
}

interface Agreement {
  owner: Id;
  id: Id;
  counterparty: Id;
  terms: AgreementTerm[];
  covers_from: string;
}

/** One row per term, site and part, so that a policy finds a grant by equality; '' stands for all of the giver's. */
export function grantsOf({ owner, id, counterparty, terms, covers_from }: Agreement) {
  return terms.flatMap(({ giver, kind, depth, sites, parts }, term) =>
    orAll(sites).flatMap((site) =>
      orAll(parts).map((part) => ({
        owner: giver,
        viewer: giver === owner ? counterparty : owner,
        agreement: id,
        term,
        kind,
        depth,
        site,
        part,
        covers_from,
      })),
    ),
  );
}

const orAll = (ids: Id[] | undefined): Id[] => (ids?.length ? [...new Set(ids)] : ['']);
