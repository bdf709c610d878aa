import type { Statement } from '@intakt/contract';
import { ACTIONS_1229, ACTIONS_1245 } from './codes.ts';
import { readApplicationAdvice } from './reading/aperak.ts';
import { readControl } from './reading/contrl.ts';
import { readDeliveryForecast } from './reading/delfor.ts';
import { readJustInTime } from './reading/deljit.ts';
import { readDespatchAdvice } from './reading/desadv.ts';
import { readTransportInstruction } from './reading/iftmin.ts';
import { readTransportStatus } from './reading/iftsta.ts';
import { readInventoryReport } from './reading/invrpt.ts';
import type { Reading } from './reading/reading.ts';
import { readReceivingAdvice } from './reading/recadv.ts';
import { readCarrierStatus } from './reading/x12-214.ts';
import { readX12Advice } from './reading/x12-824.ts';
import { readPlanningSchedule } from './reading/x12-830.ts';
import { readInventoryAdvice } from './reading/x12-846.ts';
import { readShipNotice } from './reading/x12-856.ts';
import { readReceivingNotice } from './reading/x12-861.ts';
import { readShippingSchedule } from './reading/x12-862.ts';
import { readProductionSequence } from './reading/x12-866.ts';
import { readFunctionalAcknowledgement } from './reading/x12-997.ts';
import type { Segment } from './segment.ts';
import { type Slot, slots } from './table.ts';
import { APERAK_97A, APERAK_99B, CONTRL } from './tables/acknowledgement.ts';
import { DELFOR_04A, DELFOR_96A, DELFOR_97A } from './tables/delfor.ts';
import { DELJIT_04B, DELJIT_96A, DELJIT_97A, DELJIT_99B } from './tables/deljit.ts';
import { DESADV_07A, DESADV_96A, DESADV_97A } from './tables/desadv.ts';
import { INVRPT_03A, INVRPT_96A, INVRPT_97A } from './tables/invrpt.ts';
import { RECADV_04A, RECADV_96A, RECADV_97A } from './tables/recadv.ts';
import { IFTMIN_01B, IFTMIN_96A, IFTMIN_97A, IFTSTA_01B, IFTSTA_97A } from './tables/transport.ts';
import {
  X12_214,
  X12_824,
  X12_830,
  X12_846,
  X12_856,
  X12_861,
  X12_862,
  X12_866,
  X12_997,
  X12_999,
} from './tables/x12.ts';

/** One message in one directory or release: its segments, and how its tree becomes statements. */
export interface MessageDefinition {
  format: 'edifact' | 'x12';
  name: string;
  /** UN directory (`97A`), or the first X12 release that the table covers. */
  version: string;
  slots: Slot[];
  read: (message: Segment, reading: Reading) => Statement[];
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
  edifact('APERAK', '96A', APERAK_97A, readApplicationAdvice),
  edifact('APERAK', '97A', APERAK_97A, readApplicationAdvice),
  edifact('APERAK', '99B', APERAK_99B, readApplicationAdvice),
  edifact('CONTRL', '1', CONTRL, readControl),
  edifact('CONTRL', '3', CONTRL, readControl),
  edifact('DELFOR', '96A', DELFOR_96A, readDeliveryForecast),
  edifact('DELFOR', '97A', DELFOR_97A, readDeliveryForecast),
  edifact('DELFOR', '04A', DELFOR_04A, readDeliveryForecast),
  edifact('DELJIT', '96A', DELJIT_96A, readJustInTime(ACTIONS_1245)),
  edifact('DELJIT', '97A', DELJIT_97A, readJustInTime(ACTIONS_1245)),
  edifact('DELJIT', '98B', DELJIT_97A, readJustInTime(ACTIONS_1229)),
  edifact('DELJIT', '99B', DELJIT_99B, readJustInTime(ACTIONS_1229)),
  edifact('DELJIT', '04B', DELJIT_04B, readJustInTime(ACTIONS_1229)),
  edifact('DESADV', '96A', DESADV_96A, readDespatchAdvice),
  edifact('DESADV', '97A', DESADV_97A, readDespatchAdvice),
  edifact('DESADV', '07A', DESADV_07A, readDespatchAdvice),
  edifact('RECADV', '96A', RECADV_96A, readReceivingAdvice),
  edifact('RECADV', '97A', RECADV_97A, readReceivingAdvice),
  edifact('RECADV', '04A', RECADV_04A, readReceivingAdvice),
  edifact('RECADV', '07A', RECADV_04A, readReceivingAdvice),
  edifact('IFTMIN', '96A', IFTMIN_96A, readTransportInstruction),
  edifact('IFTMIN', '97A', IFTMIN_97A, readTransportInstruction),
  edifact('IFTMIN', '01B', IFTMIN_01B, readTransportInstruction),
  edifact('IFTSTA', '96A', IFTSTA_97A, readTransportStatus),
  edifact('IFTSTA', '97A', IFTSTA_97A, readTransportStatus),
  edifact('IFTSTA', '99B', IFTSTA_01B, readTransportStatus),
  edifact('IFTSTA', '01B', IFTSTA_01B, readTransportStatus),
  edifact('INVRPT', '96A', INVRPT_96A, readInventoryReport),
  edifact('INVRPT', '97A', INVRPT_97A, readInventoryReport),
  edifact('INVRPT', '03A', INVRPT_03A, readInventoryReport),
  x12('214', 'QM', X12_214, readCarrierStatus),
  x12('824', 'AG', X12_824, readX12Advice),
  x12('830', 'PS', X12_830, readPlanningSchedule),
  x12('846', 'IB', X12_846, readInventoryAdvice),
  x12('856', 'SH', X12_856, readShipNotice),
  x12('861', 'RC', X12_861, readReceivingNotice),
  x12('862', 'SS', X12_862, readShippingSchedule),
  x12('866', 'SQ', X12_866, readProductionSequence),
  x12('997', 'FA', X12_997, readFunctionalAcknowledgement),
  x12('999', 'FA', X12_999, readFunctionalAcknowledgement),
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
