import type { TransportHappening, TransportStatusStatement } from '@intakt/contract';
import { peek, type Segment, take, text } from '../segment.ts';
import { REC24_STATUSES } from '../transport-codes.ts';
import { child, children } from '../tree.ts';
import { readDates } from './dates.ts';
import { readLabelNumbers } from './desadv-packaging.ts';
import { instantUnder, readFunction, readHeading } from './heading.ts';
import { compact, pickParty, readNadParties } from './party.ts';
import { type Reading, readText, referenceUnder } from './reading.ts';
import { readLocation, readMode, readVehicle, referencesUnder } from './transport.ts';

/** 2005: 334 status change, else when it arrived, left, was delivered or collected; 132 and 17 are estimates. */
const HAPPENED = ['334', '178', '186', '35', '200', '404', '403', '143', '310'];
const ESTIMATED = ['132', '17'];
const DESPATCH_NOTES = ['DQ', 'AAU', 'AAK'];

/** IFTSTA: one statement per consignment (CNI), one happening per STS. */
export function readTransportStatus(message: Segment, reading: Reading): TransportStatusStatement[] {
  const { at, number } = readHeading(message, reading, 'a report number');
  const parties = readNadParties(reading, message);
  const dates = readDates(reading, children(message, 'DTM'));
  const head = {
    reportNumber: number,
    function: readFunction(reading, at),
    reportedAt: instantUnder(dates, reading, '137'),
    carrier: pickParty(parties, 'CA', 'FW'),
    consignor: pickParty(parties, 'CZ'),
    consignee: pickParty(parties, 'CN'),
  };
  const shipTo = pickParty(parties, 'DP', 'ST');
  return children(message, 'CNI').map((cni) => {
    take(cni, 1);
    const stss = children(cni, 'STS');
    const nodes = [message, ...stss];
    return compact({
      kind: 'transport-status' as const,
      position: reading.position(cni),
      ...head,
      consignment: text(cni, 2, 1),
      transportReference: nodes.map((node) => referenceUnder(node, 'CRN', 'SRN', 'AAS')).find(Boolean),
      despatchNotes: referencesUnder(nodes, ...DESPATCH_NOTES),
      shipTo: shipTo ?? stss.map((sts) => pickParty(readNadParties(reading, sts), 'DP', 'ST', 'CN')).find(Boolean),
      ...readMeans(stss, reading),
      happenings: stss.map((sts) => readHappening(sts, reading)),
    });
  });
}

function readMeans(stss: Segment[], reading: Reading): Pick<TransportStatusStatement, 'mode' | 'vehicle'> {
  const tdt = stss.flatMap((sts) => children(sts, 'TDT'))[0];
  const eqd = stss.flatMap((sts) => children(sts, 'EQD'))[0];
  take(tdt, 1);
  return { mode: readMode(tdt, reading), vehicle: readVehicle(eqd, tdt) };
}

/** STS: C601 kind of status, C555 the status, C556 its reason. */
function readHappening(sts: Segment, reading: Reading): TransportHappening {
  take(sts, 1);
  const code = text(sts, 2, 1) ?? '';
  const dates = readDates(reading, children(sts, 'DTM'), [...HAPPENED, ...ESTIMATED]);
  const ftx = child(sts, 'FTX');
  if (peek(ftx, 4)) take(ftx, 1);
  return compact({
    position: reading.position(sts),
    status: REC24_STATUSES[code] ?? ('other' as const),
    code,
    reason: text(sts, 3, 1),
    text: text(sts, 2, 4) ?? readText(ftx),
    at: instantUnder(dates, reading, ...HAPPENED),
    expectedAt: instantUnder(dates, reading, ...ESTIMATED),
    place: readLocation(child(sts, 'LOC')),
    units: children(sts, 'GID').flatMap((gid) => {
      take(gid, 1);
      return children(gid, 'PCI').flatMap(readLabelNumbers);
    }),
  });
}
