export type Dimension =
  | 'count'
  | 'mass'
  | 'length'
  | 'area'
  | 'volume'
  | 'time'
  | 'energy'
  | 'set'
  | 'roll'
  | 'sheet'
  | 'package'
  | 'pallet'
  | 'kit'
  | 'page'
  | 'cycle';

export interface UnitRow {
  /** UN/ECE Recommendation 20 code, the form that Intakt stores. */
  code: string;
  name: string;
  dimension: Dimension;
  /** How many of the dimension's base unit (piece, gram, metre, square metre, litre, second, joule) one of it is. */
  factor: number;
  /** X12 data element 355. */
  x12?: readonly string[];
  /** EDIFACT data element 6411, where older directories differ from Recommendation 20. */
  edifact?: readonly string[];
  /** Catena-X (SAMM) unit, without the prefix `unit:`. */
  catenaX?: readonly string[];
  /** What ERP systems and people write; used only where no code system is named. */
  loose?: readonly string[];
}

/** The units that the trade's messages use. C62 ("one") and EA ("each") are pieces under other names. */
export const UNITS: readonly UnitRow[] = [
  {
    code: 'H87',
    name: 'piece',
    dimension: 'count',
    factor: 1,
    x12: ['PC', 'EA', 'UN'],
    edifact: ['PCE', 'NMB'],
    catenaX: ['piece', 'count', 'unitUsage'],
    loose: ['ST', 'STK', 'PCS', 'PCE', 'PC', 'PIECE', 'PIECES'],
  },
  { code: 'C62', name: 'one', dimension: 'count', factor: 1, catenaX: ['one'] },
  { code: 'EA', name: 'each', dimension: 'count', factor: 1, catenaX: ['each'] },
  { code: 'PR', name: 'pair', dimension: 'count', factor: 2, x12: ['PR'], catenaX: ['pair'], edifact: ['NPR'] },
  { code: 'DZN', name: 'dozen', dimension: 'count', factor: 12, x12: ['DZ'], catenaX: ['dozen'] },
  { code: 'CEN', name: 'hundred', dimension: 'count', factor: 100, x12: ['HU'], catenaX: ['hundred'] },
  { code: 'GRO', name: 'gross', dimension: 'count', factor: 144, x12: ['GS'], catenaX: ['gross'] },
  { code: 'MIL', name: 'thousand', dimension: 'count', factor: 1000, x12: ['TH'], catenaX: ['thousand'] },
  { code: 'SET', name: 'set', dimension: 'set', factor: 1, x12: ['ST'], catenaX: ['set'] },
  { code: 'KT', name: 'kit', dimension: 'kit', factor: 1, x12: ['KT'], catenaX: ['kit'] },
  { code: 'RO', name: 'roll', dimension: 'roll', factor: 1, x12: ['RL', 'RO'], edifact: ['RL'], catenaX: ['roll'] },
  { code: 'ST', name: 'sheet', dimension: 'sheet', factor: 1, x12: ['SH'], catenaX: ['sheet'] },
  { code: 'XPK', name: 'package', dimension: 'package', factor: 1, x12: ['PK'], edifact: ['PK'], catenaX: ['package'] },
  { code: 'XPX', name: 'pallet', dimension: 'pallet', factor: 1, x12: ['PL'], edifact: ['PF'], loose: ['PAL'] },
  { code: 'ZP', name: 'page', dimension: 'page', factor: 1, catenaX: ['page'] },
  { code: 'B7', name: 'cycle', dimension: 'cycle', factor: 1, catenaX: ['cycle'] },
  {
    code: 'MGM',
    name: 'milligram',
    dimension: 'mass',
    factor: 0.001,
    x12: ['ME'],
    catenaX: ['milligram'],
    loose: ['MG'],
  },
  { code: 'GRM', name: 'gram', dimension: 'mass', factor: 1, x12: ['GR'], catenaX: ['gram'], loose: ['G'] },
  { code: 'KGM', name: 'kilogram', dimension: 'mass', factor: 1000, x12: ['KG'], catenaX: ['kilogram'], loose: ['KG'] },
  {
    code: 'TNE',
    name: 'tonne',
    dimension: 'mass',
    factor: 1_000_000,
    x12: ['MP'],
    catenaX: ['tonneMetricTon'],
    loose: ['TO', 'T'],
  },
  {
    code: 'LBR',
    name: 'pound',
    dimension: 'mass',
    factor: 453.59237,
    x12: ['LB'],
    catenaX: ['pound'],
    loose: ['LB', 'LBS'],
  },
  {
    code: 'ONZ',
    name: 'ounce',
    dimension: 'mass',
    factor: 28.349523125,
    x12: ['OZ'],
    catenaX: ['ounceAvoirdupois'],
    loose: ['OZ'],
  },
  {
    code: 'STN',
    name: 'short ton',
    dimension: 'mass',
    factor: 907_184.74,
    x12: ['TN', 'STN'],
    catenaX: ['tonUsOrShortTonUkorus'],
  },
  {
    code: 'MMT',
    name: 'millimetre',
    dimension: 'length',
    factor: 0.001,
    x12: ['MM'],
    catenaX: ['millimetre'],
    loose: ['MM'],
  },
  {
    code: 'CMT',
    name: 'centimetre',
    dimension: 'length',
    factor: 0.01,
    x12: ['CM'],
    catenaX: ['centimetre'],
    loose: ['CM'],
  },
  { code: 'DMT', name: 'decimetre', dimension: 'length', factor: 0.1, catenaX: ['decimetre'], loose: ['DM'] },
  { code: 'MTR', name: 'metre', dimension: 'length', factor: 1, x12: ['MR'], catenaX: ['metre'], loose: ['M', 'LM'] },
  {
    code: 'KMT',
    name: 'kilometre',
    dimension: 'length',
    factor: 1000,
    x12: ['DK'],
    catenaX: ['kilometre'],
    loose: ['KM'],
  },
  { code: 'INH', name: 'inch', dimension: 'length', factor: 0.0254, x12: ['IN'], catenaX: ['inch'], loose: ['IN'] },
  {
    code: 'FOT',
    name: 'foot',
    dimension: 'length',
    factor: 0.3048,
    x12: ['FT', 'LF'],
    catenaX: ['foot'],
    loose: ['FT'],
  },
  { code: 'YRD', name: 'yard', dimension: 'length', factor: 0.9144, x12: ['YD'], catenaX: ['yard'], loose: ['YD'] },
  { code: 'SMI', name: 'mile', dimension: 'length', factor: 1609.344, x12: ['DH'], catenaX: ['mile'] },
  {
    code: 'CMK',
    name: 'square centimetre',
    dimension: 'area',
    factor: 0.0001,
    x12: ['SC'],
    catenaX: ['squareCentimetre'],
  },
  {
    code: 'MTK',
    name: 'square metre',
    dimension: 'area',
    factor: 1,
    x12: ['SM'],
    catenaX: ['squareMetre'],
    loose: ['M2', 'QM'],
  },
  { code: 'INK', name: 'square inch', dimension: 'area', factor: 0.00064516, x12: ['SI'], catenaX: ['squareInch'] },
  { code: 'FTK', name: 'square foot', dimension: 'area', factor: 0.09290304, x12: ['SF'], catenaX: ['squareFoot'] },
  { code: 'YDK', name: 'square yard', dimension: 'area', factor: 0.83612736, x12: ['SY'], catenaX: ['squareYard'] },
  {
    code: 'MLT',
    name: 'millilitre',
    dimension: 'volume',
    factor: 0.001,
    x12: ['ML'],
    catenaX: ['millilitre'],
    loose: ['ML'],
  },
  {
    code: 'CMQ',
    name: 'cubic centimetre',
    dimension: 'volume',
    factor: 0.001,
    x12: ['CC'],
    catenaX: ['cubicCentimetre'],
  },
  { code: 'DMQ', name: 'cubic decimetre', dimension: 'volume', factor: 1, x12: ['C8'], catenaX: ['cubicDecimetre'] },
  { code: 'LTR', name: 'litre', dimension: 'volume', factor: 1, x12: ['LT'], catenaX: ['litre'], loose: ['L'] },
  { code: 'HLT', name: 'hectolitre', dimension: 'volume', factor: 100, catenaX: ['hectolitre'], loose: ['HL'] },
  {
    code: 'MTQ',
    name: 'cubic metre',
    dimension: 'volume',
    factor: 1000,
    x12: ['CR'],
    catenaX: ['cubicMetre'],
    loose: ['M3'],
  },
  { code: 'INQ', name: 'cubic inch', dimension: 'volume', factor: 0.016387064, x12: ['CI'], catenaX: ['cubicInch'] },
  { code: 'FTQ', name: 'cubic foot', dimension: 'volume', factor: 28.316846592, x12: ['CF'], catenaX: ['cubicFoot'] },
  { code: 'YDQ', name: 'cubic yard', dimension: 'volume', factor: 764.554857984, x12: ['CY'], catenaX: ['cubicYard'] },
  { code: 'GLL', name: 'gallon (US)', dimension: 'volume', factor: 3.785411784, x12: ['GA'], catenaX: ['gallonUs'] },
  { code: 'SEC', name: 'second', dimension: 'time', factor: 1, x12: ['03'], catenaX: ['secondUnitOfTime'] },
  { code: 'MIN', name: 'minute', dimension: 'time', factor: 60, x12: ['MJ'], catenaX: ['minuteUnitOfTime'] },
  { code: 'HUR', name: 'hour', dimension: 'time', factor: 3600, x12: ['HR'], catenaX: ['hourUnitOfTime'] },
  { code: 'DAY', name: 'day', dimension: 'time', factor: 86_400, x12: ['DA'], catenaX: ['day'] },
  {
    code: 'KWH',
    name: 'kilowatt hour',
    dimension: 'energy',
    factor: 3_600_000,
    x12: ['KH'],
    catenaX: ['kilowattHour'],
  },
];
