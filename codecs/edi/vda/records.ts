import type { RecordDefinition } from './record-table.ts';
import { RECORDS_4905 } from './records-4905.ts';
import { RECORDS_4913 } from './records-4913.ts';

/** Which record belongs under which, and what it must have under it. */
export interface VdaMessageDefinition {
  name: string;
  title: string;
  records: readonly RecordDefinition[];
  header: string;
  trailer: string;
  /** The record that opens what we call a message: a call-off of one article, or a transport. */
  message: string;
  /** Parent of each record between header and trailer. */
  parents: Readonly<Record<string, string>>;
  /** Records that must have at least one of another under them. */
  needs: Readonly<Record<string, string>>;
  /** Who sends it: the other party of the header is its receiver. */
  sender: 'customer' | 'supplier';
}

export const VDA_MESSAGES: readonly VdaMessageDefinition[] = [
  {
    name: '4905',
    title: 'delivery call-off (LAB)',
    records: RECORDS_4905,
    header: '511',
    trailer: '519',
    message: '512',
    parents: { '512': '511', '513': '512', '514': '512', '515': '512', '517': '512', '518': '512' },
    needs: { '512': '513' },
    sender: 'customer',
  },
  {
    name: '4913',
    title: 'delivery note and transport (LS)',
    records: RECORDS_4913,
    header: '711',
    trailer: '719',
    message: '712',
    parents: { '712': '711', '713': '712', '714': '713', '715': '713', '716': '713', '718': '713' },
    needs: { '712': '713', '713': '714' },
    sender: 'supplier',
  },
];

/**
 * Recommendations whose field positions could not be settled from public sources. Their files are recognised and
 * refused, with every record kept among the unmapped values, rather than read by guess.
 */
export const UNSETTLED: readonly { name: string; title: string; header?: string; instead: string }[] = [
  {
    name: '4915',
    title: 'detailed call-off (FAB)',
    header: '551',
    instead: 'Write the call-off as VDA 4985 (DELJIT 04B) or VDA 4905.',
  },
  {
    name: '4916',
    title: 'call-off in production sequence (PAB)',
    header: '561',
    instead: 'Write the call-off as VDA 4986 (DELJIT 04B of sequence statements) or 866.',
  },
  { name: '4927', title: 'load carrier account', instead: 'Keep the accounts of containers in Intakt, or as INVRPT.' },
];

/** Units of measure by their VDA codes, as Recommendation 20 has them. */
export const VDA_UNITS: Readonly<Record<string, string>> = {
  ST: 'H87',
  KG: 'KGM',
  G: 'GRM',
  T: 'TNE',
  L: 'LTR',
  M: 'MTR',
  MM: 'MMT',
  KM: 'KMT',
  M2: 'MTK',
  M3: 'MTQ',
  SA: 'SET',
  PA: 'PR',
  TG: 'DAY',
  SD: 'HUR',
};
