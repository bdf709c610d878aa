import { Type } from 'typebox';
import type { TelemetryReading } from './reading.ts';

/**
 * What Traccar sends with `forward.type=json`, as far as it is read (traccar.org, "Position forwarding"): speed is in
 * knots, temperatures and the door come as attributes. Everything else is let through unread.
 */
export const TraccarForward = Type.Object(
  {
    position: Type.Object(
      {
        fixTime: Type.String({ format: 'date-time' }),
        valid: Type.Optional(Type.Boolean()),
        longitude: Type.Number({ minimum: -180, maximum: 180 }),
        latitude: Type.Number({ minimum: -90, maximum: 90 }),
        speed: Type.Optional(Type.Number({ minimum: 0 })),
        attributes: Type.Optional(Type.Object({}, { additionalProperties: true })),
      },
      { additionalProperties: true },
    ),
    device: Type.Optional(Type.Object({}, { additionalProperties: true })),
  },
  { additionalProperties: true },
);

const KMH_PER_KNOT = 1.852;
const SHIPMENT_ATTRIBUTE = 'shipment';

interface Forward {
  position: {
    fixTime: string;
    longitude: number;
    latitude: number;
    speed?: number;
    attributes?: Record<string, unknown>;
  };
  device?: { attributes?: Record<string, unknown> };
}

/** The shipment comes from the assignment of our device, or from an attribute `shipment` of Traccar's device. */
export function fromTraccar({ position, device }: Forward): TelemetryReading {
  const { attributes = {} } = position;
  const number = (name: string): number | undefined => {
    const value = attributes[name];
    return typeof value === 'number' ? value : undefined;
  };
  const shipment = device?.attributes?.[SHIPMENT_ATTRIBUTE];
  const reading: TelemetryReading = {
    at: new Date(position.fixTime).toISOString(),
    longitude: position.longitude,
    latitude: position.latitude,
    speedKmh: position.speed === undefined ? undefined : Math.min(1500, position.speed * KMH_PER_KNOT),
    temperatureC: number('temp1') ?? number('deviceTemp'),
    humidityPercent: number('humidity'),
    doorOpen: typeof attributes.door === 'boolean' ? attributes.door : undefined,
  };
  return typeof shipment === 'string' ? { ...reading, shipment } : reading;
}
