import {
  type AspectName,
  type AspectProblem,
  daysOfSupplyOf,
  deliveryInformationOf,
  itemStockOf,
  materialDemandOf,
  plannedProductionOf,
  weekBasedDemandOf,
  writeAspect,
} from '@intakt/catena-x';
import type { Id, Instant } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { weeklyQuantities } from '../../capabilities/demand/index.ts';
import { eventIdOf } from '../../record/prepare.ts';
import { refuse } from '../../refuse.ts';
import { type Direction, EXCHANGED, type ExchangedName, speakerOf } from './aspects.ts';
import { refuseProblems } from './objections.ts';
import {
  type DeliveryRow,
  findDeliveries,
  findPlans,
  findRunouts,
  findSchedules,
  findStock,
  type TradedPart,
} from './store.ts';
import type { Trade } from './trade.ts';

interface Question {
  tx: Transaction;
  trade: Trade;
  direction: Direction | undefined;
  now: Instant;
}
interface Told {
  aspect: unknown;
  problems: AspectProblem[];
}

/** What the caller may see of a part, as the payload of one aspect. Nothing that it may see is left out in silence. */
export async function tell(name: ExchangedName, question: Question): Promise<object> {
  return written(EXCHANGED[name].aspect, await TELL[name](question));
}

/** The payload of an aspect, or what is missing for it. */
export function written(model: AspectName, { aspect, problems }: Told): object {
  const [missing] = problems;
  if (missing?.code === 'PLACE_UNKNOWN')
    return refuse('UNKNOWN_REFERENCE', {
      what: 'The Catena-X number (BPNS, and for stock BPNA) of site',
      id: missing.value,
    });
  const answer = writeAspect(model, aspect as never);
  return answer.ok ? answer.payload : refuseProblems(answer.errors, NEXT_STEP);
}

const NEXT_STEP = 'state it in a unit of Catena-X';

const TELL: Record<ExchangedName, (question: Question) => Promise<Told>> = {
  'item-stock': async (question) => {
    const counts = await findStock(question.tx, subjectOf('item-stock', question));
    return itemStockOf(counts, { ...namesOf(question), direction: question.direction! });
  },
  'planned-production': async (question) => {
    const { rows, updatedAt } = await findPlans(question.tx, subjectOf('planned-production', question), 'production');
    return plannedProductionOf(rows, { ...namesOf(question), updatedAt: updatedAt ?? question.now });
  },
  'material-demand': async (question) => {
    const { rows, updatedAt } = await findPlans(question.tx, subjectOf('material-demand', question), 'requirement');
    return materialDemandOf(rows, { ...namesOf(question), updatedAt: updatedAt ?? question.now });
  },
  'week-based-material-demand': async ({ tx, trade, now }) => {
    const { id: part, customer, supplier, number, numbers, description } = trade.part;
    const { rows, updatedAt } = await findSchedules(tx, { customer, supplier, part });
    const needs = rows.map(({ site, unit, quantities }) => ({ site, unit, weeks: weeklyQuantities(quantities) }));
    const names = {
      ...namesOf({ trade }),
      ...{ id: demandIdOf(trade.part), changedAt: updatedAt ?? now },
      ...{ customer: bpnlOf(trade, customer), supplier: bpnlOf(trade, supplier) },
      ...{ number, description: description ?? number },
      ...(numbers[0] && { supplierNumber: numbers[0] }),
    };
    return weekBasedDemandOf(needs, names);
  },
  'delivery-information': async (question) => {
    const { id: part, supplier, customer } = question.trade.part;
    const { rows, updatedAt } = await findDeliveries(question.tx, { supplier, customer, part, now: question.now });
    const advices = rows.map((row) => adviceOf(row, question.trade));
    return deliveryInformationOf(advices, { ...namesOf(question), part, updatedAt: updatedAt ?? question.now });
  },
  'days-of-supply': async (question) => {
    const { rows, updatedAt } = await findRunouts(question.tx, subjectOf('days-of-supply', question));
    const names = { ...namesOf(question), direction: question.direction!, updatedAt: updatedAt ?? question.now };
    return daysOfSupplyOf(rows, names);
  },
};

/** Both sides derive the UUID of a demand from whose part it is and who supplies it. */
export const demandIdOf = ({ id, customer, supplier }: Pick<TradedPart, 'id' | 'customer' | 'supplier'>): string =>
  eventIdOf(customer, 'catena-x material demand', `${supplier} ${id}`);

/** The weekly models name both sides by their BPNL. */
export function bpnlOf({ bpnlOf: find }: Pick<Trade, 'bpnlOf'>, organisation: Id): string {
  return find(organisation) ?? refuse('UNKNOWN_REFERENCE', { what: 'The BPNL of organisation', id: organisation });
}

const namesOf = ({ trade }: Pick<Question, 'trade'>) => ({ asset: trade.part.asset, placeOf: trade.placeOf });

const subjectOf = (name: ExchangedName, { trade, direction }: Question) => ({
  owner: trade.part[speakerOf(name, direction)],
  part: trade.part.id,
});

function adviceOf({ receivedAt, lines, recordedAt: _, ...row }: DeliveryRow, { part }: Trade) {
  const { id, supplier, customer } = part;
  const advised = lines.map(({ orderReference, ...line }, index) => ({
    ...line,
    line: index + 1,
    part: id,
    ...(orderReference && { orderReference }),
  }));
  return { advice: { ...row, supplier, customer, lines: advised }, ...(receivedAt && { arrivedAt: receivedAt }) };
}
