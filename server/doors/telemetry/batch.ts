import type { EventCommand, Id, Instant } from '@intakt/contract';
import { eventIdOf } from '../../record/prepare.ts';
import type { Consignments, Followed } from './consignments.ts';
import { crossings, type Passage } from './geofence.ts';
import { judgeFix, type Mark, markInstant, markSensor } from './plausibility.ts';
import { deviceFor, type Place, placeOf, type Reporter, sensorsOf, type TelemetryReading } from './reading.ts';
import type { Flush, LivePosition, Window } from './store.ts';

export const SOURCE = 'telemetry';
/** Raw rows of one device on one consignment become one event per window. */
export const WINDOW_MS = 60_000;

/** What became of the readings of one message: all are kept; those with a mark move nothing. */
export interface Taken {
  accepted: number;
  marked: { at: Instant; mark: Mark }[];
}
export interface PassageCommand {
  organisation: Id;
  command: EventCommand<'geofence-crossed'>;
}

/** Turns the readings of many messages into the rows of one flush and the passages that they show. */
export class Batch {
  readonly flush: Flush;
  readonly passages: PassageCommand[] = [];
  readonly #consignments: Consignments;
  readonly #now: number;
  readonly #windows = new Map<string, Window>();
  readonly #live = new Map<string, LivePosition>();

  constructor({ consignments, now, receivedAt }: { consignments: Consignments; now: number; receivedAt: Instant }) {
    this.#consignments = consignments;
    this.#now = now;
    this.flush = { positions: [], sensors: [], windows: [], live: [], receivedAt };
  }

  add(reporter: Reporter, readings: TelemetryReading[]): Taken {
    const marked = readings.flatMap((reading) => {
      const mark = this.#take(reporter, reading);
      return mark ? [{ at: reading.at, mark }] : [];
    });
    return { accepted: readings.length, marked };
  }

  #take(reporter: Reporter, reading: TelemetryReading): Mark | undefined {
    const { organisation, isLink } = reporter;
    const { shipment } = reading;
    const followed = shipment ? this.#consignments.find({ organisation, shipment, isLink }) : undefined;
    const device = deviceFor(reporter, shipment);
    const at = new Date(reading.at).toISOString();
    const whole = followed ? markInstant(Date.parse(at), this.#now) : shipment ? 'unknown-shipment' : 'unassigned';
    const raw = {
      owner: organisation,
      device,
      at,
      shipment,
      supplier: followed?.supplier,
      digest: undefined as string | undefined,
    };
    if (followed) raw.digest = this.#window(organisation, device, { followed, at }).digest;
    const place = placeOf(reading);
    const placed = place && {
      ...raw,
      ...place,
      speedKmh: reading.speedKmh,
      mark: whole ?? this.#move(organisation, place, { followed: followed!, at }),
    };
    if (placed) this.flush.positions.push(placed);
    const sensors = sensorsOf(reading).map((sensor) => ({
      ...raw,
      ...sensor,
      mark: whole ?? markSensor(sensor.kind, sensor.value),
    }));
    this.flush.sensors.push(...sensors);
    return placed?.mark ?? sensors.find(({ mark }) => mark)?.mark;
  }

  /** Moves the consignment, unless the fix is not to be believed. */
  #move(organisation: Id, place: Place, { followed, at }: { followed: Followed; at: Instant }): Mark | undefined {
    const { mark, trail } = judgeFix(followed.trail, { ...place, at: Date.parse(at) });
    followed.trail = trail;
    if (mark) return mark;
    const { supplier: owner, shipment, audience } = followed;
    const live = { owner, shipment, ...place, at, audience };
    const key = `${owner}\u0000${shipment}`;
    const before = this.#live.get(key);
    if (before) Object.assign(before, live);
    else {
      this.#live.set(key, live);
      this.flush.live.push(live);
    }
    for (const passage of crossings(followed.fences, place)) this.#pass(organisation, passage, { followed, place, at });
    return undefined;
  }

  #pass(
    organisation: Id,
    passage: Passage,
    { followed, place, at }: { followed: Followed; place: Place; at: Instant },
  ): void {
    followed.fences[passage] = true;
    const { shipment, supplier, customer, carrier } = followed;
    const site = passage === 'arrived' ? followed.to : followed.from;
    const { longitude, latitude } = place;
    this.passages.push({
      organisation,
      command: {
        type: 'geofence-crossed',
        source: SOURCE,
        id: `${supplier}/${shipment}/${passage}/${site}`,
        occurredAt: at,
        data: { shipment, supplier, customer, carrier, site, passage, at, position: { longitude, latitude } },
      },
    });
  }

  #window(organisation: Id, device: string, { followed, at }: { followed: Followed; at: Instant }): Window {
    const { supplier, shipment } = followed;
    const windowId = `${supplier}/${shipment}/${device}/${Math.floor(this.#now / WINDOW_MS)}`;
    const known = this.#windows.get(windowId);
    if (known) {
      if (at < known.firstAt) known.firstAt = at;
      return known;
    }
    const digest = eventIdOf(organisation, SOURCE, windowId);
    const opened: Window = { owner: organisation, digest, device, supplier, shipment, windowId, firstAt: at };
    this.#windows.set(windowId, opened);
    this.flush.windows.push(opened);
    return opened;
  }
}
