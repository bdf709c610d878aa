const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * ISO 7064 MOD 1271-36: two check characters over digits and capital letters, radix 36, as Catena-X uses them in
 * business partner numbers.
 *
 * @example mod1271CheckCharacters('00000003CR') // 'HK'
 */
export function mod1271CheckCharacters(text: string): string {
  let remainder = 0;
  for (const character of text) remainder = ((remainder + ALPHABET.indexOf(character)) * 36) % 1271;
  const check = (1272 - ((remainder * 36) % 1271)) % 1271;
  return ALPHABET.charAt(Math.floor(check / 36)) + ALPHABET.charAt(check % 36);
}

/**
 * ISO 7064 MOD 97-10 over digits and capital letters (A = 10 … Z = 35): an LEI is valid when the remainder is 1.
 *
 * @example mod97Remainder('529900T8BM49AURSDO55') // 1
 */
export function mod97Remainder(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}
