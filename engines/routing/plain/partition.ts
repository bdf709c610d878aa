import loader, { type Highs } from 'highs';
import type { Solution } from './incumbent.ts';
import type { RoutePool } from './route-pool.ts';

/** Tours that take part in the search for a whole number of each; those that the linear relaxation likes best. */
const MOST_COLUMNS = 2000;
/** Nodes of the branch and bound: a bound that is the same on every machine. */
const NODES = 50;

/** Picks, out of a pool of tours, the cheapest that together visit each client once; undefined where none is cheaper than `known`. */
export type Partitioner = (pool: RoutePool, known: Solution, maxRoutes: number) => Solution | undefined;

interface Tour {
  cost: number;
  clients: Int32Array;
}

// Its types describe the CommonJS build, whose default export is one level deeper than that of the module that is loaded.
const loadHighs = loader as unknown as () => Promise<Highs>;

/**
 * Set partitioning by HiGHS (Huangfu and Hall, Mathematical Programming Computation 10, 2018): the linear relaxation first; a
 * tour whose reduced cost exceeds the gap between its bound and the best known can be in no better whole, and stays out of the
 * branch and bound. Loading HiGHS takes a moment, so that it is for searches that last seconds.
 */
export async function loadPartitioner(): Promise<Partitioner> {
  const highs = await loadHighs();
  return (pool, known, maxRoutes) => {
    const clients = known.tours.reduce((sum, { length }) => sum + length, 0);
    const promising = withoutHopeless(highs, [...pool], known.cost, { clients, maxRoutes });
    if (promising.length === 0) return undefined;
    const chosen = choose(highs, promising, known.cost, { clients, maxRoutes });
    const cost = chosen.reduce((sum, tour) => sum + tour.cost, 0);
    const visited = chosen.reduce((sum, tour) => sum + tour.clients.length, 0);
    return visited === clients && cost < known.cost
      ? { cost, tours: chosen.map((tour) => [...tour.clients]) }
      : undefined;
  };
}

interface Size {
  clients: number;
  maxRoutes: number;
}

function withoutHopeless(highs: Highs, tours: Tour[], known: number, size: Size): Tour[] {
  const model = modelOf(highs, tours, size);
  try {
    model.options.set({ output_flag: false });
    model.run();
    if (!isSolved(model)) return [];
    const reduced = model.getSolution().colDual;
    const gap = known - model.getObjectiveValue();
    const kept = tours.map((tour, i) => ({ tour, price: reduced[i]! })).filter(({ price }) => price < gap);
    kept.sort((a, b) => a.price - b.price);
    return kept.slice(0, MOST_COLUMNS).map(({ tour }) => tour);
  } finally {
    model.dispose();
  }
}

function choose(highs: Highs, tours: Tour[], known: number, size: Size): Tour[] {
  const model = modelOf(highs, tours, size, new Int32Array(tours.length).fill(1));
  try {
    model.options.set({ output_flag: false, mip_max_nodes: NODES, objective_bound: known - 0.5 });
    model.run();
    if (!isSolved(model)) return [];
    const { colValue } = model.getSolution();
    return tours.filter((_, i) => colValue[i]! > 0.5);
  } finally {
    model.dispose();
  }
}

/** HiGHS states as 2 that it has a solution that keeps the rules, be it the best or not. */
const isSolved = (model: ReturnType<Highs['createModel']>): boolean => model.info.get('primal_solution_status') === 2;

/** Row 0 counts the trucks, row i says that client i is visited once. */
function modelOf(highs: Highs, tours: Tour[], { clients, maxRoutes }: Size, integrality?: Int32Array) {
  const starts = new Int32Array(tours.length + 1);
  for (const [i, tour] of tours.entries()) starts[i + 1] = starts[i]! + tour.clients.length + 1;
  const indices = new Int32Array(starts[tours.length]!);
  for (const [i, tour] of tours.entries()) indices.set(tour.clients.toSorted(), starts[i]! + 1);
  const numRows = clients + 1;
  const numCols = tours.length;
  const values = new Float64Array(indices.length).fill(1);
  return highs.createModel({
    numCols,
    numRows,
    colCost: Float64Array.from(tours, ({ cost }) => cost),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: new Float64Array(numRows).fill(1),
    rowUpper: Float64Array.from({ length: numRows }, (_, row) => (row === 0 ? maxRoutes : 1)),
    matrix: { format: 'csc', numRows, numCols, starts, indices, values },
    ...(integrality && { integrality }),
  });
}
