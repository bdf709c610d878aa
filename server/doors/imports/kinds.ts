import { callOffs } from './call-offs.ts';
import { despatchAdvices } from './despatch-advices.ts';
import { capacity, demandCommits, demandHistory } from './demand-sheets.ts';
import type { DocumentKind } from './document-kind.ts';
import { fullLoadRates, groupageRates, tourRates } from './freight-rates.ts';
import { organisations, packagings, parts, sites } from './kinds-of-master-data.ts';
import { billsOfMaterial, lanes, partNumbers, stock } from './kinds-of-trade.ts';
import type { SheetKind } from './sheet-kind.ts';
import { transportOrders } from './transport-orders.ts';

/** Every kind of sheet that can be imported. */
export const SHEET_KINDS = {
  organisations,
  sites,
  packagings,
  parts,
  'part-numbers': partNumbers,
  lanes,
  'bills-of-material': billsOfMaterial,
  stock,
  'call-offs': callOffs,
  'despatch-advices': despatchAdvices,
  'tour-rates': tourRates,
  'demand-history': demandHistory,
  'demand-commits': demandCommits,
  capacity,
  'full-load-rates': fullLoadRates,
  'groupage-rates': groupageRates,
  'transport-orders': transportOrders,
} as const satisfies Record<string, SheetKind | DocumentKind>;

export type SheetKindName = keyof typeof SHEET_KINDS;
export const SHEET_KIND_NAMES = Object.keys(SHEET_KINDS) as SheetKindName[];
