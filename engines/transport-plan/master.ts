import loadHighs, { type Highs, type InterruptCallbackEvent, type ModelData } from 'highs';
import { baySecondsOf, type Option } from './option.ts';
import type { Prepared } from './prepared.ts';

/** The package is typed as CommonJS, and loaded as a module: its default export is the loader itself. */
const load = loadHighs as unknown as typeof loadHighs.default;
let loading: Promise<Highs> | undefined;

/** Loads the solver once; HiGHS (Huangfu and Hall, Mathematical Programming Computation 10, 2018) compiled to WebAssembly. */
export function loadSolver(): Promise<Highs> {
  loading ??= load();
  return loading;
}

/** The search tree is bounded by nodes, not by seconds, so that the same input ends at the same plan on every machine. */
const MOST_NODES = 4000;
const GAP = 1e-4;

export interface Master {
  prepared: Prepared;
  options: readonly Option[];
  /** Bay seconds of a week that the rest of the goods may take. */
  baySeconds: number;
}

/** The relaxed set partitioning problem: its bound, and what each lane is worth at the margin. */
export function relax(highs: Highs, master: Master): { bound: number; worth: number[]; isUsed: boolean[] } | undefined {
  const model = highs.createModel(modelOf(master, false));
  try {
    model.options.set({ output_flag: false });
    const { modelStatus } = model.run();
    if (modelStatus !== highs.constants.modelStatus.optimal) return undefined;
    const { rowDual, colValue } = model.getSolution();
    return {
      bound: model.getObjectiveValue(),
      worth: master.prepared.lanes.map(({ number }) => rowDual[number]!),
      isUsed: Array.from(colValue, (value) => value > 1e-9),
    };
  } finally {
    model.dispose();
  }
}

/**
 * Chooses one option for every lane at least cost, within the bay time of a week. Starts from the plan so far and keeps it where nothing
 * better comes up; undefined where no choice fits.
 */
export function choose(
  highs: Highs,
  master: Master,
  { start, isCancelled }: { start?: readonly number[]; isCancelled: () => boolean },
): number[] | undefined {
  const model = highs.createModel(modelOf(master, true));
  try {
    model.options.set({ output_flag: false, mip_max_nodes: MOST_NODES, mip_rel_gap: GAP, random_seed: 0 });
    if (start) {
      const colValue = new Float64Array(master.options.length);
      for (const option of start) colValue[option] = 1;
      model.setSolution({ colValue });
    }
    model.run({
      [highs.constants.callbackType.mipInterrupt]: (event: InterruptCallbackEvent) => {
        if (isCancelled()) event.interrupt();
        return undefined;
      },
    });
    const { colValue } = model.getSolution();
    const chosen = Array.from(colValue.keys()).filter((option) => colValue[option]! > 0.5);
    return coversAll(master, chosen) ? chosen : start && [...start];
  } finally {
    model.dispose();
  }
}

function coversAll({ prepared, options }: Master, chosen: readonly number[]): boolean {
  const covered = chosen.flatMap((option) => options[option]!.lanes);
  return covered.length === prepared.lanes.length && new Set(covered).size === covered.length;
}

function modelOf({ prepared, options, baySeconds }: Master, whole: boolean): ModelData {
  const rows = prepared.lanes.length + 1;
  const starts = new Int32Array(options.length + 1);
  const [indices, values]: [number[], number[]] = [[], []];
  for (const [column, option] of options.entries()) {
    for (const lane of option.lanes.toSorted((a, b) => a - b)) {
      indices.push(lane);
      values.push(1);
    }
    indices.push(rows - 1);
    values.push(baySecondsOf(prepared, option) / 3600);
    starts[column + 1] = indices.length;
  }
  const limits = (lane: number, bay: number) =>
    Float64Array.from({ length: rows }, (_, row) => (row < rows - 1 ? lane : bay));
  return {
    ...{ numCols: options.length, numRows: rows },
    colCost: Float64Array.from(options, ({ cost }) => cost),
    colLower: new Float64Array(options.length),
    colUpper: new Float64Array(options.length).fill(1),
    rowLower: limits(1, 0),
    rowUpper: limits(1, Math.max(0, baySeconds / 3600)),
    matrix: { format: 'csc', numRows: rows, numCols: options.length, starts, indices, values },
    ...(whole && { integrality: new Int32Array(options.length).fill(1) }),
  };
}
