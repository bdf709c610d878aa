import type { EventCommand, EventType } from '@intakt/contract';
import type { MasterData, PartEntry } from '../master-data/master-data.ts';
import { type Deciding, decide, type Step } from './decide.ts';
import type { InboxMessage, Reading, UnknownKind } from './message.ts';
import { type Decision, type Proposal, propose } from './propose.ts';
import { readerOf } from './readers.ts';

/** Everything that is unknown in messages that go in together, decided as far as `choose` decides. */
export interface MappingTask {
  proposals: Proposal[];
  /** Master data events that the decisions come to, in the order in which they must be recorded. */
  groundwork: { type: EventType; data: EventCommand['data'] }[];
  readings: Reading[];
}
export type Choose = (proposal: Proposal) => Decision | undefined;

export const asRecommended: Choose = (proposal) => proposal.recommended;
export const asDecided = (decisions: Decision[]): Choose => {
  const byUnknown = new Map(decisions.map((decision) => [decision.unknown, decision]));
  return (proposal) => byUnknown.get(proposal.unknown);
};

const PHASES: UnknownKind[] = ['party', 'site', 'part', 'lane'];
const MOST_ROUNDS = 12;

/**
 * Walks from parties to places to parts to lanes, because each can only be judged once the ones before are
 * decided: whose site it is, whose number. Pure, so that the same walk proposes, previews and resolves.
 */
export function workOut(messages: InboxMessage[], start: MasterData, choose: Choose): MappingTask {
  const proposals = new Map<string, Proposal>();
  let step: Step = { data: start, events: [] };
  for (const phase of PHASES) {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const open = unknownsOf(messages, step.data).filter(
        ({ unknown }) => unknown.kind === phase && !proposals.has(unknown.key),
      );
      if (open.length === 0) break;
      // One party's answer tells who the other is; all else is decided side by side.
      for (const found of phase === 'party' ? firstNotSending(open) : open)
        step = take(step, found, { proposals, known: start.parts, choose });
    }
  }
  const readings = messages.map((message) => readerOf(message.format).read(message, step.data));
  return { proposals: [...proposals.values()], groundwork: step.events, readings };
}

type Found = Pick<Deciding, 'unknown' | 'partner'>;

function unknownsOf(messages: InboxMessage[], data: MasterData): Found[] {
  const found = new Map<string, Found>();
  for (const message of messages) {
    const reader = readerOf(message.format);
    for (const unknown of reader.read(message, data).unknowns)
      if (!found.has(unknown.key)) found.set(unknown.key, { unknown, partner: reader.partner(message, data) });
  }
  return [...found.values()];
}

const firstNotSending = (open: Found[]): Found[] => [open.find(({ unknown }) => !unknown.facts.isSender) ?? open[0]!];

function take(
  step: Step,
  { unknown, partner }: Found,
  { proposals, known, choose }: { proposals: Map<string, Proposal>; known: PartEntry[]; choose: Choose },
): Step {
  // A part that this walk creates is no candidate for the next one.
  const proposal = propose(unknown, { ...step.data, parts: known });
  proposals.set(unknown.key, proposal);
  const decision = choose(proposal);
  if (!decision || !isPossible(proposal, decision)) return step;
  const next = decide(step.data, { unknown, proposal, decision, partner });
  return { data: next.data, events: [...step.events, ...next.events] };
}

/** Something new needs enough to be made of: a site an owner, a lane both ends. */
const isPossible = (proposal: Proposal, decision: Decision): boolean =>
  proposal.kind === 'lane'
    ? decision.use === 'new' && proposal.create !== undefined
    : decision.use === 'existing' || proposal.create !== undefined || decision.data !== undefined;
