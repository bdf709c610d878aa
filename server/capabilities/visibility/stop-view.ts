import type { IsoDay } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { firstShiftOn } from '@intakt/material-flow';
import type { Scope } from '../../finder.ts';
import { type GoodsPlace, listPlaces, listSuccessions, listMasses, locateGoods } from './exception-store.ts';
import type { ShiftAt } from './find-stops.ts';
import { type FlowNode, projectNodes } from './flow.ts';
import { readFlowFacts } from './flow-store.ts';
import type { Known } from './ways-out.ts';

const HORIZON_DAYS = 56;

/** What an organisation knows of its flow, and of what can be done about it. */
export interface View extends Known {
  nodes: FlowNode[];
  horizonDays: number;
  goods: GoodsPlace[];
  shiftAt: ShiftAt;
}

export async function readView(tx: Transaction, scope: Scope, parts?: string[]): Promise<View> {
  const facts = await readFlowFacts(tx, { ...scope, parts });
  const zones = new Map(facts.sites.map(({ id, timeZone }) => [id, timeZone]));
  const shiftAt = (site: string, day: IsoDay): string => firstShiftOn(day, zones.get(site) ?? 'UTC');
  return {
    ...scope,
    horizonDays: HORIZON_DAYS,
    facts,
    nodes: projectNodes(facts, { ...scope, horizonDays: HORIZON_DAYS }),
    goods: await locateGoods(tx, [...new Set(facts.lines.map(({ shipment }) => shipment))]),
    places: new Map((await listPlaces(tx)).map((place) => [place.id, place])),
    massKg: new Map((await listMasses(tx)).map(({ part, massKg }) => [part, massKg])),
    successions: await listSuccessions(tx, scope.organisation),
    shiftAt,
  };
}
