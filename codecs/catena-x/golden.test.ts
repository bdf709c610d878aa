import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  type Aspect,
  type AspectName,
  billOfMaterial,
  partOf,
  productionPlans,
  readAspect,
  requirementPlans,
  shipments,
  stockCounts,
} from './index.ts';

const folder = (name: string) => fileURLToPath(new URL(`golden/${name}`, import.meta.url));

const NAMES = {
  owner: 'works',
  part: 'bracket',
  siteOf: (bpns: string, bpna?: string) => [bpns, bpna].filter(Boolean).join('/'),
};

/** Which events the payload of an aspect is; the others are read and become none. */
const EVENTS: { [Name in AspectName]?: (aspect: Aspect<Name>) => unknown } = {
  ItemStock: (aspect) => stockCounts(aspect, NAMES),
  PlannedProductionOutput: (aspect) => productionPlans(aspect, NAMES),
  ShortTermMaterialDemand: (aspect) => requirementPlans(aspect, NAMES),
  DeliveryInformation: (aspect) =>
    shipments(aspect, {
      part: 'bracket',
      supplier: 'works',
      customer: 'plant',
      siteOf: NAMES.siteOf,
      shipmentOf: ({ trackingNumber }) => trackingNumber ?? 'untracked',
    }),
  PartTypeInformation: (aspect) => partOf(aspect, { part: 'bracket', owner: 'works', unit: 'H87' }),
  SingleLevelBomAsPlanned: (aspect) =>
    billOfMaterial(aspect, { owner: 'works', parent: 'bracket', partOf: (asset) => asset }),
};

/** Payloads written for the project; beside each lies which events it is. `vitest -u` writes them anew. */
describe('what our own payloads say', () => {
  test.each(Object.keys(EVENTS) as AspectName[])('%s', async (name) => {
    const file = name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
    const read = readAspect(name, JSON.parse(readFileSync(folder(`${file}.json`), 'utf8')));
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    const events = EVENTS[name]!(read.aspect as never);
    await expect(`${JSON.stringify(events, null, 2)}\n`).toMatchFileSnapshot(folder(`${file}-events.json`));
  });
});
