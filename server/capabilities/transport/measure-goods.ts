import type { GoodsMeasure } from '@intakt/contract';

/** How a part is packed, as far as master data say. */
export interface Packed {
  massKg?: number | null;
  quantityPerPack?: number | null;
  packaging?: {
    kind: string;
    tareKg?: number | null;
    lengthMm?: number | null;
    widthMm?: number | null;
    heightMm?: number | null;
  };
}

/** What a quantity is on a truck; `floorUnits` are the columns that stand on its floor. */
export interface Measured {
  goods: GoodsMeasure;
  packages: number;
}

/** Euro pallet, m; small load carriers and cartons travel on it. Without a packaging one pallet is assumed. */
const PALLET = { length: 1.2, width: 0.8, height: 0.144, tareKg: 25 };
/** Boxes are stacked on a pallet up to here, so that two pallets stand on each other in a trailer of 2.7 m. */
const STACK_METERS = 1.0;
const TRAILER_METERS = { width: 2.4, height: 2.6 };
const ON_PALLETS = ['KLT', 'carton', 'lid'];
/** Where the part's mass is not known. */
const DENSITY_KG_PER_PALLET = 300;

/**
 * Mass, volume, loading metres and pallet places of a quantity. Small load carriers are built into pallets, large ones stand
 * for themselves; what is low enough stands in layers (a loading metre is 1 m of the trailer's 2.4 m width).
 */
export function measureGoods(quantity: number, packed: Packed): Measured {
  const packs = Math.max(1, Math.ceil(quantity / (packed.quantityPerPack || quantity || 1)));
  const unit = loadUnit(packed);
  const units = Math.ceil(packs / unit.packs);
  const layers = Math.max(1, Math.floor(TRAILER_METERS.height / unit.height));
  const floorArea = (units / layers) * unit.length * unit.width;
  const tareKg = units * unit.tareKg + (unit.packs > 1 ? packs * (packed.packaging?.tareKg ?? 0) : 0);
  const massKg = packed.massKg ? quantity * packed.massKg + tareKg : units * DENSITY_KG_PER_PALLET;
  return {
    goods: {
      massKg,
      volumeCubicMeters: units * unit.length * unit.width * unit.height,
      loadingMeters: floorArea / TRAILER_METERS.width,
      palletPlaces: floorArea / (PALLET.length * PALLET.width),
    },
    packages: units,
  };
}

/** What stands on the floor: its outer measures in metres, its own mass, and how many packs it holds. */
function loadUnit({ packaging }: Packed): {
  length: number;
  width: number;
  height: number;
  tareKg: number;
  packs: number;
} {
  const { lengthMm, widthMm, heightMm } = packaging ?? {};
  if (!packaging || !lengthMm || !widthMm || !heightMm) return { ...PALLET, height: STACK_METERS, packs: 1 };
  const [length, width, height] = [lengthMm / 1000, widthMm / 1000, heightMm / 1000];
  if (!ON_PALLETS.includes(packaging.kind)) return { length, width, height, tareKg: packaging.tareKg ?? 0, packs: 1 };
  const perLayer = Math.max(1, Math.floor((PALLET.length * PALLET.width) / (length * width) + 1e-9));
  const layers = Math.max(1, Math.floor(STACK_METERS / height));
  return { ...PALLET, height: PALLET.height + layers * height, packs: perLayer * layers };
}

export const NOTHING: GoodsMeasure = { massKg: 0, volumeCubicMeters: 0, loadingMeters: 0, palletPlaces: 0 };

export const sumGoods = (all: readonly GoodsMeasure[]): GoodsMeasure =>
  all.reduce(
    (sum, goods) => ({
      massKg: sum.massKg + goods.massKg,
      volumeCubicMeters: sum.volumeCubicMeters + goods.volumeCubicMeters,
      loadingMeters: sum.loadingMeters + goods.loadingMeters,
      palletPlaces: sum.palletPlaces + goods.palletPlaces,
    }),
    NOTHING,
  );

/** As on a transport order: whole kilograms, hundredths of the rest. */
export const roundGoods = ({ massKg, volumeCubicMeters, loadingMeters, palletPlaces }: GoodsMeasure): GoodsMeasure => ({
  massKg: Math.ceil(massKg),
  volumeCubicMeters: hundredths(volumeCubicMeters),
  loadingMeters: hundredths(loadingMeters),
  palletPlaces: hundredths(palletPlaces),
});

const hundredths = (value: number): number => Math.ceil(value * 100 - 1e-9) / 100;

/** The truck that takes most floor, and of those most mass; nothing where there is none. */
export const largestOf = (capacities: readonly GoodsMeasure[]): GoodsMeasure | undefined =>
  capacities.toSorted((a, b) => b.loadingMeters - a.loadingMeters || b.massKg - a.massKg)[0];
