import type { IsoDay } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { firstShiftOn } from '@intakt/material-flow';
import type { Scope } from '../../finder.ts';
import { type GoodsPlace, listMasses, listPlaces, listSuccessions, locateGoods } from './exception-store.ts';
import type { ShiftAt } from './find-stops.ts';
import { type FlowNode, projectNodes } from './flow.ts';
import { flowMemoryOf } from './flow-memory.ts';
import { type FlowFacts, readFlowFacts } from './flow-store.ts';
import type { Known } from './ways-out.ts';

const HORIZON_DAYS = 56;

/** What an organisation knows of its flow. */
export interface FlowView extends Scope {
  facts: FlowFacts;
  nodes: FlowNode[];
  horizonDays: number;
  shiftAt: ShiftAt;
}

export async function readFlow(tx: Transaction, scope: Scope): Promise<FlowView> {
  const remembered = scope.house && (await flowMemoryOf(scope.house).read(tx, scope));
  const facts = remembered?.facts ?? (await readFlowFacts(tx, scope));
  const zones = new Map(facts.sites.map(({ id, timeZone }) => [id, timeZone]));
  return {
    ...scope,
    horizonDays: HORIZON_DAYS,
    facts,
    nodes: remembered?.nodes(HORIZON_DAYS) ?? projectNodes(facts, { ...scope, horizonDays: HORIZON_DAYS }),
    shiftAt: (site: string, day: IsoDay): string => firstShiftOn(day, zones.get(site) ?? 'UTC'),
  };
}

/** Its flow, and what can be done about a stop. */
export interface View extends Known, FlowView {
  nodes: FlowNode[];
  goods: GoodsPlace[];
}

/** Asked only where something stops: flows are looked at after every commit, and most stop nowhere. */
export async function withWays(tx: Transaction, flow: FlowView): Promise<View> {
  return {
    ...flow,
    goods: await locateGoods(tx, [...new Set(flow.facts.lines.map(({ shipment }) => shipment))]),
    places: new Map((await listPlaces(tx)).map((place) => [place.id, place])),
    massKg: new Map((await listMasses(tx)).map(({ part, massKg }) => [part, massKg])),
    successions: await listSuccessions(tx, flow.organisation),
  };
}
