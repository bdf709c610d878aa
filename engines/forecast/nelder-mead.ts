export interface Minimum {
  point: Float64Array;
  value: number;
}

/**
 * Minimum of a function without derivatives, by a simplex that reflects, expands, contracts and shrinks.
 *
 * @param objective value at a point; `Infinity` where the point is not allowed
 * @param start first corner of the simplex
 * @param step distance of the other corners from it, one per dimension
 * @param limits `iterations` at most, and the relative spread of values at which the simplex has arrived
 * @see Nelder, Mead: A simplex method for function minimization, The Computer Journal 7 (1965)
 * @example minimise((p) => (p[0]! - 3) ** 2, [0], [1], { iterations: 100, tolerance: 1e-9 }) // point ≈ 3
 */
export function minimise(
  objective: (point: Float64Array) => number,
  start: ArrayLike<number>,
  step: ArrayLike<number>,
  limits: { iterations: number; tolerance: number },
): Minimum {
  const simplex = firstSimplex(objective, start, step);
  const centre = new Float64Array(start.length);
  for (let i = 0; i < limits.iterations && !hasArrived(simplex, limits.tolerance); i++) {
    takeStep(simplex, centre, objective);
  }
  return simplex[0]!;
}

/** Corners, best first. */
type Simplex = Minimum[];

function firstSimplex(
  objective: (point: Float64Array) => number,
  start: ArrayLike<number>,
  step: ArrayLike<number>,
): Simplex {
  const simplex: Simplex = [];
  for (let corner = 0; corner <= start.length; corner++) {
    const point = Float64Array.from(start);
    if (corner > 0) point[corner - 1]! += step[corner - 1]!;
    simplex.push({ point, value: objective(point) });
  }
  return simplex.sort((a, b) => a.value - b.value);
}

function hasArrived(simplex: Simplex, tolerance: number): boolean {
  const best = simplex[0]!.value;
  return Math.abs(simplex.at(-1)!.value - best) <= tolerance * (Math.abs(best) + 1e-12);
}

function takeStep(simplex: Simplex, centre: Float64Array, objective: (point: Float64Array) => number): void {
  const worst = simplex.at(-1)!;
  centreWithout(simplex, centre);
  const at = (stretch: number): Minimum => {
    const point = centre.map((middle, j) => middle + stretch * (worst.point[j]! - middle));
    return { point, value: objective(point) };
  };
  const reflected = at(-1);
  if (reflected.value < simplex[0]!.value) {
    const expanded = at(-2);
    return replaceWorst(simplex, expanded.value < reflected.value ? expanded : reflected);
  }
  if (reflected.value < simplex.at(-2)!.value) return replaceWorst(simplex, reflected);
  const contracted = at(reflected.value < worst.value ? -0.5 : 0.5);
  if (contracted.value < Math.min(worst.value, reflected.value)) return replaceWorst(simplex, contracted);
  shrink(simplex, objective);
}

function centreWithout(simplex: Simplex, centre: Float64Array): void {
  const count = simplex.length - 1;
  centre.fill(0);
  for (let i = 0; i < count; i++) {
    const { point } = simplex[i]!;
    for (let j = 0; j < centre.length; j++) centre[j]! += point[j]! / count;
  }
}

function replaceWorst(simplex: Simplex, corner: Minimum): void {
  let place = simplex.length - 1;
  while (place > 0 && simplex[place - 1]!.value > corner.value) {
    simplex[place] = simplex[place - 1]!;
    place--;
  }
  simplex[place] = corner;
}

function shrink(simplex: Simplex, objective: (point: Float64Array) => number): void {
  const best = simplex[0]!.point;
  for (const corner of simplex.slice(1)) {
    for (let j = 0; j < best.length; j++) corner.point[j] = 0.5 * (corner.point[j]! + best[j]!);
    corner.value = objective(corner.point);
  }
  simplex.sort((a, b) => a.value - b.value);
}
