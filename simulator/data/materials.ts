/** What tier 3 delivers to tier 2, in grades; a component takes the next grade of the material it needs. */
export interface MaterialRow {
  supplier: string;
  material: string;
  name: string;
  unit: 'KGM' | 'MTR' | 'H87';
  packaging: string;
  perPack: number;
  grades: string[];
}

const material = (
  supplier: string,
  key: string,
  name: string,
  unit: MaterialRow['unit'],
  [packaging, perPack]: [string, number],
  grades: string,
): MaterialRow => ({ supplier, material: key, name, unit, packaging, perPack, grades: grades.split(',') });

export const MATERIALS: MaterialRow[] = [
  material('kokkolit', 'lithium', 'Lithium hydroxide', 'KGM', ['bigbag', 500], 'battery grade'),
  material('kokkolit', 'electrolyte', 'Electrolyte salt', 'KGM', ['bigbag', 250], 'LiPF6'),
  material('kathoda', 'cathode', 'Cathode material', 'KGM', ['bigbag', 500], 'NMC 811,NMC 622'),
  material('folira', 'foil', 'Copper foil', 'KGM', ['coil', 400], '6 µm,8 µm,18 µm,35 µm'),
  material(
    'stahlon',
    'steel',
    'Steel strip',
    'KGM',
    ['coil', 2500],
    'DC04 0.8,HC340LA 1.2,DP600 1.5,C75S 0.6,X5CrNi 0.5',
  ),
  material(
    'stahlon',
    'wire-rod',
    'Wire rod',
    'KGM',
    ['coil', 1500],
    '23MnB4 8.0,54SiCr6 12.0,100Cr6 14.0,42CrMo4 22.0',
  ),
  material('stahlon', 'electrical-steel', 'Electrical steel', 'KGM', ['coil', 2500], 'NO27-14,NO25-12'),
  material('alutra', 'aluminium', 'Aluminium ingot', 'KGM', ['pallet', 1000], 'AlSi9Cu3,AlSi10MnMg,AlMgSi1'),
  material('alutra', 'aluminium-foil', 'Aluminium foil', 'KGM', ['coil', 400], '12 µm,15 µm'),
  material('drahtal', 'copper', 'Copper wire', 'KGM', ['coil', 800], '0.13 mm²,0.35 mm²,2.5 mm²,Enamelled 0.8 mm'),
  material('drahtal', 'copper-strip', 'Copper alloy strip', 'KGM', ['coil', 600], 'CuSn4 0.25,CuFe2P 0.8'),
  material('granula', 'polyamide', 'Polyamide granulate', 'KGM', ['bigbag', 750], 'PA66 GF30,PA6 GF15,PBT GF20'),
  material('granula', 'polyolefin', 'Polypropylene granulate', 'KGM', ['bigbag', 750], 'PP T20,PP EPDM,PE-HD'),
  material('granula', 'polyol', 'Polyurethane system', 'KGM', ['pallet', 1000], 'Polyol soft,Isocyanate'),
  material('elastora', 'rubber', 'Rubber compound', 'KGM', ['pallet', 600], 'EPDM 60,NBR 70,NR 55,Silicone 50'),
  material('waferna', 'wafer', 'Wafer', 'H87', ['carton', 25], 'Si 200 mm,Si 300 mm,SiC 150 mm'),
  material('verrela', 'glass-sheet', 'Glass sheet', 'KGM', ['pallet', 1500], 'Cover 1.1 mm,Optical B270'),
  material('garnera', 'yarn', 'Polyester yarn', 'KGM', ['pallet', 400], '167 dtex,330 dtex,660 dtex'),
  material('erdmeta', 'rare-earth', 'Rare earth metal', 'KGM', ['pallet', 200], 'NdPr'),
  material('erdmeta', 'dysprosium', 'Dysprosium', 'KGM', ['pallet', 20], 'technical grade'),
];
