import type {
  AgreementTerm,
  BillOfMaterial,
  Id,
  Lane,
  Organisation,
  Packaging,
  Part,
  Role,
  Site,
  TransportMode,
} from '@intakt/contract';
import type { Channel } from './data/companies.ts';
import type { LonLat } from './geography.ts';

/** How many of something one car of each vehicle takes; index as in `vehicles`. */
export type Usage = readonly number[];

/** A part that a site consumes. `daysAhead`: it does so that many days before the car is built. */
export interface Need {
  owner: Id;
  site: Id;
  part: Id;
  unit: string;
  usage: Usage;
  daysAhead: number;
  /** Working days of use that the site keeps. */
  safetyDays: number;
}

/** A part that a supplier makes. */
export interface Output {
  owner: Id;
  site: Id;
  part: Id;
  unit: string;
  usage: Usage;
  daysAhead: number;
}

/** A lane with the share of the customer's need that it serves. */
export interface SupplyLane extends Lane {
  need: Need;
  share: number;
  pack: number;
}

/** Everything that travels from one site to another together. */
export interface Relation {
  relation: string;
  number: number;
  supplier: Id;
  customer: Id;
  from: Id;
  to: Id;
  carrier: Id;
  mode: TransportMode;
  route: LonLat[];
  transitHours: number;
  /** ISO weekdays and UTC hour on which it arrives. */
  arrivalWeekdays: number[];
  arrivalHour: number;
  lanes: SupplyLane[];
}

export interface DemonstrationPerson {
  person: Id;
  organisation: Id;
  name: string;
  email: string;
  roles: Role[];
}

export interface DemonstrationAgreement {
  agreement: Id;
  proposer: Id;
  counterparty: Id;
  title: string;
  terms: AgreementTerm[];
  accepted: boolean;
}

export interface DemonstrationNetwork {
  seed: number;
  plant: { organisation: Id; site: Id };
  vehicles: { part: Id; perDay: number }[];
  organisations: Organisation[];
  sites: Site[];
  packaging: Packaging[];
  parts: Part[];
  partNumbers: { part: Id; owner: Id; organisation: Id; number: string }[];
  bills: BillOfMaterial[];
  lanes: Lane[];
  agreements: DemonstrationAgreement[];
  people: DemonstrationPerson[];
  channels: Record<Id, Channel>;
  needs: Need[];
  outputs: Output[];
  relations: Relation[];
}
