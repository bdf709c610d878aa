/** What goes into the cars. `variants` names the vehicles by number ('*': all); one part per position. */
export interface PlantPartRow {
  supplier: string;
  family: string;
  item: string;
  positions: string[];
  perCar: number;
  massKg: number;
  packaging: string;
  perPack: number;
  variants: string;
  /** A second source and its share of the demand. */
  second?: { supplier: string; share: number };
}

export const VEHICLES = [
  { slug: 'vela-62', name: 'Aurin Vela 62 kWh', perDay: 132, massKg: 1720 },
  { slug: 'vela-82', name: 'Aurin Vela 82 kWh', perDay: 108, massKg: 1835 },
  { slug: 'terra-82', name: 'Aurin Terra 82 kWh', perDay: 96, massKg: 2060 },
  { slug: 'terra-82-awd', name: 'Aurin Terra 82 kWh AWD', perDay: 64, massKg: 2190 },
] as const;

const parts =
  (supplier: string, family: string) =>
  (
    item: string,
    positions: string,
    [perCar, massKg]: [number, number],
    [packaging, perPack]: [string, number],
    variants = '*',
    second?: [string, number],
  ): PlantPartRow => ({
    supplier,
    family,
    item,
    positions: positions ? positions.split(',') : [''],
    perCar,
    massKg,
    packaging,
    perPack,
    variants,
    ...(second && { second: { supplier: second[0], share: second[1] } }),
  });

const SIDES = 'left,right';
const ENDS = 'front,rear';
const CORNERS = 'front left,front right,rear left,rear right';

const battery = parts('voltara', 'Battery');
const drive = parts('triebora', 'Drive');
const light = parts('leuchtra', 'Lighting');
const seat = parts('sedana', 'Seats');
const cockpit = parts('cockpitek', 'Cockpit');
const harness = parts('kabela', 'Harness');
const glass = parts('vitrola', 'Glazing');
const exterior = parts('polymont', 'Exterior');
const brake = parts('bremstal', 'Brakes');
const wheel = parts('radion', 'Wheels');
const tyre = parts('gomarex', 'Tyres');
const chassis = parts('fahrvia', 'Chassis');
const steering = parts('lenkra', 'Steering');
const thermal = parts('klimatra', 'Thermal');
const body = parts('pressora', 'Body');
const door = parts('dorvana', 'Doors');
const infotainment = parts('infomira', 'Infotainment');
const sensor = parts('sensiva', 'Sensors');
const restraint = parts('safetra', 'Restraint');
const interior = parts('moqueta', 'Interior');
const charging = parts('ladesta', 'Charging');
const inverter = parts('inverta', 'Power electronics');
const seal = parts('dichtara', 'Seals');
const plastic = parts('plastivo', 'Plastics');
const mirror = parts('espejal', 'Mirrors');
const structure = parts('alurahm', 'Structure');

export const PLANT_PARTS: PlantPartRow[] = [
  battery('Battery pack 62 kWh', '', [1, 385], ['rack-battery', 2], '1'),
  battery('Battery pack 82 kWh', '', [1, 462], ['rack-battery', 2], '234'),
  battery('High-voltage junction box', '', [1, 4.2], ['klt6429', 4]),
  battery('Battery underride guard', '', [1, 9.5], ['glt', 24]),
  battery('High-voltage service disconnect', '', [1, 0.4], ['klt4147', 24]),
  battery('Battery cooling manifold', ENDS, [1, 0.9], ['klt6429', 16]),
  drive('Rear drive unit', '', [1, 78], ['rack-drive', 4]),
  drive('Front drive unit', '', [1, 66], ['rack-drive', 4], '4'),
  drive('Rear drive shaft', SIDES, [1, 7.1], ['glt', 40], '*', ['fahrvia', 0.3]),
  drive('Front drive shaft', SIDES, [1, 7.4], ['glt', 40], '4'),
  drive('Drive unit mount', 'front,rear,torque', [1, 1.6], ['klt6429', 12]),
  light('LED headlamp', SIDES, [1, 3.9], ['glt', 16], '12'),
  light('Matrix headlamp', SIDES, [1, 4.6], ['glt', 16], '34'),
  light('Tail lamp outer', SIDES, [1, 1.8], ['glt', 32]),
  light('Tail lamp inner', SIDES, [1, 1.1], ['glt', 40]),
  light('Centre brake lamp', '', [1, 0.3], ['klt6429', 24]),
  light('Front light strip', '', [1, 0.8], ['glt', 40], '34'),
  light('Number plate lamp', '', [2, 0.05], ['klt3147', 80]),
  seat('Front seat fabric', SIDES, [1, 21], ['rack-seat', 6], '12'),
  seat('Front seat premium', SIDES, [1, 24], ['rack-seat', 6], '34'),
  seat('Rear bench', '', [1, 14], ['rack-seat', 8]),
  seat('Rear backrest', '40,60', [1, 9], ['rack-seat', 10]),
  seat('Head restraint fabric', '', [5, 0.9], ['glt', 120], '12'),
  seat('Head restraint premium', '', [5, 1.0], ['glt', 120], '34'),
  seat('Rear armrest', '', [1, 2.1], ['glt', 40], '34'),
  cockpit('Instrument panel', 'Vela', [1, 11], ['rack-seat', 6], '12'),
  cockpit('Instrument panel', 'Terra', [1, 12], ['rack-seat', 6], '34'),
  cockpit('Centre console', 'Vela', [1, 5.2], ['glt', 12], '12'),
  cockpit('Centre console', 'Terra', [1, 6.1], ['glt', 12], '34'),
  cockpit('Glove box', '', [1, 1.9], ['glt', 30]),
  cockpit('Air vent', 'left,centre,right', [1, 0.4], ['klt6429', 18], '*', ['plastivo', 0.3]),
  cockpit('Cockpit trim strip', SIDES, [1, 0.3], ['klt6429', 30]),
  harness('Main harness', 'Vela', [1, 24], ['glt', 12], '12'),
  harness('Main harness', 'Terra', [1, 27], ['glt', 12], '34'),
  harness('Door harness', CORNERS, [1, 1.4], ['glt', 80]),
  harness('Cockpit harness', 'Vela', [1, 5.4], ['glt', 40], '12'),
  harness('Cockpit harness', 'Terra', [1, 5.9], ['glt', 40], '34'),
  harness('High-voltage cable set rear', '', [1, 4.8], ['glt', 30]),
  harness('High-voltage cable set front', '', [1, 3.9], ['glt', 30], '4'),
  harness('Tailgate harness', '', [1, 0.8], ['glt', 120]),
  harness('Bumper harness', ENDS, [1, 1.1], ['glt', 100]),
  glass('Windscreen acoustic', '', [1, 14], ['rack-glass', 30], '12'),
  glass('Windscreen heated', '', [1, 14.5], ['rack-glass', 30], '34'),
  glass('Rear window', '', [1, 8.2], ['rack-glass', 36]),
  glass('Door glass', CORNERS, [1, 3.6], ['rack-glass', 60]),
  glass('Quarter glass', SIDES, [1, 1.4], ['rack-glass', 80]),
  glass('Panoramic roof', '', [1, 19], ['rack-glass', 20], '34'),
  exterior('Front bumper', 'Vela', [1, 5.9], ['rack-body', 20], '12'),
  exterior('Front bumper', 'Terra', [1, 6.4], ['rack-body', 20], '34'),
  exterior('Rear bumper', 'Vela', [1, 5.1], ['rack-body', 20], '12'),
  exterior('Rear bumper', 'Terra', [1, 5.6], ['rack-body', 20], '34'),
  exterior('Side skirt', SIDES, [1, 1.9], ['rack-body', 60]),
  exterior('Grille panel', '', [1, 1.2], ['glt', 40]),
  exterior('Tailgate spoiler', '', [1, 1.6], ['glt', 24]),
  brake('Front brake caliper', SIDES, [1, 4.1], ['glt', 60]),
  brake('Rear brake caliper', SIDES, [1, 3.6], ['glt', 60]),
  brake('Brake disc', ENDS, [2, 8.8], ['glt', 60], '*', ['alurahm', 0.25]),
  brake('Electronic brake booster', '', [1, 5.6], ['klt6429', 2]),
  brake('Parking brake actuator', SIDES, [1, 1.1], ['klt6429', 12]),
  wheel('Alloy wheel 18"', '', [4, 10.4], ['glt', 20], '1'),
  wheel('Alloy wheel 19"', '', [4, 11.3], ['glt', 20], '23'),
  wheel('Alloy wheel 20"', '', [4, 12.2], ['glt', 16], '4'),
  wheel('Wheel centre cap', '', [4, 0.06], ['klt4147', 100]),
  tyre('Tyre 215/55 R18', '', [4, 9.8], ['glt', 24], '1'),
  tyre('Tyre 235/50 R19', '', [4, 10.9], ['glt', 24], '23'),
  tyre('Tyre 255/45 R20', '', [4, 11.8], ['glt', 20], '4'),
  chassis('Front damper', SIDES, [1, 3.8], ['glt', 80]),
  chassis('Rear damper', SIDES, [1, 3.2], ['glt', 80]),
  chassis('Coil spring', ENDS, [2, 2.7], ['glt', 160]),
  chassis('Control arm', CORNERS, [1, 2.4], ['glt', 80], '*', ['alurahm', 0.35]),
  chassis('Stabiliser bar', ENDS, [1, 3.9], ['glt', 60]),
  chassis('Wheel carrier', SIDES, [2, 4.4], ['glt', 60]),
  steering('Steering gear', '', [1, 9.8], ['rack-drive', 16]),
  steering('Steering column', '', [1, 6.2], ['glt', 30]),
  steering('Steering wheel base', '', [1, 2.2], ['glt', 40], '12'),
  steering('Steering wheel premium', '', [1, 2.4], ['glt', 40], '34'),
  steering('Tie rod', SIDES, [1, 0.9], ['klt6147', 20]),
  steering('Steering angle sensor', '', [1, 0.1], ['klt4147', 40]),
  thermal('Climate unit', '', [1, 11.4], ['glt', 10]),
  thermal('Heat pump module', '', [1, 8.9], ['glt', 12], '234'),
  thermal('PTC heater', '', [1, 1.8], ['klt6429', 8], '1'),
  thermal('Battery chiller', '', [1, 1.9], ['klt6429', 8]),
  thermal('Condenser', '', [1, 3.1], ['glt', 24]),
  thermal('Coolant pump', '', [2, 0.8], ['klt6429', 18], '*', ['lenkra', 0.3]),
  thermal('Coolant line', 'battery,drive,cabin', [1, 0.7], ['glt', 100]),
  thermal('Expansion tank', '', [1, 0.6], ['glt', 60]),
  body('Side panel', SIDES, [1, 13], ['rack-body', 12]),
  body('Bonnet', '', [1, 9.4], ['rack-body', 14]),
  body('Front wing', SIDES, [1, 2.4], ['rack-body', 30]),
  body('Door outer panel', CORNERS, [1, 4.8], ['rack-body', 24]),
  body('Tailgate outer panel', '', [1, 5.7], ['rack-body', 20]),
  body('Roof panel', '', [1, 8.2], ['rack-body', 16], '12'),
  body('Roof frame panoramic', '', [1, 9.1], ['rack-body', 16], '34'),
  body('Floor pan', ENDS, [1, 16], ['rack-body', 16]),
  door('Window regulator', CORNERS, [1, 1.9], ['glt', 60]),
  door('Door lock', CORNERS, [1, 0.9], ['klt6429', 16]),
  door('Door handle', CORNERS, [1, 0.6], ['klt6429', 16], '*', ['polymont', 0.4]),
  door('Power tailgate drive', '', [2, 1.2], ['klt6429', 10], '34'),
  infotainment('Centre display 13"', '', [1, 1.9], ['klt6429', 6]),
  infotainment('Driver display 8"', '', [1, 0.8], ['klt6429', 10]),
  infotainment('Head unit', '', [1, 1.6], ['klt6429', 8]),
  infotainment('Gateway control unit', '', [1, 0.4], ['klt6147', 16]),
  infotainment('Speaker', ENDS, [2, 0.7], ['klt6429', 16]),
  infotainment('Subwoofer', '', [1, 2.4], ['glt', 40], '34'),
  infotainment('Roof antenna', '', [1, 0.3], ['klt6147', 24]),
  infotainment('Telematics unit', '', [1, 0.4], ['klt6147', 16]),
  sensor('Front camera', '', [1, 0.3], ['klt4147', 16]),
  sensor('Surround camera', 'front,rear,left,right', [1, 0.08], ['klt4147', 40]),
  sensor('Long-range radar', '', [1, 0.3], ['klt4147', 20]),
  sensor('Corner radar', '', [4, 0.2], ['klt4147', 32]),
  sensor('Ultrasonic sensor', '', [12, 0.03], ['klt4147', 160], '*', ['infomira', 0.4]),
  sensor('Rain and light sensor', '', [1, 0.04], ['klt3147', 50]),
  restraint('Driver airbag', '', [1, 1.1], ['klt6429', 8]),
  restraint('Passenger airbag', '', [1, 2.2], ['klt6429', 4]),
  restraint('Curtain airbag', SIDES, [1, 1.9], ['glt', 80]),
  restraint('Side airbag', SIDES, [1, 0.8], ['klt6429', 14]),
  restraint('Seat belt', 'front left,front right,rear left,rear middle,rear right', [1, 1.2], ['klt6429', 12]),
  interior('Headliner solid', '', [1, 4.2], ['rack-body', 30], '12'),
  interior('Headliner panoramic', '', [1, 3.1], ['rack-body', 30], '34'),
  interior('Floor carpet', ENDS, [1, 3.3], ['glt', 30]),
  interior('Luggage floor', '', [1, 3.8], ['glt', 30]),
  interior('A-pillar trim', SIDES, [1, 0.4], ['glt', 120], '*', ['plastivo', 0.35]),
  interior('C-pillar trim', SIDES, [1, 0.9], ['glt', 70], '*', ['plastivo', 0.35]),
  interior('Door panel', CORNERS, [1, 3.1], ['glt', 16], '*', ['cockpitek', 0.3]),
  charging('On-board charger 11 kW', '', [1, 6.4], ['klt6429', 2], '12'),
  charging('On-board charger 22 kW', '', [1, 8.2], ['klt6429', 2], '34'),
  charging('DC/DC converter', '', [1, 2.9], ['klt6429', 4]),
  charging('CCS charging inlet', '', [1, 2.2], ['klt6429', 6]),
  charging('Charging flap drive', '', [1, 0.3], ['klt6147', 20]),
  charging('Charging cable type 2', '', [1, 3.4], ['glt', 80]),
  inverter('Rear inverter', '', [1, 7.9], ['klt6429', 2]),
  inverter('Front inverter', '', [1, 6.9], ['klt6429', 2], '4'),
  inverter('Busbar set', '', [1, 1.2], ['klt6429', 12]),
  inverter('Power control unit', '', [1, 1.7], ['klt6429', 6]),
  seal('Door seal', CORNERS, [1, 0.9], ['glt', 200]),
  seal('Tailgate seal', '', [1, 0.8], ['glt', 200]),
  seal('Bonnet seal', '', [1, 0.3], ['glt', 400]),
  seal('Roof ditch strip', SIDES, [1, 0.2], ['glt', 400]),
  seal('Battery perimeter seal', '', [1, 0.5], ['klt6429', 30]),
  plastic('Wheel arch liner', CORNERS, [1, 0.9], ['glt', 60], '*', ['polymont', 0.4]),
  plastic('Underbody cover', 'front,centre,rear', [1, 2.1], ['rack-body', 60]),
  plastic('Washer tank', '', [1, 0.8], ['glt', 50]),
  plastic('Front trunk box', '', [1, 2.6], ['glt', 24]),
  plastic('Wiper cowl', '', [1, 1.1], ['glt', 40]),
  mirror('Exterior mirror', SIDES, [1, 1.6], ['glt', 40]),
  mirror('Interior mirror', '', [1, 0.4], ['klt6429', 16]),
  mirror('Mirror cap', SIDES, [1, 0.2], ['klt6429', 30]),
  mirror('Mirror camera', '', [2, 0.1], ['klt4147', 40], '34'),
  structure('Crash box', SIDES, [1, 1.4], ['glt', 80]),
  structure('Bumper beam', ENDS, [1, 4.9], ['glt', 30]),
  structure('Rear floor casting', '', [1, 27], ['rack-body', 8]),
  structure('Sill extrusion', SIDES, [1, 6.8], ['rack-body', 40]),
  structure('Strut tower', SIDES, [1, 3.4], ['glt', 30]),
];
