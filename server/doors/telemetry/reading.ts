import { Id, Instant, SENSOR_KINDS } from '@intakt/contract';
import { type Static, Type } from 'typebox';

/** What a tracker says in one message: where it is, what it measures, or both. */
export const TelemetryReading = Type.Object(
  {
    /** May be left out by a device that was assigned to a shipment. */
    shipment: Type.Optional(Id),
    at: Instant,
    longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
    latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
    speedKmh: Type.Optional(Type.Number({ minimum: 0, maximum: 1500 })),
    temperatureC: Type.Optional(Type.Number()),
    humidityPercent: Type.Optional(Type.Number()),
    shockG: Type.Optional(Type.Number()),
    doorOpen: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type TelemetryReading = Static<typeof TelemetryReading>;

export type SensorKind = (typeof SENSOR_KINDS)[number];
export interface Place {
  longitude: number;
  latitude: number;
}

/** Who measured, and for whom. */
export interface Reporter {
  organisation: Id;
  /** The device's id; a person or a key that hands readings on counts as one device per shipment. */
  device: string;
  /** A device of its own may leave the shipment to its assignment. */
  isDevice: boolean;
  /** A driver's link may come from any party of the consignment. */
  isLink?: boolean;
}

/** A key may report on many shipments at one instant: each counts as a device of its own, which is at one place at a time. */
export const deviceFor = ({ device, isDevice }: Reporter, shipment: Id | undefined): string =>
  isDevice || !shipment ? device : `${device}/${shipment}`;

export const placeOf = ({ longitude, latitude }: TelemetryReading): Place | undefined =>
  longitude === undefined || latitude === undefined ? undefined : { longitude, latitude };

export function sensorsOf(reading: TelemetryReading): { kind: SensorKind; value: number }[] {
  const values: Record<SensorKind, number | undefined> = {
    temperatureC: reading.temperatureC,
    humidityPercent: reading.humidityPercent,
    shockG: reading.shockG,
    door: reading.doorOpen === undefined ? undefined : Number(reading.doorOpen),
  };
  return SENSOR_KINDS.flatMap((kind) => (values[kind] === undefined ? [] : [{ kind, value: values[kind] }]));
}
