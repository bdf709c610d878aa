import fc from 'fast-check';
import { ITEM_UNITS } from './index.ts';
import type { ObjectShape, ScalarName, Shape } from './shape.ts';

const bpn = (prefix: string) => fc.stringMatching(/^[0-9A-Z]{12}$/).map((body) => `${prefix}${body}`);
const milliseconds = { min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) };
const instant = fc.integer(milliseconds).map((at) => new Date(at).toISOString());
const day = instant.map((text) => text.slice(0, 10));

const SCALARS: Record<ScalarName, fc.Arbitrary<unknown>> = {
  text: fc.string({ maxLength: 12 }),
  number: fc.integer({ min: -4000, max: 4000 }).map((value) => value / 8),
  boolean: fc.boolean(),
  uuid: fc.uuid(),
  bpnl: bpn('BPNL'),
  bpns: bpn('BPNS'),
  bpna: bpn('BPNA'),
  unit: fc.constantFrom(...ITEM_UNITS),
  country: fc.stringMatching(/^[A-Z]{3}$/),
  day,
  timestamp: instant,
  'local-timestamp': fc
    .tuple(instant, fc.constantFrom('', 'Z', '+01:00', '-14:00'))
    .map(([at, zone]) => `${at.slice(0, 19)}${zone}`),
  instant,
};

/** Payloads that a shape allows, as partners would send them. */
export function payloads(shape: Shape): fc.Arbitrary<unknown> {
  if (typeof shape === 'string') return SCALARS[shape];
  if ('oneOf' in shape) return fc.constantFrom(...shape.oneOf);
  if ('from' in shape) return fc.integer({ min: shape.from, max: Math.min(shape.to, 10_000) });
  if ('longest' in shape) return fc.string({ maxLength: 20 });
  if ('set' in shape) {
    const size = { minLength: shape.atLeast ?? 0, maxLength: shape.atMost ?? 3 };
    return fc.uniqueArray(payloads(shape.set), { ...size, selector: sorted });
  }
  return members(shape);
}

/** Equal payloads may name their members in another order. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort())
      : member,
  ) ?? '';

function members({ required, optional }: ObjectShape): fc.Arbitrary<unknown> {
  const all = Object.entries({ ...required, ...optional }).map(([name, shape]) => [name, payloads(shape)] as const);
  return fc.record(Object.fromEntries(all), { requiredKeys: Object.keys(required), noNullPrototype: true });
}
