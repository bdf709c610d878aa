import type {
  DespatchLine,
  DespatchStatement,
  DespatchUnit,
  PartReference,
  PartyReference,
  ReceiptStatement,
  ScheduleQuantity,
  ScheduleStatement,
  Statement,
} from '@intakt/contract';
import fc from 'fast-check';
import { addDays } from './moments.ts';
import type { Control } from './writing/control.ts';

/** Statements for property tests, as far as both families of messages can say them. */
export const CONTROL: Control = {
  sender: { code: 'PLANT1', agency: 'ZZ' },
  receiver: { code: 'SUPPLIER7', agency: 'ZZ' },
  reference: '4711',
  preparedAt: '2026-03-02T06:30:00.000Z',
};

/** Text with everything that delimits in one format or the other, and letters beyond ASCII. */
export const word = fc.stringMatching(/^[A-Za-z0-9äöüßéПл+:'?*~>.,/_-]{1,12}$/);
export const code = fc.stringMatching(/^[A-Z0-9][A-Z0-9.+:'?*/-]{0,13}$/);
export const day = fc.integer({ min: 0, max: 900 }).map((offset) => addDays('2025-11-01', offset));
export const instant = fc
  .integer({ min: 0, max: 50_000_000 })
  .map((seconds) => new Date(Date.UTC(2025, 0, 1) + seconds * 1000).toISOString());
export const quantity = fc.oneof(
  fc.integer({ min: 0, max: 5_000_000 }),
  fc.integer({ min: 1, max: 99_999_999 }).map((n) => n / 1000),
);
export const unit = fc.constantFrom('H87', 'KGM', 'MTR', 'LTR', 'EA');
export const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

export const party: fc.Arbitrary<PartyReference> = fc
  .record({
    code,
    agency: fc.constantFrom('92', '91', '10', '1'),
    name: optional(fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))),
    street: optional(word),
    city: optional(word),
    postalCode: optional(fc.stringMatching(/^\d{5}$/)),
    country: optional(fc.constantFrom('DE', 'FR', 'CN')),
    also: optional(
      fc.array(
        fc.tuple(fc.constantFrom('VA', 'ANK'), fc.stringMatching(/^[A-Z0-9]{1,9}$/)).map((pair) => pair.join(':')),
        { minLength: 1, maxLength: 2 },
      ),
    ),
  })
  .map(dense);

export const part: fc.Arbitrary<PartReference> = fc
  .record({
    buyerNumber: code,
    supplierNumber: optional(code),
    gtin: optional(fc.stringMatching(/^\d{13}$/)),
    description: optional(word),
  })
  .map(dense);

export const HORIZONS = ['backorder', 'immediate', 'firm', 'production', 'material', 'forecast'] as const;

const scheduleQuantity: fc.Arbitrary<ScheduleQuantity> = fc
  .record({ from: day, length: fc.constantFrom(0, 0, 6, 3, 27), quantity, horizon: fc.constantFrom(...HORIZONS) })
  .map(({ from, length, ...rest }) => ({ from, ...(length > 0 && { to: addDays(from, length) }), ...rest }));

export const schedule: fc.Arbitrary<ScheduleStatement> = fc
  .record({
    kind: fc.constant('schedule' as const),
    position: fc.constant({ segment: 1, tag: 'LIN', offset: 0 }),
    documentNumber: code,
    scheduleKind: fc.constant('delivery-forecast' as const),
    function: fc.constantFrom('original' as const, 'replace' as const, 'change' as const, 'cancel' as const),
    customer: party,
    supplier: party,
    shipTo: party,
    shipFrom: optional(party),
    unloadingPoint: optional(code),
    part,
    release: code,
    releasedOn: day,
    horizonStart: day,
    horizonEnd: day,
    unit,
    quantities: fc.array(scheduleQuantity, { maxLength: 12 }),
    cumulative: optional(
      fc.record({
        received: quantity,
        required: quantity,
        zeroedOn: day,
        asOf: day,
        lastDespatch: fc.record({ reference: code, day, quantity }),
      }),
    ),
    authorisations: optional(
      fc.array(
        fc.record({
          kind: fc.constantFrom('finished' as const, 'production' as const, 'material' as const),
          cumulative: quantity,
          until: day,
          from: day,
        }),
        { minLength: 1, maxLength: 3 },
      ),
    ),
    orderReference: optional(code),
  })
  .map(dense);

const line = fc
  .record({
    part,
    unit,
    orderReference: optional(code),
    cumulative: optional(quantity),
    batch: optional(code),
    countryOfOrigin: optional(fc.constantFrom('DE', 'CN')),
    netMassKg: optional(quantity),
    unloadingPoint: optional(code),
  })
  .map(dense);

/** Pallets without a line first, then each line's packs, as messages list them. */
const load = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    pallets: fc.nat(2),
    packs: fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 3 }),
    loose: fc.boolean(),
    batch: optional(code),
  })
  .map(({ lines, pallets, packs, loose, batch }) => {
    const tares: DespatchUnit[] = Array.from({ length: pallets }, (_, i) => ({
      unit: `M${i + 1}`,
      packaging: 'PAL-9',
      ...(i > 0 && loose && { parent: 'M1' }),
    }));
    const contents = lines.map((own, index): { line: DespatchLine; units: DespatchUnit[] } => {
      const number = (index + 1) * 10;
      const units = packs.map(
        (size, i): DespatchUnit =>
          dense({
            unit: `S${number}-${i}`,
            parent: pallets > 0 ? `M${(loose ? i % pallets : 0) + 1}` : undefined,
            packaging: 'KLT',
            line: number,
            quantity: size,
            batch,
          }),
      );
      return { line: { line: number, quantity: packs.reduce((a, b) => a + b, 7), ...own }, units };
    });
    return { lines: contents.map((c) => c.line), units: [...tares, ...contents.flatMap((c) => c.units)] };
  });

export const despatch: fc.Arbitrary<DespatchStatement> = fc
  .record({
    head: fc.record({
      despatchNote: code,
      function: fc.constantFrom('original' as const, 'replace' as const),
      documentAt: instant,
      despatchedAt: optional(instant),
      expectedAt: optional(instant),
      customer: party,
      supplier: party,
      shipTo: party,
      shipFrom: optional(party),
      carrier: optional(party),
      unloadingPoint: optional(code),
      transportReference: optional(code),
      vehicle: optional(code),
      mode: optional(fc.constantFrom('road' as const, 'rail' as const, 'sea' as const, 'air' as const)),
      grossMassKg: optional(quantity),
      packages: optional(fc.integer({ min: 1, max: 99 })),
    }),
    load,
  })
  .map(({ head, load: { lines, units } }) =>
    dense({ kind: 'despatch' as const, position: { segment: 1, tag: 'BGM', offset: 0 }, ...head, lines, units }),
  );

export const receipt: fc.Arbitrary<ReceiptStatement> = fc
  .record({
    kind: fc.constant('receipt' as const),
    position: fc.constant({ segment: 1, tag: 'BGM', offset: 0 }),
    receiptNumber: code,
    despatchNote: optional(code),
    receivedAt: instant,
    customer: party,
    supplier: party,
    site: party,
    lines: fc.array(
      fc
        .record({
          part,
          quantity,
          unit,
          status: optional(fc.constantFrom('available' as const, 'blocked' as const, 'in-quality' as const)),
          reason: optional(code),
        })
        .map(dense),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(dense);

export function dense<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}

/** Positions are where a statement stood in the bytes; a round trip moves them. */
export const withoutPosition = (statement: Statement) => ({ ...statement, position: undefined });
