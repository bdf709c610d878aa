import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { callOffs, deliveryNotes, type VdaBody } from './edi-vda-files.ts';

/** The messages that suppliers and plants exchange every day, in the dialects of the automotive trade; 4905 and 4913 are VDA's. */
export const FORMATS = ['DESADV', 'DELFOR', '856', '830', '4905', '4913'] as const;
export type EdiFormat = (typeof FORMATS)[number];

/** What a written file holds, so that whoever reads it can be held against it. */
export interface Written {
  bytes: number;
  interchanges: number;
  messages: number;
  segments: number;
  /** Schedules, or lines of despatch advices. */
  lines: number;
}

/** An interchange of a plant or supplier holds what came up since the last one. */
const MESSAGES_PER_INTERCHANGE = 20;

/**
 * Writes interchanges of one format one after the other until the file has its size. Messages have the size that they
 * have in the trade: a truck's despatch advice of 30 to 90 lines, a release of 8 to 24 articles over a year.
 */
export async function writeEdiFile(file: string, format: EdiFormat, megabytes: number): Promise<Written> {
  const out = createWriteStream(file);
  const written: Written = { bytes: 0, interchanges: 0, messages: 0, segments: 0, lines: 0 };
  const chance = new Chance(20260302);
  while (written.bytes < megabytes * 1e6) {
    const { text, segments, lines } = WRITERS[format](++written.interchanges, chance);
    const bytes = Buffer.from(text, 'latin1');
    written.bytes += bytes.length;
    written.messages += MESSAGES_PER_INTERCHANGE;
    written.segments += segments;
    written.lines += lines;
    if (!out.write(bytes)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  return written;
}

function vda(number: number, chance: Chance, write: (number: number, chance: Chance, messages: number) => VdaBody) {
  const { records, lines } = write(number, chance, MESSAGES_PER_INTERCHANGE);
  return { text: `${records.join('\r\n')}\r\n`, segments: records.length, lines };
}

/** Numbers that look like chance and are the same in every run (Numerical Recipes' linear congruential generator). */
export class Chance {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }
  /** A whole number from `low` to `high`. */
  between(low: number, high: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return low + Math.floor((this.#state / 2 ** 32) * (high - low + 1));
  }
  pick<T>(list: readonly T[]): T {
    return list[this.between(0, list.length - 1)]!;
  }
}

interface Interchange {
  text: string;
  segments: number;
  lines: number;
}

const WRITERS: Record<EdiFormat, (number: number, chance: Chance) => Interchange> = {
  DESADV: (number, chance) => edifact(number, 'DESADV', chance, despatchAdvice),
  DELFOR: (number, chance) => edifact(number, 'DELFOR', chance, deliveryForecast),
  '856': (number, chance) => x12(number, { type: '856', group: 'SH' }, chance, shipNotice),
  '830': (number, chance) => x12(number, { type: '830', group: 'PS' }, chance, planningSchedule),
  '4905': (number, chance) => vda(number, chance, callOffs),
  '4913': (number, chance) => vda(number, chance, deliveryNotes),
};

interface Body {
  segments: string[];
  lines: number;
}

function edifact(number: number, type: string, chance: Chance, write: (document: number, chance: Chance) => Body) {
  const all = [`UNB+UNOC:3+O0013000089SUPPL:OD+O0013001221PLANT:OD+260302:0630+${number}++${type}`];
  let lines = 0;
  for (let m = 1; m <= MESSAGES_PER_INTERCHANGE; m++) {
    const body = write(number * MESSAGES_PER_INTERCHANGE + m, chance);
    lines += body.lines;
    all.push(`UNH+${m}+${type}:D:97A:UN`, ...body.segments, `UNT+${body.segments.length + 2}+${m}`);
  }
  all.push(`UNZ+${MESSAGES_PER_INTERCHANGE}+${number}`);
  return { text: `${all.join("'")}'`, segments: all.length, lines };
}

function x12(
  number: number,
  { type, group }: { type: string; group: string },
  chance: Chance,
  write: (document: number, chance: Chance) => Body,
) {
  const control = String(number).padStart(9, '0');
  const all = [
    `ISA*00*          *00*          *01*054481205      *01*123456789      *260302*0630*U*00401*${control}*0*P*>`,
    `GS*${group}*054481205*123456789*20260302*0630*${number}*X*004010`,
  ];
  let lines = 0;
  for (let m = 1; m <= MESSAGES_PER_INTERCHANGE; m++) {
    const body = write(number * MESSAGES_PER_INTERCHANGE + m, chance);
    const set = String(m).padStart(4, '0');
    lines += body.lines;
    all.push(`ST*${type}*${set}`, ...body.segments, `SE*${body.segments.length + 2}*${set}`);
  }
  all.push(`GE*${MESSAGES_PER_INTERCHANGE}*${number}`, `IEA*1*${control}`);
  return { text: `${all.join('~\n')}~\n`, segments: all.length, lines };
}

const part = (chance: Chance) => `${chance.between(1, 9)}K0 ${chance.between(100, 999)} ${chance.between(100, 999)} `;
const DESCRIPTIONS = ['BRACKET FRONT LH', 'BRACKET FRONT RH', 'WIRING HARNESS COCKPIT', 'SEAL DOOR REAR', 'HOUSING'];
const CONTAINERS = ['KLT6429', 'KLT4314', 'GLT114003', 'VDA006147'];

/** A truck: per line an outer label, and an inner label for each of its boxes. */
function despatchAdvice(document: number, chance: Chance): Body {
  const lines = chance.between(30, 90);
  const segments = [
    `BGM+351+${80000000 + document}+9`,
    'DTM+137:202603020630:203',
    'DTM+11:202603021000:203',
    'DTM+132:202603031400:203',
    `MEA+AAX+AAD+KGM:${chance.between(4000, 22000)}`,
    `RFF+CRN:T${document}`,
    'NAD+BY+0013001221::92++PLANT WEST',
    'NAD+SE+0013000089::92++SUPPLIER SEVEN GMBH+INDUSTRIESTRASSE 5+STUTTGART++70565+DE',
    'NAD+ST+0801::92++PLANT WEST HALL 8',
    'LOC+11+D17',
    'NAD+CA+TRUCKCO::92',
    'TDT+12++30++TRUCKCO',
    `EQD+TE+S-LK ${chance.between(1000, 9999)}`,
  ];
  let label = document * 10_000;
  for (let n = 1; n <= lines; n++) {
    const boxes = chance.between(1, 8);
    const each = chance.between(10, 250);
    segments.push(`CPS+${n}++3`, `PAC+${boxes}++${chance.pick(CONTAINERS)}::92`, `QTY+52:${each}:PCE`, 'PCI+17');
    segments.push(`RFF+AAT:${8_000_000_000 + label++}`);
    for (let b = 0; b < boxes; b++) segments.push(`GIN+ML+${8_000_000_000 + label++}`);
    segments.push(
      `LIN+${n}++${part(chance)}:IN`,
      `PIA+1+${chance.between(100000, 999999)}:SA`,
      `IMD+++:::${chance.pick(DESCRIPTIONS)}`,
      `MEA+AAX+AAL+KGM:${chance.between(1, 900)}.${chance.between(1, 9)}`,
      `QTY+12:${boxes * each}:PCE`,
      `QTY+3:${chance.between(10_000, 900_000)}:PCE`,
      'ALI+DE',
      `RFF+ON:55000${chance.between(10000, 99999)}:${n * 10}`,
      `LOC+159+LINE ${chance.between(1, 40)}`,
    );
  }
  segments.push(`CNT+2:${lines}`);
  return { segments, lines };
}

/** Articles with their cumulatives, a fortnight of days, then weeks, then months. */
function deliveryForecast(document: number, chance: Chance): Body {
  const lines = chance.between(8, 24);
  const segments = [
    `BGM+241+${document}+9`,
    'DTM+137:20260302:102',
    'DTM+158:20260302:102',
    'DTM+159:20270301:102',
    'NAD+BY+0013001221::92++PLANT WEST',
    'NAD+SE+0013000089::92++SUPPLIER SEVEN GMBH+INDUSTRIESTRASSE 5+STUTTGART++70565+DE',
    'GIS+37',
    'NAD+ST+0801::92++PLANT WEST HALL 8',
    'LOC+11+D17',
  ];
  for (let n = 1; n <= lines; n++) {
    segments.push(
      `LIN+${n}++${part(chance)}:IN`,
      `PIA+1+${chance.between(100000, 999999)}:SA`,
      `IMD+++:::${chance.pick(DESCRIPTIONS)}`,
      `LOC+159+LINE ${chance.between(1, 40)}`,
      `FTX+LIN+++DELIVER IN SEQUENCE OF THE DAY`,
      `RFF+ON:55000${chance.between(10000, 99999)}:${n * 10}`,
      `RFF+AAN:${document}`,
      'DTM+171:20260302:102',
      `RFF+AIF:${document - 1}`,
      `QTY+70:${chance.between(10_000, 900_000)}:PCE`,
      'DTM+51:20260101:102',
      'DTM+52:20260301:102',
      `QTY+48:${chance.between(100, 900)}:PCE`,
      'DTM+50:20260227:102',
      `RFF+AAU:${chance.between(70_000_000, 79_999_999)}`,
      'SCC+1',
    );
    for (let d = 3; d <= 16; d++) segments.push(quantity(chance), `DTM+2:202603${String(d).padStart(2, '0')}:102`);
    segments.push('SCC+4');
    for (let week = 12; week <= 26; week++) segments.push(quantity(chance), `DTM+2:2026${week}:616`);
    for (let month = 7; month <= 12; month++)
      segments.push(quantity(chance), `DTM+2:2026${String(month).padStart(2, '0')}:610`);
  }
  return { segments, lines };
}

const quantity = (chance: Chance) => `QTY+113:${chance.between(1, 40) * 24}:PCE`;

/** A shipment with its tares, each with one item and the labels of its packs. */
function shipNotice(document: number, chance: Chance): Body {
  const lines = chance.between(30, 90);
  const segments = [
    `BSN*00*${80000000 + document}*20260302*0630`,
    'DTM*011*20260302*1000',
    'HL*1**S',
    `MEA*PD*G*${chance.between(9000, 44000)}*LB`,
    `TD1*PLT90*${lines}`,
    'TD5*B*2*TRKC*M*TRUCK COMPANY',
    `TD3*TL**${chance.between(100000, 999999)}`,
    `REF*BM*B${document}`,
    'REF*DK*D17',
    'N1*ST*PLANT WEST HALL 8*92*0801',
    'N1*SU*SUPPLIER SEVEN INC*92*0013000089',
    'N3*5 INDUSTRY DRIVE',
    'N4*TOLEDO*OH*43604*US',
  ];
  let level = 1;
  let label = document * 10_000;
  for (let n = 1; n <= lines; n++) {
    const packs = chance.between(1, 8);
    const each = chance.between(10, 250);
    segments.push(
      `HL*${++level}*1*T`,
      `PKG*F****${chance.pick(CONTAINERS)}`,
      `REF*LS*M${8_000_000_000 + label++}`,
      `HL*${++level}*${level - 1}*I`,
      `LIN*${n}*BP*${part(chance).trim()}*VP*${chance.between(100000, 999999)}*PO*55000${chance.between(10000, 99999)}`,
      `SN1**${packs * each}*PC*${chance.between(10_000, 900_000)}`,
      `PID*F****${chance.pick(DESCRIPTIONS)}`,
    );
    const item = level;
    for (let p = 0; p < packs; p++)
      segments.push(`HL*${++level}*${item}*P`, `SN1**${each}*PC`, `REF*LS*S${8_000_000_000 + label++}`);
  }
  segments.push(`CTT*${level}`);
  return { segments, lines };
}

/** Articles with authorisations and cumulatives, days, weeks and months. */
function planningSchedule(document: number, chance: Chance): Body {
  const lines = chance.between(8, 24);
  const segments = [
    `BFR*05*${document}*R${document}*DL*A*20260302*20270301*20260302`,
    'N1*BY*PLANT WEST*92*0013001221',
    'N1*SU*SUPPLIER SEVEN INC*92*0013000089',
    'N3*5 INDUSTRY DRIVE',
    'N4*TOLEDO*OH*43604*US',
  ];
  for (let n = 1; n <= lines; n++) {
    segments.push(
      `LIN*${n}*BP*${part(chance).trim()}*VP*${chance.between(100000, 999999)}*PO*55000${chance.between(10000, 99999)}`,
      'UIT*PC',
      `PID*F****${chance.pick(DESCRIPTIONS)}`,
      'REF*DK*D17',
      'PER*BD*MATERIAL PLANNER 17*TE*5551234',
      'N1*ST*PLANT WEST HALL 8*92*0801',
      `SDP*Y*Y`,
    );
    for (let d = 3; d <= 16; d++) segments.push(`${forecast(chance)}*C*D*202603${String(d).padStart(2, '0')}`);
    for (let week = 0; week < 14; week++) segments.push(`${forecast(chance)}*D*W*${monday(week)}`);
    for (let month = 7; month <= 12; month++)
      segments.push(`${forecast(chance)}*D*M*2026${String(month).padStart(2, '0')}01`);
    segments.push(
      `ATH*FI*20260316*${chance.between(100_000, 900_000)}**20260101`,
      `ATH*MT*20260420*${chance.between(900_000, 1_900_000)}**20260101`,
    );
    const shipped = chance.between(10_000, 900_000);
    segments.push(
      `SHP*01*${chance.between(100, 900)}*011*20260227`,
      `REF*SI*${chance.between(70_000_000, 79_999_999)}`,
      `SHP*02*${shipped}*011*20260101**20260301`,
    );
  }
  segments.push(`CTT*${lines}`);
  return { segments, lines };
}

const forecast = (chance: Chance) => `FST*${chance.between(1, 40) * 24}`;
const monday = (week: number) =>
  new Date(Date.UTC(2026, 2, 16 + 7 * week)).toISOString().slice(0, 10).replaceAll('-', '');
