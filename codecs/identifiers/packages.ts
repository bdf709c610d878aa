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

/** Finds a Recommendation 21 package type; carmakers' own load carrier numbers are not among them. */
export function readPackage(code: string): Answer<PackageRow> {
  const row = PACKAGES.find((candidate) => candidate.code === code.trim().toUpperCase());
  return row ? accept(row) : reject('package-unknown', code, 'a Recommendation 21 code such as PX, CT or BX');
}
