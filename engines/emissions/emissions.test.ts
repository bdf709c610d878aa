import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allocateByMassDistance,
  type ChainElement,
  chainEmissions,
  DIESEL,
  electricity,
  energyPerKm,
  operationEmissions,
  operationIntensity,
  readFactors,
  VEHICLE_CLASSES,
} from './index.ts';

const LORRY = VEHICLE_CLASSES['articulated-40'];
/** Average articulated lorry in Europe, as the GLEC Framework v3.0 and DESNZ 2025 agree on: 95 g/tkm well to wheel. */
const ROAD = { ttw: 73, wtt: 22, wtw: 95 };

describe('energy', () => {
  test('a litre of diesel emits 2.6 kg when burnt and 3.4 kg from the well', () => {
    expect((DIESEL.ttwGramsPerMj * DIESEL.mjPerUnit) / 1000).toBeCloseTo(2.64, 1);
    expect(((DIESEL.ttwGramsPerMj + DIESEL.wttGramsPerMj) * DIESEL.mjPerUnit) / 1000).toBeCloseTo(3.38, 2);
  });

  test('by hand: rolling, drag and braking of an empty articulated lorry', () => {
    const newtons =
      0.006 * 15_000 * 9.81 + 0.5 * 1.2 * 6.5 * (80 / 3.6) ** 2 + (0.5 * 15_000 * (80 / 3.6) ** 2 * 0.12) / 1000;
    expect(energyPerKm(LORRY, { payloadKg: 0 })).toBeCloseTo(newtons / 1000 / 0.38, 9);
  });

  test('more load takes more energy, in every class', () => {
    for (const vehicle of Object.values(VEHICLE_CLASSES))
      expect(energyPerKm(vehicle, { payloadKg: vehicle.payloadKg })).toBeGreaterThan(
        energyPerKm(vehicle, { payloadKg: 0 }),
      );
  });

  test('an electric lorry emits nothing on the road, and upstream what its contract says', () => {
    const carrier = electricity({ gramsPerKwh: 360, source: 'test' });
    const emitted = operationEmissions({ vehicle: LORRY, carrier }, [{ distanceKm: 100, payloadKg: 10_000 }]);
    const kwh = (energyPerKm(LORRY, { payloadKg: 10_000, carrier }) * 100) / 3.6;
    expect(emitted.ttw).toBe(0);
    expect(emitted.wtw).toBeCloseTo(kwh * 360, 6);
  });

  test.each([[-1], [25_001], [Number.NaN]])('%d kg cannot be aboard', (payloadKg) =>
    expect(() => energyPerKm(LORRY, { payloadKg })).toThrow(/25000/),
  );
});

describe('operations', () => {
  test('empty running is borne by the goods', () => {
    const full = operationIntensity({ vehicle: LORRY, loadFactor: 0.6, emptyShare: 0 });
    const half = operationIntensity({ vehicle: LORRY, loadFactor: 0.6, emptyShare: 0.5 });
    const [loaded, empty] = [15_000, 0].map((payloadKg) => energyPerKm(LORRY, { payloadKg }) * 94);
    expect(full.perTonneKm.wtw).toBeCloseTo(loaded! / 15, 6);
    expect(half.perTonneKm.wtw).toBeCloseTo((loaded! + empty!) / 15, 6);
  });

  test.each([
    [0, 0],
    [1.1, 0],
    [0.5, 1],
    [0.5, -0.1],
  ])('a load factor of %d with %d empty is no operation', (loadFactor, emptyShare) =>
    expect(() => operationIntensity({ vehicle: LORRY, loadFactor, emptyShare })).toThrow(RangeError),
  );
});

describe('chains', () => {
  const leg: ChainElement = { kind: 'transport', id: 'road', distanceKm: 500, perTonneKm: ROAD };
  const hub: ChainElement = { kind: 'hub', id: 'cross-dock', perTonne: { ttw: 300, wtt: 300, wtw: 600 } };

  test('10 t over 500 km at 95 g/tkm are 475 kg', () => {
    expect(chainEmissions(10_000, [leg])).toMatchObject({ total: { wtw: 475_000 }, tonneKm: 5000, wtwPerTonneKm: 95 });
  });

  test('a cross-dock counts by tonne, not by distance', () => {
    expect(chainEmissions(2000, [leg, hub, { ...leg, distanceKm: 50 }]).total.wtw).toBeCloseTo(104_500 + 1200, 6);
  });

  test('a distance as driven counts 5 % less', () => {
    expect(chainEmissions(1000, [{ ...leg, distanceKm: 105, distanceBasis: 'actual' }]).tonneKm).toBeCloseTo(100, 9);
  });

  test('nothing that travels has no intensity', () => expect(chainEmissions(0, []).wtwPerTonneKm).toBeNull());
});

describe('allocation', () => {
  test('sums to the total, in any order, and grows with mass × distance', () => {
    const consignment = fc.record({
      massKg: fc.integer({ min: 1, max: 20_000 }),
      sfdKm: fc.integer({ min: 1, max: 900 }),
    });
    fc.assert(
      fc.property(
        fc.array(consignment, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 1e7 }),
        (list, total) => {
          const named = list.map((one, i) => ({ ...one, id: `${i}` }));
          const shares = allocateByMassDistance(total, named, 'sfd');
          expect(shares.reduce((sum, share) => sum + share.grams, 0)).toBeCloseTo(total, 3);
          const back = allocateByMassDistance(total, named.toReversed(), 'sfd').toReversed();
          for (const [i, share] of shares.entries()) expect(share.grams).toBeCloseTo(back[i]!.grams, 6);
        },
      ),
    );
  });

  test('one basis for all: a consignment without it is named', () => {
    expect(() =>
      allocateByMassDistance(
        1,
        [
          { id: 'a', massKg: 1, sfdKm: 1 },
          { id: 'b', massKg: 1, gcdKm: 1 },
        ],
        'sfd',
      ),
    ).toThrow(/^b states 1 kg and undefined km \(sfd\)/);
  });
});

describe('factors of the user', () => {
  test.each([
    ['two of three make the third', { ttw: '77,03', wtt: 17.99 }, { ttw: 77.03, wtt: 17.99, wtw: 95.02 }],
    ['the whole less one', { wtw: 95.02, ttw: 77.03 }, { ttw: 77.03, wtt: 17.99, wtw: 95.02 }],
  ])('%s', (_name, row, perTonneKm) => {
    const [factor] = readFactors([{ id: 'artic', source: 'DESNZ 2025', ...row }]).factors;
    for (const key of ['ttw', 'wtt', 'wtw'] as const) expect(factor!.perTonneKm[key]).toBeCloseTo(perTonneKm[key], 9);
  });

  test.each([
    ['no source', { id: 'a', ttw: 1, wtt: 1 }, /Say where/],
    ['one figure', { id: 'a', source: 's', ttw: 1 }, /two of the three/],
    ['no sum', { id: 'a', source: 's', ttw: 70, wtt: 20, wtw: 95 }, /do not add up/],
    ['no number', { id: 'a', source: 's', ttw: 'x', wtt: 1 }, /numbers from 0/],
  ])('%s is named', (_name, row, message) => {
    expect(readFactors([row]).problems).toEqual([{ row: 1, message: expect.stringMatching(message) }]);
  });
});

describe.skipIf(!process.env.INTAKT_DATA)('public figures (needs INTAKT_DATA)', async () => {
  const { readFileSync } = await import('node:fs');
  const rows = (name: string) =>
    readFileSync(`${process.env.INTAKT_DATA}/emission-factors/${name}`, 'utf8').trimEnd().split('\n');

  test.each([
    ['Articulated (>33t)', 'articulated-40'],
    ['Rigid (>17 tonnes)', 'rigid-26'],
    ['Rigid (>7.5 tonnes-17 tonnes)', 'rigid-12'],
  ] as const)('the physics of %s stays within a fifth of what is reported per km', (size, name) => {
    const found = rows('desnz2025_freighting_goods.csv').map((row) => row.split(','));
    const reported = (column: string, uom: string) =>
      1000 *
      Number(
        found.find(
          (row) =>
            row[3] === 'HGV (all diesel)' &&
            row[4] === size &&
            row[6] === column &&
            row[7] === uom &&
            row[8] === 'kg CO2e',
        )![9],
      );
    const vehicle = VEHICLE_CLASSES[name];
    for (const column of ['0% Laden', '50% Laden', '100% Laden']) {
      const gramsPerKm = reported(column, 'km');
      const payloadKg = column === '0% Laden' ? 0 : (gramsPerKm / reported(column, 'tonne.km')) * 1000;
      const ours = energyPerKm(vehicle, { payloadKg: Math.min(payloadKg, vehicle.payloadKg) }) * DIESEL.ttwGramsPerMj;
      expect(ours / gramsPerKm, `${size} ${column}: ${ours} of ${gramsPerKm} g/km`).toBeGreaterThan(0.8);
      expect(ours / gramsPerKm, `${size} ${column}: ${ours} of ${gramsPerKm} g/km`).toBeLessThan(1.2);
    }
  });

  test('every published factor is read, and its parts add up', () => {
    const [, ...lines] = rows('desnz2025_wtw_per_tkm.tsv').map((line) => line.split('\t'));
    const { factors, problems } = readFactors(
      lines.map((line) => ({
        id: line.slice(0, 4).join(' '),
        ttw: line[4],
        wtt: line[5],
        wtw: line[6],
        source: 'DESNZ 2025',
      })),
    );
    expect(problems).toEqual([]);
    expect(factors).toHaveLength(lines.length);
  });
});
