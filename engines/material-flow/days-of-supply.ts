/**
 * Days of supply of each day but the last: how many of the days that follow it are covered by the stock at its end,
 * with the covered fraction of the first day that is not. Goods that arrive later are left out on purpose: the figure
 * says how long the stock that is there lasts (Catena-X PURIS, days-of-supply calculation).
 *
 * @param stock projected stock at the end of each day, pieces
 * @param demand consumption on each day, pieces, never negative
 * @returns one figure per day, one fewer than days
 * @example daysOfSupply(Float64Array.of(25, 15, 5, 0), Float64Array.of(0, 10, 10, 10)) // 2.5, 1.5, 0.5
 */
export function daysOfSupply(stock: Float64Array, demand: Float64Array): Float64Array {
  const supply = new Float64Array(Math.max(0, stock.length - 1));
  let covered = 0; // index of the first day not covered
  let consumed = 0; // demand of the days after `day` and before `covered`
  for (let day = 0; day < supply.length; day++) {
    if (covered <= day) {
      covered = day + 1;
      consumed = 0;
    } else consumed -= demand[day]!;
    const available = stock[day]!;
    // Stock plus the demand already met only grows from day to day, so `covered` never has to step back
    // except when the caller's stock shrinks otherwise (scrap): then the days are counted afresh.
    if (consumed > available + EPSILON) {
      covered = day + 1;
      consumed = 0;
    }
    while (covered < stock.length && consumed + demand[covered]! <= available + EPSILON) consumed += demand[covered++]!;
    supply[day] = covered - day - 1 + fractionCovered(available - consumed, demand[covered]);
  }
  return supply;
}

/** Binary fractions of kilograms do not add up exactly; a millionth of a unit is nothing. */
export const EPSILON = 1e-6;

function fractionCovered(left: number, demand: number | undefined): number {
  return demand !== undefined && demand > 0 && left > 0 ? left / demand : 0;
}
