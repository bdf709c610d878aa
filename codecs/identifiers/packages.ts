import { type Answer, accept, reject } from './answer.ts';

export interface PackageRow {
  /** UN/ECE Recommendation 21 code. */
  code: string;
  name: string;
}

/** The package types of Recommendation 21 that automotive despatch advices name. */
export const PACKAGES: readonly PackageRow[] = [
  { code: 'BA', name: 'barrel' },
  { code: 'BE', name: 'bundle' },
  { code: 'BG', name: 'bag' },
  { code: 'BI', name: 'bin' },
  { code: 'BX', name: 'box' },
  { code: 'CG', name: 'cage' },
  { code: 'CL', name: 'coil' },
  { code: 'CN', name: 'container' },
  { code: 'CR', name: 'crate' },
  { code: 'CS', name: 'case' },
  { code: 'CT', name: 'carton' },
  { code: 'DR', name: 'drum' },
  { code: 'EN', name: 'envelope' },
  { code: 'JC', name: 'jerrican, rectangular' },
  { code: 'NE', name: 'unpacked or unpackaged' },
  { code: 'PA', name: 'packet' },
  { code: 'PK', name: 'package' },
  { code: 'PU', name: 'tray' },
  { code: 'PX', name: 'pallet' },
  { code: 'RK', name: 'rack' },
  { code: 'RL', name: 'reel' },
  { code: 'RO', name: 'roll' },
  { code: 'SA', name: 'sack' },
  { code: 'SW', name: 'shrinkwrapped' },
  { code: 'TB', name: 'tub' },
  { code: 'WB', name: 'wickerbottle' },
  { code: 'ZZ', name: 'mutually defined' },
];

/**
 * Finds a Recommendation 21 package type; carmakers' own load carrier numbers are not among them. A code that has the
 * format and is on no list is taken with a warning.
 *
 * @param list the whole Recommendation, where the user has imported it
 */
export function readPackage(code: string, list: readonly PackageRow[] = PACKAGES): Answer<PackageRow> {
  const wanted = code.trim().toUpperCase();
  const row = list.find((candidate) => candidate.code === wanted);
  if (row) return accept(row);
  const expected = 'a Recommendation 21 code such as PX, CT or BX';
  if (!/^[A-Z0-9]{2}$/.test(wanted)) return reject('package-format', code, expected);
  return accept({ code: wanted, name: wanted }, [{ code: 'package-unlisted', value: code, expected }]);
}
