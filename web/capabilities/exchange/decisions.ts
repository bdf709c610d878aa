import type { Decision, Proposal, ResolutionPreview } from './queries.ts';

/** What the reader decided, by unknown. */
export type Decisions = Record<string, Decision | undefined>;

/** Where to start: what the server recommends. */
export const recommended = (proposals: Proposal[]): Decisions =>
  Object.fromEntries(proposals.map((proposal) => [proposal.unknown, proposal.recommended]));

/**
 * One answer changes the next question: a new partner brings sites that it may own. What the reader
 * has decided stays; what has become a question only now, or has a recommendation only now, starts from it.
 */
export function carryOver(decisions: Decisions, proposals: Proposal[]): Decisions {
  const fresh = proposals.filter(
    ({ unknown, recommended: wise }) => decisions[unknown] === undefined && wise !== undefined,
  );
  return fresh.length === 0 ? decisions : { ...decisions, ...recommended(fresh) };
}

/** Decisions that say something, in the order in which they are asked. */
export function decided(decisions: Decisions, proposals: Proposal[]): Decision[] {
  return proposals.flatMap(({ unknown }) => {
    const decision = decisions[unknown];
    return decision && (decision.use === 'new' || decision.id !== '') ? [decision] : [];
  });
}

/** Required questions without an answer: until they have one, the message cannot go in. */
export function missing(decisions: Decisions, proposals: Proposal[]): Proposal[] {
  const answered = new Set(decided(decisions, proposals).map(({ unknown }) => unknown));
  return proposals.filter(({ unknown, required }) => required && !answered.has(unknown));
}

const MASTER_DATA = /-(registered|mapped|agreed|numbered)$/;

/** What would be made, and what the message itself would record. */
export const consequences = ({ events }: ResolutionPreview) => ({
  creates: events.filter(({ type }) => MASTER_DATA.test(type)),
  records: events.filter(({ type }) => !MASTER_DATA.test(type)),
});
