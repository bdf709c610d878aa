import type { CapacityGroup } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { BillRow } from './raw-material.ts';

export type GroupRow = Omit<CapacityGroup, 'customer' | 'site' | 'flexibility'> & {
  customer: string | null;
  site: string | null;
  flexibility: NonNullable<CapacityGroup['flexibility']>;
  statedAt: string;
};

/** Groups that we own, and those that suppliers show us. */
export const listGroups = (
  tx: Transaction,
  { owner, group }: { owner?: string; group?: string } = {},
): Promise<GroupRow[]> =>
  tx.query<GroupRow>(
    `select owner, id as "group", name, customer, site, unit, parts, flexibility, weeks, stated_at as "statedAt"
     from capacity_group where ($1::text is null or owner = $1) and ($2::text is null or id = $2) order by owner, name, id limit 2000`,
    [owner ?? null, group ?? null],
  );

export interface ResourceRow {
  owner: string;
  group: string;
  shiftsPerWeek: number;
  hoursPerShift: number;
  hoursPerUnit: number;
}

export const listResources = (tx: Transaction): Promise<ResourceRow[]> =>
  tx.query<ResourceRow>(
    `select owner, id as "group", shifts_per_week as "shiftsPerWeek", hours_per_shift as "hoursPerShift", hours_per_unit as "hoursPerUnit"
     from capacity_resource`,
  );

export const listOwnBills = (tx: Transaction, owner: string): Promise<BillRow[]> =>
  tx.query<BillRow>('select parent, components from bill_of_material where owner = $1', [owner]);
