/**
 * GS1 check digit: weights 3 and 1 from the right, modulo 10 (GS1 General Specifications, section 7.9).
 * `digits` is the number without its check digit.
 *
 * @example mod10CheckDigit('629104150021') // '3'
 */
export function mod10CheckDigit(digits: string): string {
  let sum = 0;
  for (let position = digits.length - 1, weight = 3; position >= 0; position--, weight = 4 - weight) {
    sum += Number(digits[position]) * weight;
  }
  return String((10 - (sum % 10)) % 10);
}

export function withCheckDigit(digits: string): string {
  return digits + mod10CheckDigit(digits);
}

export function hasValidCheckDigit(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && mod10CheckDigit(digits.slice(0, -1)) === digits.at(-1);
}
