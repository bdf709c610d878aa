import type { TransportedGoods, TransportOrderStatement } from '@intakt/contract';
import { FUNCTION_BGM, MODE_8067 } from '../codes.ts';
import { TOTALS } from '../transport-codes.ts';
import { type Control, decimal } from './control.ts';
import { also, type EdifactMessage, type EdifactSegment, labels, moment, nad, rff, writeEdifact } from './edifact.ts';

/** IFTMIN D.01B: one message per statement. */
export function encodeIftmin(statements: TransportOrderStatement[], control: Control): Uint8Array {
  return writeEdifact(
    statements.map((statement) => writeOrder(statement, control)),
    control,
  );
}

function writeOrder(statement: TransportOrderStatement, control: Control): EdifactMessage {
  const { orderNumber, function: kind, collectUntil, deliverUntil, mode, vehicle, despatchNotes } = statement;
  return {
    identifier: ['IFTMIN', 'D', '01B', 'UN'],
    segments: [
      ['BGM', '610', orderNumber, kind === 'unspecified' ? '' : FUNCTION_BGM[kind]],
      ...moment('137', statement.orderedAt, control),
      ...moment(collectUntil ? '234' : '200', statement.collectAt, control),
      ...moment('235', collectUntil, control),
      ...moment(deliverUntil ? '64' : '2', statement.deliverAt, control),
      ...moment('63', deliverUntil, control),
      ...total(TOTALS.grossMass, statement.grossMassKg, 'KGM'),
      ...total(TOTALS.packages, statement.packages),
      ...total(TOTALS.volume, statement.volumeCubicMeters, 'MTQ'),
      ...total(TOTALS.loadingMeters, statement.loadingMeters),
      ...rff('CRN', statement.transportReference),
      ...despatchNotes.flatMap((note) => rff('DQ', note)),
      ...(mode || vehicle
        ? [['TDT', '20', '', mode ? MODE_8067[mode] : '', '', '', '', '', [vehicle]] as EdifactSegment]
        : []),
      ...writeParties(statement),
      ...statement.goods.flatMap(writeGoods),
    ],
  };
}

const writeParties = (statement: TransportOrderStatement): EdifactSegment[] =>
  (
    [
      ['CZ', statement.consignor],
      ['CN', statement.consignee],
      ['CA', statement.carrier],
      ['OB', statement.orderer],
      ['SF', statement.shipFrom],
      ['ST', statement.shipTo],
    ] as const
  ).flatMap(([role, party]) => [...nad(role, party), ...also(party)]);

const total = (qualifier: string, value: number | undefined, unit = ''): EdifactSegment[] =>
  value === undefined ? [] : [['CNT', [qualifier, decimal(value), unit]]];

function writeGoods(goods: TransportedGoods): EdifactSegment[] {
  const { line, packages, packaging, description, gtin, grossMassKg, volumeCubicMeters, dangerous } = goods;
  const { minimum, maximum } = goods.temperatureCelsius ?? {};
  const celsius = (degrees: number | undefined) => (degrees === undefined ? '' : decimal(degrees));
  return [
    ['GID', String(line), [packages === undefined ? '' : decimal(packages), packaging]],
    ...(goods.temperatureCelsius ? [['RNG', '5', ['CEL', celsius(minimum), celsius(maximum)]] as EdifactSegment] : []),
    ...(gtin ? [['PIA', '5', [gtin, 'SRV']] as EdifactSegment] : []),
    ...(description ? [['FTX', 'AAA', '', '', description] as EdifactSegment] : []),
    ...measure('AAB', 'KGM', grossMassKg),
    ...measure('ABJ', 'MTQ', volumeCubicMeters),
    ...labels(goods.units),
    ...(dangerous ? [['DGS', 'ADR', dangerous.hazardClass, dangerous.unNumber] as EdifactSegment] : []),
  ];
}

const measure = (kind: string, unit: string, value: number | undefined): EdifactSegment[] =>
  value === undefined ? [] : [['MEA', 'AAE', kind, [unit, decimal(value)]]];
