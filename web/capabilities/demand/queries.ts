import type { Authorisation, Horizon, Id, IsoDay, ScheduleQuantity } from '@intakt/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, askList, tell } from '../../api.ts';

export interface ScheduleRow {
  customer: Id;
  supplier: Id;
  part: Id;
  shipTo: Id;
  kind: 'delivery-forecast' | 'call-off';
  release: string;
  releasedOn: IsoDay;
  unit: string;
  confirmed: boolean;
  previousRelease?: string | null;
  previousReleasedOn?: IsoDay | null;
  previousEventId?: string | null;
  quantities: ScheduleQuantity[];
  previousQuantities?: ScheduleQuantity[] | null;
  eventId: string;
  unloadingPoint?: string | null;
  orderReference?: string | null;
  authorisations?: Authorisation[];
}
export interface ComparisonBucket {
  from: IsoDay;
  to: IsoDay;
  old: number;
  new: number;
  delta: number;
  horizon?: Horizon;
}
export interface ReleaseSummary {
  release: string;
  releasedOn: IsoDay;
  eventId: string;
  total: number;
}
export interface CumulativeAccount {
  received: number;
  despatched: number;
  inTransit: number;
  statedReceived?: number | null;
  statedDespatched?: number | null;
  zeroedOn?: IsoDay | null;
  lastDespatchNote?: string | null;
  lastDespatchOn?: IsoDay | null;
  countedDespatchNote?: string | null;
  countedDespatchOn?: IsoDay | null;
}
export interface Comparison {
  current: ScheduleRow;
  buckets: ComparisonBucket[];
  cumulative?: CumulativeAccount | null;
  releases: ReleaseSummary[];
}
export interface Relation {
  customer: Id;
  supplier: Id;
  part: Id;
  shipTo: Id;
  kind: ScheduleRow['kind'];
}

export const schedulesQuery = queryOptions({
  queryKey: ['schedules'],
  queryFn: () => askList<ScheduleRow>('/api/schedules', { limit: 1000 }),
});
export const comparisonQuery = (relation: Relation | undefined, against?: string) =>
  queryOptions({
    queryKey: ['schedules', 'comparison', relation, against],
    queryFn: () => ask<Comparison>('/api/schedules/comparison', { ...relation, against }),
    enabled: relation !== undefined,
    placeholderData: keepPreviousData,
  });

export interface PlanCommand {
  kind: 'requirement' | 'production';
  site: Id;
  part: Id;
  unit: string;
  from: IsoDay;
  to: IsoDay;
  quantities: { day: IsoDay; quantity: number }[];
}
export const savePlan = ({ kind, ...plan }: PlanCommand): Promise<unknown> => tell('PUT', '/api/plans', { kind, plan });
