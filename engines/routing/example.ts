import { planTours } from '@intakt/routing';

/** Plant, two suppliers on one road, a third on another: seconds by lorry, at 72 km/h. */
const seconds = [0, 3600, 5400, 3000, 3600, 0, 1800, 5400, 5400, 1800, 0, 7200, 3000, 5400, 7200, 0];
const order = (id: string, loadingMetres: number) => ({
  id: `call-off ${id}`,
  pickup: { place: id, serviceSeconds: 1800, windows: [{ fromSeconds: 21_600, toSeconds: 36_000 }] },
  amounts: [loadingMetres],
});
const { tours, findings } = planTours(
  {
    dimensions: ['loading metres'],
    places: ['plant', 'Aalen', 'Ulm', 'Fulda'].map((id) => ({ id })),
    distanceMeters: seconds.map((time) => time * 20),
    travel: [{ fromSeconds: 0, seconds }],
    vehicles: [
      {
        id: 'lorry',
        count: 3,
        start: 'plant',
        end: 'plant',
        capacity: [13.6],
        shift: { fromSeconds: 18_000, toSeconds: 64_800 },
        fixedCost: 180,
        costPerKm: 0.9,
        costPerHour: 32,
        costPerStop: 8,
        driverHours: true,
      },
    ],
    orders: [order('Aalen', 6), order('Ulm', 7), order('Fulda', 12), order('Ulm', 20)],
  },
  { seed: 1, iterations: 200 },
);

for (const { stops, cost, fill } of tours)
  console.log(
    `${stops.map(({ place }) => place).join(' – ')}: ${cost.toFixed(2)} EUR, ${Math.round(fill[0]! * 100)} % full`,
  );
// Fulda: 365.33 EUR, 88 % full
// Aalen – Ulm: 518.40 EUR, 96 % full
for (const { code, message } of findings) console.log(`${code}: ${message}`);
// DUPLICATE_ID: call-off Ulm is there twice: the first is planned. Give this one another id.
