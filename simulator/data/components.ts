/** A part that tier 2 makes to a tier-1 customer's drawing; one part per position. */
export interface DrawingRow {
  supplier: string;
  customer: string;
  /** Which of the customer's parts take it: those whose item begins with this text. */
  into: string;
  item: string;
  positions: string[];
  perParent: number;
  massKg: number;
  packaging: string;
  perPack: number;
  /** `material: quantity` per piece. */
  materials: Record<string, number>;
}

/** A part from a tier-2 supplier's own catalogue, bought by many. */
export interface CatalogueRow {
  supplier: string;
  item: string;
  positions: string[];
  customers: Record<string, number>;
  massKg: number;
  packaging: string;
  perPack: number;
  materials: Record<string, number>;
}

const drawing = (
  [supplier, customer]: [string, string],
  into: string,
  item: string,
  positions: string,
  [perParent, massKg]: [number, number],
  [packaging, perPack]: [string, number],
  materials: Record<string, number>,
): DrawingRow => ({
  supplier,
  customer,
  into,
  item,
  positions: positions ? positions.split(',') : [''],
  perParent,
  massKg,
  packaging,
  perPack,
  materials,
});

export const DRAWING_PARTS: DrawingRow[] = [
  drawing(['cellion', 'voltara'], 'Battery pack 62', 'Cell module NMC', '24s', [8, 29], ['glt', 24], {
    cathode: 9,
    lithium: 3,
    foil: 4,
    'aluminium-foil': 2,
    electrolyte: 0.8,
  }),
  drawing(['cellion', 'voltara'], 'Battery pack 82', 'Cell module NMC', '30s', [9, 34], ['glt', 24], {
    cathode: 11,
    lithium: 3.6,
    foil: 5,
    'aluminium-foil': 2.4,
    electrolyte: 1,
  }),
  drawing(['gussora', 'voltara'], 'Battery pack', 'Battery housing node', 'front,rear', [2, 3.1], ['glt', 60], {
    aluminium: 3.4,
  }),
  drawing(['leiterra', 'voltara'], 'Battery pack', 'Battery management board', '', [1, 0.3], ['carton', 40], {
    foil: 0.1,
  }),
  drawing(
    ['cabluna', 'voltara'],
    'High-voltage junction',
    'High-voltage lead',
    'plus,minus',
    [1, 0.6],
    ['klt6429', 40],
    { copper: 0.4 },
  ),
  drawing(['hydraflex', 'voltara'], 'Battery cooling', 'Cooling hose', '', [2, 0.2], ['klt6429', 60], { rubber: 0.2 }),
  drawing(['statora', 'triebora'], 'Rear drive', 'Stator stack rear', '', [1, 14], ['glt', 40], {
    'electrical-steel': 21,
  }),
  drawing(['statora', 'triebora'], 'Front drive', 'Stator stack front', '', [1, 11], ['glt', 40], {
    'electrical-steel': 17,
  }),
  drawing(['magnelis', 'triebora'], 'Rear drive unit', 'Rotor magnet set', '', [1, 1.8], ['klt6147', 24], {
    'rare-earth': 0.7,
    dysprosium: 0.05,
  }),
  drawing(['gussora', 'triebora'], 'Rear drive unit', 'Drive housing', 'gear side,motor side', [1, 6.2], ['glt', 24], {
    aluminium: 6.9,
  }),
  drawing(
    ['schmieda', 'triebora'],
    'Rear drive',
    'Gear wheel blank',
    'input,intermediate,output',
    [1, 2.1],
    ['klt6147', 12],
    { 'wire-rod': 2.6 },
  ),
  drawing(['optiva', 'leuchtra'], 'LED headlamp', 'Lens LED', 'low beam,high beam', [1, 0.2], ['klt6429', 40], {
    'glass-sheet': 0.3,
  }),
  drawing(['optiva', 'leuchtra'], 'Matrix headlamp', 'Matrix optic', '', [2, 0.3], ['klt6429', 24], {
    'glass-sheet': 0.4,
  }),
  drawing(['spritzla', 'leuchtra'], 'Tail lamp', 'Tail lamp housing', '', [1, 0.6], ['glt', 60], { polyolefin: 0.6 }),
  drawing(['leiterra', 'leuchtra'], 'Matrix headlamp', 'LED driver board', '', [1, 0.1], ['carton', 80], {
    foil: 0.05,
  }),
  drawing(['schaumra', 'sedana'], 'Front seat', 'Seat foam', 'cushion,back', [1, 1.4], ['glt', 40], { polyol: 1.5 }),
  drawing(['schaumra', 'sedana'], 'Rear b', 'Bench foam', '', [1, 2.3], ['glt', 30], { polyol: 2.4 }),
  drawing(['textilana', 'sedana'], 'Front seat', 'Seat cover', 'cushion,back', [1, 0.8], ['glt', 120], { yarn: 0.7 }),
  drawing(['stanzela', 'sedana'], 'Front seat', 'Seat rail', 'inner,outer', [1, 2.2], ['glt', 120], { steel: 2.6 }),
  drawing(['motrika', 'sedana'], 'Front seat premium', 'Seat motor', 'height,length', [1, 0.6], ['klt6147', 20], {
    copper: 0.15,
  }),
  drawing(['spritzla', 'cockpitek'], 'Instrument panel', 'Panel carrier', '', [1, 4.1], ['rack-seat', 16], {
    polyolefin: 4.3,
  }),
  drawing(['displaya', 'cockpitek'], 'Centre console', 'Touch control strip', '', [1, 0.2], ['carton', 60], {
    foil: 0.02,
  }),
  drawing(['textilana', 'cockpitek'], 'Instrument panel', 'Panel skin', '', [1, 1.1], ['glt', 80], { yarn: 0.5 }),
  drawing(['cabluna', 'kabela'], 'Main harness', 'Cable set', 'signal,power', [1, 6], ['glt', 40], { copper: 4.1 }),
  drawing(['cabluna', 'kabela'], 'High-voltage cable', 'Shielded cable', '50 mm²', [1, 2.4], ['glt', 60], {
    copper: 2.1,
  }),
  drawing(['stanzela', 'bremstal'], 'Brake disc', 'Disc bell', '', [1, 1.1], ['glt', 200], { steel: 1.4 }),
  drawing(['gussora', 'bremstal'], 'Front brake', 'Caliper casting', '', [1, 2.2], ['glt', 120], { aluminium: 2.4 }),
  drawing(['motrika', 'bremstal'], 'Parking brake', 'Actuator motor', '', [1, 0.4], ['klt6147', 30], { copper: 0.1 }),
  drawing(['fedra', 'fahrvia'], 'Coil spring', 'Spring blank', '', [1, 2.8], ['glt', 200], { 'wire-rod': 2.9 }),
  drawing(['schmieda', 'fahrvia'], 'Wheel carrier', 'Carrier forging', 'left,right', [1, 4.6], ['glt', 60], {
    'wire-rod': 5.2,
  }),
  drawing(['schmieda', 'fahrvia'], 'Stabiliser', 'Stabiliser link', '', [2, 0.5], ['klt6147', 30], { 'wire-rod': 0.6 }),
  drawing(['motrika', 'lenkra'], 'Steering gear', 'Servo motor', '', [1, 2.1], ['klt6429', 8], { copper: 0.5 }),
  drawing(['schmieda', 'lenkra'], 'Tie rod', 'Tie rod end', '', [1, 0.4], ['klt6147', 40], { 'wire-rod': 0.5 }),
  drawing(['textilana', 'lenkra'], 'Steering wheel', 'Wheel cover', '', [1, 0.2], ['klt6429', 60], { yarn: 0.1 }),
  drawing(['hydraflex', 'klimatra'], 'Coolant line', 'Hose blank', '', [2, 0.3], ['glt', 200], { rubber: 0.3 }),
  drawing(['motrika', 'klimatra'], 'Climate unit', 'Blower motor', '', [1, 0.9], ['klt6429', 16], { copper: 0.2 }),
  drawing(['gussora', 'klimatra'], 'Coolant pump', 'Pump housing', '', [1, 0.3], ['klt6429', 40], { aluminium: 0.4 }),
  drawing(['stanzela', 'dorvana'], 'Window regulator', 'Regulator rail', '', [1, 0.6], ['klt6429', 40], { steel: 0.8 }),
  drawing(['motrika', 'dorvana'], 'Window regulator', 'Window motor', '', [1, 0.5], ['klt6147', 24], { copper: 0.1 }),
  drawing(['displaya', 'infomira'], 'Centre display', 'Panel 13"', '', [1, 0.7], ['carton', 12], {
    'glass-sheet': 0.5,
  }),
  drawing(['displaya', 'infomira'], 'Driver display', 'Panel 8"', '', [1, 0.3], ['carton', 24], { 'glass-sheet': 0.2 }),
  drawing(['leiterra', 'infomira'], 'Head unit', 'Main board', '', [1, 0.2], ['carton', 40], { foil: 0.1 }),
  drawing(['optiva', 'sensiva'], 'Front camera', 'Camera lens', '', [1, 0.02], ['carton', 200], {
    'glass-sheet': 0.03,
  }),
  drawing(['leiterra', 'sensiva'], 'Long-range radar', 'Antenna board', '', [1, 0.05], ['carton', 120], { foil: 0.02 }),
  drawing(['gasgena', 'safetra'], 'Driver airbag', 'Inflator driver', '', [1, 0.3], ['klt6147', 30], { steel: 0.3 }),
  drawing(['gasgena', 'safetra'], 'Curtain airbag', 'Inflator curtain', '', [1, 0.4], ['klt6147', 24], { steel: 0.4 }),
  drawing(['textilana', 'safetra'], 'Seat belt', 'Belt webbing', '', [1, 0.2], ['klt6429', 80], { yarn: 0.3 }),
  drawing(['textilana', 'moqueta'], 'Headliner', 'Headliner fabric', '', [1, 0.9], ['glt', 100], { yarn: 0.8 }),
  drawing(['spritzla', 'moqueta'], 'Door panel', 'Door panel carrier', '', [1, 1.4], ['glt', 60], { polyolefin: 1.5 }),
  drawing(['leiterra', 'ladesta'], 'On-board charger', 'Charger board', '', [2, 0.4], ['carton', 30], { foil: 0.2 }),
  drawing(['halbia', 'inverta'], 'Rear inverter', 'Power module SiC', '', [3, 0.3], ['carton', 24], { wafer: 0.02 }),
  drawing(['gussora', 'inverta'], 'Rear inverter', 'Inverter housing', '', [1, 2.4], ['klt6429', 6], {
    aluminium: 2.6,
  }),
  drawing(['spritzla', 'espejal'], 'Exterior mirror', 'Mirror frame', '', [1, 0.3], ['klt6429', 30], {
    polyamide: 0.3,
  }),
  drawing(['motrika', 'espejal'], 'Exterior mirror', 'Folding motor', '', [1, 0.1], ['klt4147', 40], { copper: 0.03 }),
];

const catalogue = (
  supplier: string,
  item: string,
  positions: string,
  customers: Record<string, number>,
  massKg: number,
  [packaging, perPack]: [string, number],
  materials: Record<string, number>,
): CatalogueRow => ({
  supplier,
  item,
  positions: positions.split(','),
  customers,
  massKg,
  packaging,
  perPack,
  materials,
});

export const CATALOGUE_PARTS: CatalogueRow[] = [
  catalogue(
    'steckra',
    'Connector',
    'HV 2-way,48-way,24-way,8-way,MQS 4-way',
    { kabela: 4, voltara: 2, infomira: 2, leuchtra: 2, ladesta: 3, inverta: 2 },
    0.03,
    ['carton', 500],
    { polyamide: 0.02, 'copper-strip': 0.01 },
  ),
  catalogue(
    'steckra',
    'Terminal',
    '0.63 mm,2.8 mm,6.3 mm',
    { kabela: 30, lenkra: 4, klimatra: 4 },
    0.002,
    ['carton', 4000],
    { 'copper-strip': 0.002 },
  ),
  catalogue(
    'schraubal',
    'Flange screw',
    'M6×16,M6×25,M8×30,M10×40,M12×60',
    { fahrvia: 4, bremstal: 4, sedana: 6, voltara: 12, dorvana: 6, triebora: 8 },
    0.02,
    ['klt3147', 600],
    { 'wire-rod': 0.024 },
  ),
  catalogue('schraubal', 'Weld nut', 'M6,M8,M10', { pressora: 6, alurahm: 4, sedana: 4 }, 0.01, ['klt3147', 1200], {
    'wire-rod': 0.012,
  }),
  catalogue('lagrana', 'Wheel bearing', 'gen 3', { fahrvia: 1 }, 2.4, ['klt6147', 12], { 'wire-rod': 2.9 }),
  catalogue(
    'lagrana',
    'Ball bearing',
    '6008,6206,6302',
    { triebora: 2, klimatra: 1, lenkra: 1 },
    0.2,
    ['klt4147', 80],
    { 'wire-rod': 0.24 },
  ),
  catalogue(
    'mikrona',
    'Microcontroller',
    '32-bit lockstep,32-bit,16-bit',
    { infomira: 2, sensiva: 1, bremstal: 1, inverta: 1, lenkra: 1, ladesta: 1 },
    0.002,
    ['carton', 2000],
    { wafer: 0.002 },
  ),
  catalogue(
    'mikrona',
    'Sensor chip',
    'Hall,pressure',
    { lenkra: 2, bremstal: 1, klimatra: 1, safetra: 1 },
    0.001,
    ['carton', 3000],
    { wafer: 0.001 },
  ),
  catalogue('halbia', 'Power switch', '650 V,40 V', { ladesta: 6, inverta: 4, triebora: 2 }, 0.01, ['carton', 1000], {
    wafer: 0.004,
  }),
  catalogue(
    'spritzla',
    'Clip',
    'trim,harness,push',
    { moqueta: 8, polymont: 10, kabela: 12, plastivo: 6 },
    0.004,
    ['klt6147', 1500],
    { polyamide: 0.004 },
  ),
  catalogue(
    'hydraflex',
    'O-ring',
    '12 mm,24 mm,40 mm',
    { klimatra: 3, bremstal: 2, triebora: 2 },
    0.002,
    ['carton', 2000],
    { rubber: 0.002 },
  ),
  catalogue('fedra', 'Return spring', 'small,large', { dorvana: 2, bremstal: 2, safetra: 1 }, 0.02, ['klt3147', 500], {
    steel: 0.02,
  }),
  catalogue(
    'stanzela',
    'Bracket',
    'L 40,U 60,Z 25',
    { pressora: 2, fahrvia: 1, klimatra: 2, polymont: 2 },
    0.1,
    ['klt6147', 200],
    { steel: 0.13 },
  ),
];
