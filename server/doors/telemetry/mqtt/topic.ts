import { Compile } from 'typebox/compile';
import { TelemetryReading } from '../reading.ts';

/** One level after the version names the device, so that a broker's access list can bind it to its client. */
const PREFIX = 'intakt/v1';
export const ALL_TELEMETRY = `${PREFIX}/+/telemetry`;
export const telemetryTopic = (device: string): string => `${PREFIX}/${device}/telemetry`;
/** Where a device reads what was wrong with what it sent. */
export const problemTopic = (device: string): string => `${PREFIX}/${device}/problems`;

export function deviceOfTopic(topic: string): string | undefined {
  const match = /^intakt\/v1\/([^/+#]+)\/telemetry$/.exec(topic);
  return match?.[1];
}

const MOST_READINGS = 1000;
const MOST_BYTES = 256 * 1024;
const reading = Compile(TelemetryReading);

export type Payload = { ok: true; readings: TelemetryReading[] } | { ok: false; problem: string; value?: unknown };

/** One reading as JSON, or an array of them. */
export function readPayload(bytes: Uint8Array): Payload {
  if (bytes.length > MOST_BYTES)
    return { ok: false, problem: `is larger than ${MOST_BYTES} bytes`, value: bytes.length };
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    return { ok: false, problem: `is no JSON: ${(error as Error).message}` };
  }
  const readings = Array.isArray(parsed) ? parsed : [parsed];
  if (readings.length > MOST_READINGS)
    return { ok: false, problem: `has more than ${MOST_READINGS} readings`, value: readings.length };
  for (const [i, one] of readings.entries()) {
    if (reading.Check(one)) continue;
    const first = [...reading.Errors(one)].at(-1);
    return {
      ok: false,
      problem: `reading ${i}${first?.instancePath ?? ''}: ${first?.message ?? 'does not fit'}`,
      value: one,
    };
  }
  return { ok: true, readings: readings as TelemetryReading[] };
}
