import type { IsoDay } from '@intakt/contract';
import { dayNumber } from '@intakt/material-flow';
import { type DoorOptions, perform } from '../doors.ts';
import type { DemonstrationNetwork } from '../network-shape.ts';
import { Carriers } from './carriers.ts';
import { PlantGate } from './docks.ts';
import { MilkRunPlanner } from './planner.ts';

/** Simulated time between two looks at what is published. */
const LOOK_EVERY_MS = 20_000;

/** What partners do about tours follows from what stands in the house, people's doing included: they look, and act upon it. */
export class OnTheRoad {
  readonly #planner: MilkRunPlanner;
  readonly #carriers: Carriers;
  readonly #gate: PlantGate;
  #next = Number.NEGATIVE_INFINITY;

  constructor(network: DemonstrationNetwork, openedOn: IsoDay) {
    this.#planner = new MilkRunPlanner(network.plant.organisation, dayNumber(openedOn));
    this.#carriers = new Carriers(network, network.seed);
    this.#gate = new PlantGate(network.plant.organisation);
  }

  async act(now: number, options: DoorOptions): Promise<void> {
    if (now < this.#next) return;
    this.#next = now + LOOK_EVERY_MS;
    await this.#planner.step(now, options);
    await perform(await this.#carriers.deeds(now, options), options);
    await perform(await this.#gate.deeds(now, options), options);
  }
}
