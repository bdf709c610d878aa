import type { TransportedGoods, TransportOrderStatement } from '@intakt/contract';
import { KILOGRAMS } from '../codes.ts';
import { peek, type Segment, take, text } from '../segment.ts';
import { CUBIC_METERS, TOTALS } from '../transport-codes.ts';
import { child, children } from '../tree.ts';
import { readDates } from './dates.ts';
import { readLabelNumbers } from './desadv-packaging.ts';
import { instantUnder, readFunction, readHeading } from './heading.ts';
import { LineNumbers } from './line-numbers.ts';
import { readFurtherNumbers } from './part.ts';
import { compact, completed, pickParty, readNadParties } from './party.ts';
import { type Reading, readNumber, readText, referenceUnder } from './reading.ts';
import { readMass, readMode, readTotal, readVehicle, readVolume, referencesUnder } from './transport.ts';

/** 2005: collection 234 to 235 or at 200, planned or estimated departure; delivery 64 to 63 or at 2, estimated arrival. */
const COLLECTION = ['234', '200', '133', '189', '136'];
const DELIVERY = ['64', '2', '17', '132'];
const DESPATCH_NOTES = ['DQ', 'AAU', 'AAK'];

/** IFTMIN: one statement per message. */
export function readTransportInstruction(message: Segment, reading: Reading): TransportOrderStatement[] {
  const { at, number } = readHeading(message, reading, 'the number of the transport order');
  const tdt = child(message, 'TDT');
  const dtms = [...children(message, 'DTM'), ...(tdt ? children(tdt, 'DTM') : [])];
  const dates = readDates(reading, dtms, ['137', ...COLLECTION, '235', ...DELIVERY, '63']);
  take(tdt, 1);
  const numbers = new LineNumbers();
  return [
    compact({
      kind: 'transport-order' as const,
      position: reading.position(at),
      orderNumber: number,
      function: readFunction(reading, at),
      orderedAt: instantUnder(dates, reading, '137'),
      ...readRoles(message, reading),
      collectAt: instantUnder(dates, reading, ...COLLECTION),
      collectUntil: instantUnder(dates, reading, '235'),
      deliverAt: instantUnder(dates, reading, ...DELIVERY),
      deliverUntil: instantUnder(dates, reading, '63'),
      mode: readMode(tdt, reading),
      vehicle: readVehicle(child(message, 'EQD'), tdt),
      transportReference: referenceUnder(message, 'CRN', 'SRN', 'AAS', 'CU') ?? text(tdt, 2),
      despatchNotes: referencesUnder([message], ...DESPATCH_NOTES),
      grossMassKg: readTotal(message, TOTALS.grossMass, reading, KILOGRAMS),
      volumeCubicMeters: readTotal(message, TOTALS.volume, reading, CUBIC_METERS),
      loadingMeters: readTotal(message, TOTALS.loadingMeters, reading),
      packages: readTotal(message, TOTALS.packages, reading),
      goods: children(message, 'GID').map((gid) => readGoods(gid, numbers, reading)),
    }),
  ];
}

/** NAD 3035. Who instructs is the consignor, unless the message names another. */
function readRoles(message: Segment, reading: Reading) {
  const parties = readNadParties(reading, message);
  return {
    orderer: pickParty(parties, 'OB', 'OY', 'PO', 'FP'),
    carrier: completed(pickParty(parties, 'CA', 'FW'), reading.receiver),
    consignor: completed(pickParty(parties, 'CZ', 'SE', 'SU'), reading.sender),
    consignee: pickParty(parties, 'CN', 'UC', 'BY', 'DP') ?? {},
    shipFrom: pickParty(parties, 'SF', 'PW', 'LP'),
    shipTo: pickParty(parties, 'ST', 'DP', 'UP'),
  };
}

/** 6313 of gross weight and volume; X7E is EANCOM's code for the weight of a goods item. */
const GROSS = ['G', 'AAB', 'AAD', 'AAE', 'AAG', 'X7E', 'WT'];
const VOLUMES = ['AAW', 'ABJ', 'AAX'];

/** GID: number of the item, C213 packages and their kind; then what it is, weighs, holds and needs. */
function readGoods(gid: Segment, numbers: LineNumbers, reading: Reading): TransportedGoods {
  const meas = children(gid, 'MEA');
  const ftx = children(gid, 'FTX').find((segment) => peek(segment, 1) === 'AAA');
  take(ftx, 1);
  take(gid, 2, 4);
  return compact({
    line: numbers.take(text(gid, 1)),
    packages: readNumber(reading, gid, 2, 1),
    packaging: text(gid, 2, 2) ?? text(gid, 2, 5),
    description: readText(ftx),
    gtin: readFurtherNumbers(reading, gid).gtin,
    grossMassKg: readMass(reading, meas, GROSS),
    volumeCubicMeters: readVolume(reading, meas, VOLUMES),
    units: children(gid, 'PCI').flatMap(readLabelNumbers),
    dangerous: readDanger(child(gid, 'DGS')),
    temperatureCelsius: readTemperature(gid, reading),
  });
}

/** DGS: the regulation, C205 the class, C234 the UN number. */
function readDanger(dgs: Segment | undefined): TransportedGoods['dangerous'] {
  if (!dgs) return undefined;
  take(dgs, 1);
  return compact({ hazardClass: text(dgs, 2, 1), unNumber: text(dgs, 3, 1) });
}

/** RNG the limits of what TMP sets; without them the set temperature is both. */
function readTemperature(gid: Segment, reading: Reading): TransportedGoods['temperatureCelsius'] {
  const [tmp, rng] = ['TMP', 'RNG'].map((tag) => children(gid, tag)[0]);
  if (tmp && peek(tmp, 2, 2) === 'CEL') for (const component of [1, 2]) take(tmp, 2, component);
  if (!rng) {
    const set = tmp && peek(tmp, 2, 2) === 'CEL' ? readNumber(reading, tmp, 2, 1) : undefined;
    take(tmp, 1);
    return set === undefined ? undefined : { minimum: set, maximum: set };
  }
  if (peek(rng, 2, 1) !== 'CEL') return undefined;
  for (const segment of [tmp, rng]) take(segment, 1);
  take(rng, 2, 1);
  return compact({ minimum: readNumber(reading, rng, 2, 2), maximum: readNumber(reading, rng, 2, 3) });
}
