import type { Packaging } from '@intakt/contract';

type PackagingRow = Omit<Packaging, 'packaging' | 'owner'> & { slug: string };

const container = (
  slug: string,
  code: string,
  kind: Packaging['kind'],
  [lengthMm, widthMm, heightMm]: [number, number, number],
  tareKg: number,
): PackagingRow => ({ slug, code, kind, returnable: kind !== 'carton', tareKg, lengthMm, widthMm, heightMm });

/** VDA small load carriers by their nominal sizes, large ones, and the racks that only one part fits in. */
export const PACKAGING: PackagingRow[] = [
  container('klt3147', 'VDA KLT 3147', 'KLT', [300, 200, 147], 0.6),
  container('klt4147', 'VDA KLT 4147', 'KLT', [400, 300, 147], 1.2),
  container('klt6147', 'VDA KLT 6147', 'KLT', [600, 400, 147], 1.9),
  container('klt6429', 'VDA KLT 6429', 'KLT', [600, 400, 280], 2.9),
  container('lid1208', 'Lid 1200 × 800', 'lid', [1200, 800, 60], 4.5),
  container('glt', 'GLT 1200 × 1000 × 975', 'GLT', [1200, 1000, 975], 62),
  container('pallet', 'Euro pallet 1200 × 800', 'pallet', [1200, 800, 144], 25),
  container('rack-battery', 'Rack battery pack', 'rack', [2200, 1500, 900], 180),
  container('rack-drive', 'Rack drive unit', 'rack', [1600, 1200, 1000], 120),
  container('rack-seat', 'Rack seats', 'rack', [2400, 1200, 1250], 140),
  container('rack-body', 'Rack body panels', 'rack', [2400, 1600, 1400], 210),
  container('rack-glass', 'Rack glazing', 'rack', [1800, 1200, 1200], 110),
  container('coil', 'Coil skid', 'other', [1500, 1500, 300], 40),
  container('bigbag', 'Big bag on pallet', 'other', [1100, 1100, 1200], 27),
  container('carton', 'Carton ESD', 'carton', [400, 300, 200], 0.5),
];
