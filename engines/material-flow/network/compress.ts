/** Compressed rows: items of row r are `items[starts[r] … starts[r + 1])`, each with a weight (1 where none was given). */
export interface Compressed {
  readonly starts: Int32Array;
  readonly items: Int32Array;
  readonly weights: Float64Array;
}

type Visit = (item: number, put: (row: number, weight?: number) => void) => void;

/**
 * Sorts items into rows by counting, in the order of the items.
 *
 * @param visit called twice for every item; it puts the item into as many rows as it belongs to
 * @example compress(2, 3, (item, put) => put(item % 2)).items // 0, 2, 1 with starts 0, 2, 3
 */
export function compress(rows: number, items: number, visit: Visit): Compressed {
  const starts = new Int32Array(rows + 1);
  for (let item = 0; item < items; item++) visit(item, (row) => void starts[row + 1]!++);
  for (let row = 0; row < rows; row++) starts[row + 1]! += starts[row]!;
  const at = starts.slice(0, rows);
  const sorted = { starts, items: new Int32Array(starts[rows]!), weights: new Float64Array(starts[rows]!) };
  for (let item = 0; item < items; item++)
    visit(item, (row, weight = 1) => {
      sorted.items[at[row]!] = item;
      sorted.weights[at[row]!++] = weight;
    });
  return sorted;
}
