import type { Id } from '@intakt/contract';
import type { House } from '../../house.ts';
import { refuse } from '../../refuse.ts';
import { Batch, type PassageCommand, type Taken } from './batch.ts';
import { Consignments } from './consignments.ts';
import type { Reporter, TelemetryReading } from './reading.ts';
import { readAssignments, storeFlush } from './store.ts';

const MAX_FLUSH = 4000;
const MAX_WAITING = 100_000;

type Named = Pick<Waiting, 'reporter' | 'readings'>;
interface Waiting {
  reporter: Reporter;
  readings: TelemetryReading[];
  resolve: (taken: Taken) => void;
  reject: (error: unknown) => void;
}

/**
 * Readings of all devices, stored in groups: what comes while a group is being stored forms the next one. Whoever
 * hands readings in is answered when they are durable.
 */
export class TelemetryIntake {
  readonly #house: House;
  readonly #consignments: Consignments;
  #waiting: Waiting[] = [];
  #waitingReadings = 0;
  #running: Promise<void> | undefined;

  constructor(house: House) {
    this.#house = house;
    this.#consignments = new Consignments(house.db);
  }

  submit(reporter: Reporter, readings: TelemetryReading[]): Promise<Taken> {
    if (this.#waitingReadings + readings.length > MAX_WAITING)
      return refuse('NOT_READY', { what: 'the telemetry door' });
    this.#waitingReadings += readings.length;
    const taken = new Promise<Taken>((resolve, reject) => this.#waiting.push({ reporter, readings, resolve, reject }));
    this.#running ??= this.#run();
    return taken;
  }

  async drain(): Promise<void> {
    await this.#running;
  }

  /** Lets what arrives in the same turn of the event loop join the first group. */
  async #run(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#flush(this.#takeGroup());
    this.#running = undefined;
  }

  #takeGroup(): Waiting[] {
    let readings = 0;
    let count = 0;
    while (count < this.#waiting.length && (count === 0 || readings < MAX_FLUSH))
      readings += this.#waiting[count++]!.readings.length;
    this.#waitingReadings -= readings;
    return this.#waiting.splice(0, count);
  }

  async #flush(group: Waiting[]): Promise<void> {
    try {
      const named = await this.#nameShipments(group);
      const batch = new Batch({
        consignments: this.#consignments,
        now: this.#house.clock.now(),
        receivedAt: this.#house.clock.instant(),
      });
      const taken = named.map(({ reporter, readings }) => batch.add(reporter, readings));
      await this.#house.db.system((tx) => storeFlush(tx, batch.flush));
      for (const [i, { resolve }] of group.entries()) resolve(taken[i]!);
      if (batch.flush.live.length > 0) this.#house.feed.positionsMoved();
      await this.#record(batch.passages);
    } catch (error) {
      this.#consignments.forget();
      for (const { reject } of group) reject(error);
    }
  }

  /** A device that does not say of which shipment it speaks means the one that it was assigned to. */
  async #nameShipments(group: Waiting[]): Promise<Named[]> {
    const silent = group.filter(({ reporter, readings }) => reporter.isDevice && readings.some((r) => !r.shipment));
    const assigned = await this.#assignments([...new Set(silent.map(({ reporter }) => reporter.device))]);
    const named = group.map(({ reporter, readings }) => {
      const shipment = reporter.isDevice ? assigned.get(reporter.device) : undefined;
      return { reporter, readings: readings.map((reading) => ({ shipment, ...reading })) };
    });
    await this.#consignments.load(
      named.flatMap(({ reporter: { organisation, isLink }, readings }) =>
        readings.flatMap(({ shipment }) => (shipment ? [{ organisation, shipment, isLink }] : [])),
      ),
    );
    return named;
  }

  async #assignments(devices: string[]): Promise<Map<string, Id>> {
    return devices.length > 0 ? readAssignments(this.#house.db, devices) : new Map();
  }

  /** Who crossed a fence is known once: the id says what it is about. */
  async #record(passages: PassageCommand[]): Promise<void> {
    for (const { organisation, command } of passages) {
      const [result] = await this.#house.recorder.record({ organisation }, [command]);
      if (!result!.ok && result!.refusal.code !== 'ID_REUSED')
        this.#house.log.warn(result!.refusal, 'A passage could not be recorded.');
    }
  }
}

const intakes = new WeakMap<House, TelemetryIntake>();

/** One per house: its groups are what makes many small messages cheap. */
export function intakeOf(house: House): TelemetryIntake {
  const intake = intakes.get(house) ?? new TelemetryIntake(house);
  intakes.set(house, intake);
  return intake;
}
