import { type FieldKind, type RecordDefinition, record, repeated } from './record-table.ts';

const CALLS: [string, number, FieldKind][] = [
  ['date', 6, 'day'],
  ['quantity', 9, 'number'],
];

/**
 * VDA 4905, issue 4 (April 1996), delivery call-offs. Later versions of a record only fill places that were blank
 * before, so one table reads them all: the day of zeroing (511), the cumulative quantity before it (515) and the
 * counter of 515 (519) came with version 02.
 */
export const RECORDS_4905: readonly RecordDefinition[] = [
  record(
    '511',
    '01 02',
    'header of the transmission',
    `customer 6-14 text
     supplier 15-23 text
     previousTransmission 24-28 text
     transmission 29-33 text
     transmittedOn 34-39 day
     zeroedOn 40-45 day`,
  ),
  record(
    '512',
    '01 02',
    'call-off of one article',
    `plant 6-8 text
     callOff 9-17 text
     callOffOn 18-23 day
     previousCallOff 24-32 text
     previousCallOffOn 33-38 day
     customerPart 39-60 text
     supplierPart 61-82 text
     order 83-94 text
     unloadingPoint 95-99 text
     customerSign 100-103 text
     unit 104-105 text
     interval 106-106 text
     productionRelease 107-107 text
     materialRelease 108-108 text
     usage 109-109 text
     allocation 110-116 text
     storageLocation 117-123 text`,
  ),
  record(
    '513',
    '01 02',
    'cumulative position and first quantities',
    `receivedOn 6-11 day
     despatchNote 12-19 text
     despatchedOn 20-25 day
     receivedQuantity 26-37 number3
     cumulativeReceived 38-47 number
     ${repeated(1, 5, 48, CALLS)}`,
  ),
  record('514', '01 02', 'further quantities', repeated(1, 8, 6, CALLS)),
  record(
    '515',
    '01 02',
    'authorisations and horizon',
    `productionFrom 6-11 day
     productionUntil 12-17 day
     productionCumulative 18-27 number
     materialFrom 28-33 day
     materialUntil 34-39 day
     materialCumulative 40-49 number
     substitutePart 50-71 text
     subSupplier 72-80 text
     horizonEnd 81-86 day
     pointOfUse 87-100 text
     cumulativeBeforeZeroing 101-110 number`,
  ),
  record(
    '517',
    '01 02',
    'packaging',
    `customerPackaging 6-27 text
     supplierPackaging 28-49 text
     capacity 50-56 number`,
  ),
  record(
    '518',
    '01 02',
    'texts',
    `text1 6-45 text
     text2 46-85 text
     text3 86-125 text`,
  ),
  record(
    '519',
    '01 02',
    'trailer',
    `count511 6-12 number
     count512 13-19 number
     count513 20-26 number
     count514 27-33 number
     count517 34-40 number
     count518 41-47 number
     count519 48-54 number
     count515 55-61 number`,
  ),
];
