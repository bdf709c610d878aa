/**
 * Lower triangle L with L Lᵀ = A, for a symmetric positive definite A of which only the lower half is read. A pivot that
 * rounding has made negative is taken as just above zero.
 *
 * @param matrix `width` × `width`, by rows
 */
export function choleskyOf(matrix: Float64Array, width: number): Float64Array {
  const lower = new Float64Array(width * width);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * width + j]!;
      for (let k = 0; k < j; k++) rest -= lower[i * width + k]! * lower[j * width + k]!;
      lower[i * width + j] = i === j ? Math.sqrt(Math.max(rest, 1e-9)) : rest / lower[j * width + j]!;
    }
  }
  return lower;
}

/** The solution X of L Lᵀ X = B, by columns of B (`width` × `columns`, by rows). */
export function solveColumns(
  lower: Float64Array,
  right: Float64Array,
  { width, columns }: { width: number; columns: number },
): Float64Array {
  const solution = right.slice();
  for (let column = 0; column < columns; column++) {
    for (let i = 0; i < width; i++) {
      let rest = solution[i * columns + column]!;
      for (let j = 0; j < i; j++) rest -= lower[i * width + j]! * solution[j * columns + column]!;
      solution[i * columns + column] = rest / lower[i * width + i]!;
    }
    for (let i = width - 1; i >= 0; i--) {
      let rest = solution[i * columns + column]!;
      for (let j = i + 1; j < width; j++) rest -= lower[j * width + i]! * solution[j * columns + column]!;
      solution[i * columns + column] = rest / lower[i * width + i]!;
    }
  }
  return solution;
}
