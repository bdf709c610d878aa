import { JUST_IN_SEQUENCE_PART, PART_TYPE_INFORMATION, SINGLE_LEVEL_BOM_AS_PLANNED } from './aspects/parts.ts';
import {
  DAYS_OF_SUPPLY,
  DELIVERY_INFORMATION,
  DEMAND_AND_CAPACITY_NOTIFICATION,
  ITEM_STOCK,
  PLANNED_PRODUCTION_OUTPUT,
  SHORT_TERM_MATERIAL_DEMAND,
} from './aspects/short-term.ts';
import {
  ID_BASED_COMMENT,
  ID_BASED_REQUEST_FOR_UPDATE,
  WEEK_BASED_CAPACITY_GROUP,
  WEEK_BASED_MATERIAL_DEMAND,
} from './aspects/weekly.ts';
import type { Value } from './shape.ts';

const aspect = <const Id extends string, S>(semanticId: Id, shape: S) => ({ semanticId, shape });

/** Every aspect model that this codec speaks, with the version whose payloads it reads and writes. */
export const ASPECTS = {
  ItemStock: aspect('urn:samm:io.catenax.item_stock:2.0.0#ItemStock', ITEM_STOCK),
  PlannedProductionOutput: aspect(
    'urn:samm:io.catenax.planned_production_output:2.0.0#PlannedProductionOutput',
    PLANNED_PRODUCTION_OUTPUT,
  ),
  ShortTermMaterialDemand: aspect(
    'urn:samm:io.catenax.short_term_material_demand:1.0.0#ShortTermMaterialDemand',
    SHORT_TERM_MATERIAL_DEMAND,
  ),
  DeliveryInformation: aspect(
    'urn:samm:io.catenax.delivery_information:2.0.0#DeliveryInformation',
    DELIVERY_INFORMATION,
  ),
  DaysOfSupply: aspect('urn:samm:io.catenax.days_of_supply:2.0.0#DaysOfSupply', DAYS_OF_SUPPLY),
  DemandAndCapacityNotification: aspect(
    'urn:samm:io.catenax.demand_and_capacity_notification:3.0.0#DemandAndCapacityNotification',
    DEMAND_AND_CAPACITY_NOTIFICATION,
  ),
  WeekBasedMaterialDemand: aspect(
    'urn:samm:io.catenax.week_based_material_demand:3.0.1#WeekBasedMaterialDemand',
    WEEK_BASED_MATERIAL_DEMAND,
  ),
  WeekBasedCapacityGroup: aspect(
    'urn:samm:io.catenax.week_based_capacity_group:3.0.1#WeekBasedCapacityGroup',
    WEEK_BASED_CAPACITY_GROUP,
  ),
  IdBasedComment: aspect('urn:samm:io.catenax.id_based_comment:1.1.0#IdBasedComment', ID_BASED_COMMENT),
  IdBasedRequestForUpdate: aspect(
    'urn:samm:io.catenax.id_based_request_for_update:3.0.0#IdBasedRequestForUpdate',
    ID_BASED_REQUEST_FOR_UPDATE,
  ),
  JustInSequencePart: aspect(
    'urn:samm:io.catenax.just_in_sequence_part:4.0.0#JustInSequencePart',
    JUST_IN_SEQUENCE_PART,
  ),
  PartTypeInformation: aspect(
    'urn:samm:io.catenax.part_type_information:2.0.0#PartTypeInformation',
    PART_TYPE_INFORMATION,
  ),
  SingleLevelBomAsPlanned: aspect(
    'urn:samm:io.catenax.single_level_bom_as_planned:4.0.0#SingleLevelBomAsPlanned',
    SINGLE_LEVEL_BOM_AS_PLANNED,
  ),
} as const;

export type AspectName = keyof typeof ASPECTS;
export const ASPECT_NAMES = Object.keys(ASPECTS) as AspectName[];

/** What an aspect says, in the contract's forms: UUIDs bare, partner numbers in capitals, units of Recommendation 20, UTC. */
export type Aspect<Name extends AspectName> = Value<(typeof ASPECTS)[Name]['shape']>;

export type ItemStock = Aspect<'ItemStock'>;
export type PlannedProductionOutput = Aspect<'PlannedProductionOutput'>;
export type ShortTermMaterialDemand = Aspect<'ShortTermMaterialDemand'>;
export type DeliveryInformation = Aspect<'DeliveryInformation'>;
export type DaysOfSupply = Aspect<'DaysOfSupply'>;
export type PartTypeInformation = Aspect<'PartTypeInformation'>;
export type SingleLevelBomAsPlanned = Aspect<'SingleLevelBomAsPlanned'>;

/** The aspect of a semantic id, whatever its version: `urn:samm:io.catenax.item_stock:2.0.0#ItemStock`, or its bare name. */
export function aspectNameOf(semanticId: string): AspectName | undefined {
  const name = semanticId.slice(semanticId.indexOf('#') + 1);
  return ASPECT_NAMES.find((known) => known === name);
}
