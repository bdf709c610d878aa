import type { MessagePosition } from '@intakt/contract';
import type { Offset } from '../moments.ts';
import type { ReportField, VdaRecord } from './record.ts';

/** A record with what belongs to it. */
export interface VdaNode {
  record: VdaRecord;
  children: VdaNode[];
}

/** What a mapper needs beyond its records. */
export interface VdaReading {
  /** Header of the transmission; absent where the file lacks it. */
  header: VdaRecord | undefined;
  offsetMinutes: Offset;
  position: (record: VdaRecord, field?: string) => MessagePosition;
  report: ReportField;
}

/** The children of one type that a table settles. */
export const childrenOf = (node: VdaNode, tag: string): VdaNode[] =>
  node.children.filter(({ record }) => record.tag === tag && record.definition);
