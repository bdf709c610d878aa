import type { Statement } from '@intakt/contract';
import { readDeliveryForecast } from './reading/delfor.ts';
import { readDespatchAdvice } from './reading/desadv.ts';
import type { Reading } from './reading/reading.ts';
import { readReceivingAdvice } from './reading/recadv.ts';
import { readPlanningSchedule } from './reading/x12-830.ts';
import { readShipNotice } from './reading/x12-856.ts';
import { readReceivingNotice } from './reading/x12-861.ts';
import { type Slot, slots } from './table.ts';
import { DELFOR_04A, DELFOR_96A, DELFOR_97A } from './tables/delfor.ts';
import { DESADV_07A, DESADV_96A, DESADV_97A } from './tables/desadv.ts';
import { RECADV_96A } from './tables/recadv.ts';
import { X12_830, X12_856, X12_861 } from './tables/x12.ts';
import type { Node } from './walk.ts';

/** One message in one directory or release: its segments, and how its tree becomes statements. */
export interface MessageDefinition {
  format: 'edifact' | 'x12';
  name: string;
  /** UN directory (`97A`), or the first X12 release that the table covers. */
  version: string;
  slots: Slot[];
  read: (message: Node, reading: Reading) => Statement[];
  /** X12 GS01 that belongs to the set. */
  functionalGroup?: string;
}

const edifact = (name: string, version: string, table: string, read: MessageDefinition['read']): MessageDefinition => ({
  format: 'edifact',
  name,
  version,
  slots: slots(table),
  read,
});

const x12 = (
  name: string,
  functionalGroup: string,
  table: string,
  read: MessageDefinition['read'],
): MessageDefinition => ({
  format: 'x12',
  name,
  version: '002001',
  slots: slots(table),
  read,
  functionalGroup,
});

/** Every message that this codec reads. A new one is a table, a reading and a line here. */
export const MESSAGES: MessageDefinition[] = [
  edifact('DELFOR', '96A', DELFOR_96A, readDeliveryForecast),
  edifact('DELFOR', '97A', DELFOR_97A, readDeliveryForecast),
  edifact('DELFOR', '04A', DELFOR_04A, readDeliveryForecast),
  edifact('DESADV', '96A', DESADV_96A, readDespatchAdvice),
  edifact('DESADV', '97A', DESADV_97A, readDespatchAdvice),
  edifact('DESADV', '07A', DESADV_07A, readDespatchAdvice),
  edifact('RECADV', '96A', RECADV_96A, readReceivingAdvice),
  edifact('RECADV', '97A', RECADV_96A, readReceivingAdvice),
  x12('830', 'PS', X12_830, readPlanningSchedule),
  x12('856', 'SH', X12_856, readShipNotice),
  x12('861', 'RC', X12_861, readReceivingNotice),
];

/**
 * The definition for a message: the directory that it names, else the newest older one, else the oldest.
 * Directories grow by adding, so an older table reads a newer message with few surprises.
 */
export function findMessage(format: string, name: string, version: string): MessageDefinition | undefined {
  const known = MESSAGES.filter((message) => message.format === format && message.name === name);
  const age = directoryAge(version);
  const older = known.filter((message) => directoryAge(message.version) <= age);
  return older.at(-1) ?? known[0];
}

/** `96A` → 1996.0, `04B` → 2004.5; an X12 release stays a number. */
export function directoryAge(version: string): number {
  const found = /^(\d\d)([A-C])$/.exec(version);
  if (!found) return Number(version) || 0;
  const year = Number(found[1]);
  return (year < 80 ? 2000 : 1900) + year + (found[2]!.charCodeAt(0) - 65) / 2;
}
