import {
  type AspectName,
  type AspectProblem,
  productionPlans,
  readAspect,
  requirementPlans,
  type Said,
  stockCounts,
  type Translation,
  weeklySchedules,
} from '@intakt/catena-x';
import type { EventCommand, EventType, Id } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { canonicalJson } from '@intakt/ledger';
import type { Principal } from '../../access/principal.ts';
import { recordAll } from '../../access/record-as.ts';
import { type House, readAs } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { shortHash } from '../master-data/identity.ts';
import { type Direction, EXCHANGED, type ExchangedName, speakerOf, TAKEN_NAMES } from './aspects.ts';
import { partsCalled } from './asset.ts';
import { deliveries } from './deliveries.ts';
import { inPartUnit } from './in-part-unit.ts';
import { refuseProblems, toAnswer } from './objections.ts';
import { closeRequests } from './request-store.ts';
import type { TradedPart } from './store.ts';
import { findTrade, type Trade, type TradeNames } from './trade.ts';

export interface Statement {
  name: ExchangedName;
  names: TradeNames;
  direction: Direction | undefined;
  payload: unknown;
}
interface Note {
  path: string;
  message: string;
}
export interface Taken {
  recorded: number;
  known: number;
  /** Odd, and taken all the same. */
  warnings: Note[];
  /** What the payload says that is no event. */
  left: Note[];
}

/** Takes a payload whole or refuses it: what it says is its sender's statement, recorded under the sender's name. */
export async function say(house: House, who: Principal & { organisation: Id }, said: Statement): Promise<Taken> {
  const { aspect } = EXCHANGED[said.name];
  if (!EXCHANGED[said.name].isTaken) refuseComputed(aspect);
  const read = readAspect(aspect, said.payload);
  if (!read.ok) return refuseProblems(read.errors, CORRECT);
  refuseOtherDirection(said, read.aspect);
  const { events, problems, trade } = await readAs(house, who, async (tx) => {
    const trade = await findTrade(tx, who.organisation, said.names, placesIn(read.aspect));
    refuseOtherPart(trade, read.aspect);
    refuseOtherParties(trade, read.aspect);
    return { ...(await translate(tx, said, { trade, content: read.aspect })), trade };
  });
  const taken = await take(house, who.organisation, { aspect, events, problems, warnings: read.warnings });
  await answerRequests(house, said, trade);
  return taken;
}

/** Records what a payload said, or refuses it whole where something of it is not known here. */
export async function take(
  house: House,
  organisation: Id,
  {
    aspect,
    events,
    problems,
    warnings,
  }: { aspect: AspectName; events: Said[]; problems: AspectProblem[]; warnings: AspectProblem[] },
): Promise<Taken> {
  const wrong = problems.filter(({ code }) => code !== 'RULE_BROKEN');
  if (wrong.length > 0) return refuseProblems(wrong, REGISTER);
  const outcomes = await recordAll(
    house,
    organisation,
    events.map((event) => toCommand(aspect, event)),
  );
  const recorded = outcomes.filter(({ outcome }) => outcome === 'recorded').length;
  const known = outcomes.length - recorded;
  return { recorded, known, warnings: warnings.map(toAnswer), left: problems.map(toAnswer) };
}

/** What was asked for has been said, also where it is what was said before. */
function answerRequests(house: House, { name, direction }: Statement, { own, partner, part }: Trade): Promise<void> {
  const answered = { owner: partner, partner: own, aspect: name, part: part.id, direction, at: house.clock.instant() };
  return house.db.system((tx) => closeRequests(tx, answered));
}

export const CORRECT = 'correct it and send the payload again';
const REGISTER = 'register or map what is not known here, or correct the payload, and send it again';

function refuseComputed(aspect: AspectName): never {
  const problem = `${aspect} is the partner's own computation and becomes no event; send one of ${TAKEN_NAMES.join(', ')}`;
  return refuse('INVALID', { path: 'aspect', problem, value: aspect });
}

function refuseOtherDirection({ direction }: Statement, content: object): void {
  if (!('direction' in content) || content.direction === direction) return;
  const problem = `must be ${direction}, as in the address; send it to the address of its direction`;
  refuse('INVALID', { path: '/direction', problem, value: content.direction });
}

/** Where a model leaves the UUID to the sender, the customer's number names the part. */
function refuseOtherPart({ part }: Trade, content: { materialGlobalAssetId?: string }): void {
  const asset = content.materialGlobalAssetId;
  if (asset === undefined && 'materialNumberCustomer' in content) {
    const number = String(content.materialNumberCustomer);
    if (partsCalled([part], number).length > 0) return;
    const problem = `is not a number of ${part.id}; send ${part.number}, or its materialGlobalAssetId ${part.asset}`;
    refuse('INVALID', { path: '/materialNumberCustomer', problem, value: number });
  }
  if (asset === undefined || part.assets.includes(asset)) return;
  const problem = `is not known as ${part.id}; send ${part.asset}, or map this code to the part (identifier-mapped)`;
  refuse('INVALID', { path: '/materialGlobalAssetId', problem, value: asset });
}

/** The weekly models name both sides, which must be those of the trade. */
export function refuseOtherParties(
  { bpnlOf, part }: Pick<Trade, 'bpnlOf'> & { part: Pick<TradedPart, 'customer' | 'supplier'> },
  content: object,
): void {
  for (const side of ['customer', 'supplier'] as const) {
    const [named, known] = [(content as Record<string, unknown>)[side], bpnlOf(part[side])];
    if (named === undefined || known === undefined || named === known) continue;
    refuse('INVALID', { path: `/${side}`, problem: `must be ${known}, as the address and the lane say`, value: named });
  }
}

/** Partner numbers of sites and addresses, wherever the model has them. */
export const placesIn = (content: object): string[] => [
  ...new Set(JSON.stringify(content).match(/(?<=")BPN[SA][0-9A-Z]{12}(?=")/g)),
];

async function translate(
  tx: Transaction,
  { name, direction }: Statement,
  { trade, content }: { trade: Trade; content: unknown },
): Promise<{ events: Said[]; problems: AspectProblem[] }> {
  const names = { owner: trade.part[speakerOf(name, direction)], part: trade.part.id, siteOf: trade.siteOf };
  if (name === 'delivery-information') return inPartUnit(await deliveries(tx, trade, content as never), trade);
  if (name === 'week-based-material-demand') {
    const { customer, supplier, unit } = trade.part;
    return inPartUnit(weeklySchedules(content as never, { ...names, customer, supplier, unit }), trade);
  }
  const statements: Translation<EventType> =
    name === 'item-stock'
      ? stockCounts(content as never, names)
      : name === 'planned-production'
        ? productionPlans(content as never, names)
        : requirementPlans(content as never, names);
  return inPartUnit(statements, trade);
}

/** The same statement again is the same event, whatever the payload around it. */
const toCommand = (aspect: AspectName, event: Said): EventCommand =>
  ({
    ...event,
    source: 'catena-x',
    id: `${aspect}/${shortHash(32, event.occurredAt, canonicalJson(event.data))}`,
  }) as EventCommand;
