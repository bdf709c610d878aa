import type { PlaceName } from './places.ts';

/** How a partner speaks to the others: VDA-style EDIFACT, X12, or the REST interface. */
export type Channel = 'edifact' | 'x12' | 'rest';

export interface CompanyRow {
  slug: string;
  name: string;
  city: PlaceName;
  tier?: 1 | 2 | 3;
  channel: Channel;
}

/** Every company here is invented. Its town is real. */
export const PLANT = { slug: 'aurin', name: 'Aurin Motors AG', city: 'Leipzig' } as const;

const company =
  (tier?: 1 | 2 | 3) =>
  (slug: string, name: string, city: PlaceName, channel: Channel = 'rest'): CompanyRow => ({
    slug,
    name,
    city,
    channel,
    ...(tier && { tier }),
  });
const one = company(1);
const two = company(2);
const three = company(3);
const service = company();

export const SUPPLIERS: CompanyRow[] = [
  one('voltara', 'Voltara Batteriesysteme GmbH', 'Arnstadt', 'edifact'),
  one('triebora', 'Triebora Antriebstechnik GmbH', 'Zwickau', 'edifact'),
  one('leuchtra', 'Leuchtra Světla s.r.o.', 'Jihlava', 'edifact'),
  one('sedana', 'Sedana Sedačky s.r.o.', 'Plzeň', 'edifact'),
  one('cockpitek', 'Cockpitek Interieur GmbH', 'Chemnitz', 'edifact'),
  one('kabela', 'Kabela Cablaje S.R.L.', 'Timișoara', 'edifact'),
  one('vitrola', 'Vitrola Skla a.s.', 'Teplice'),
  one('polymont', 'Polymont Exterieur GmbH', 'Meerane', 'edifact'),
  one('bremstal', 'Bremstal Bremsen GmbH', 'Koblenz', 'x12'),
  one('radion', 'Radion Kerék Kft.', 'Győr'),
  one('gomarex', 'Gomarex a.s.', 'Púchov', 'edifact'),
  one('fahrvia', 'Fahrvia Zawieszenia Sp. z o.o.', 'Gliwice'),
  one('lenkra', 'Lenkra Lenksysteme GmbH', 'Schweinfurt', 'edifact'),
  one('klimatra', 'Klimatra Thermo s.r.o.', 'Hradec Králové'),
  one('pressora', 'Pressora Karoserie Sp. z o.o.', 'Wrocław', 'edifact'),
  one('dorvana', 'Dorvana Türsysteme GmbH', 'Bamberg'),
  one('infomira', 'Infomira Elektronik GmbH', 'Regensburg', 'edifact'),
  one('sensiva', 'Sensiva SAS', 'Grenoble', 'x12'),
  one('safetra', 'Safetra Sisteme S.R.L.', 'Sibiu'),
  one('moqueta', 'Moqueta Kárpit Kft.', 'Kecskemét'),
  one('ladesta', 'Ladesta Polnjenje d.o.o.', 'Ljubljana', 'edifact'),
  one('inverta', 'Inverta Leistungselektronik GmbH', 'Villach', 'edifact'),
  one('dichtara', 'Dichtara Guarnizioni S.p.A.', 'Torino'),
  one('plastivo', 'Plastivo Stampaggio S.r.l.', 'Modena'),
  one('espejal', 'Espejal Retrovisores S.A.', 'Zaragoza', 'edifact'),
  one('alurahm', 'Alurahm Strukturteile GmbH', 'Ranshofen'),
  two('cellion', 'Cellion Energia Kft.', 'Debrecen', 'edifact'),
  two('statora', 'Statora Lamiere S.r.l.', 'Terni'),
  two('magnelis', 'Magnelis OÜ', 'Narva'),
  two('leiterra', 'Leiterra Leiterplatten GmbH', 'Leoben', 'edifact'),
  two('halbia', 'Halbia Leistungshalbleiter GmbH', 'Dresden'),
  two('mikrona', 'Mikrona Semiconductors B.V.', 'Nijmegen', 'x12'),
  two('steckra', 'Steckra Steckverbinder GmbH', 'Espelkamp', 'edifact'),
  two('schraubal', 'Schraubal Verbindungstechnik GmbH', 'Siegen', 'edifact'),
  two('spritzla', 'Spritzla Plasty s.r.o.', 'Zlín'),
  two('schaumra', 'Schaumra Pianki Sp. z o.o.', 'Łódź'),
  two('textilana', 'Textilana Têxteis Lda.', 'Guimarães'),
  two('gussora', 'Gussora Livarna d.o.o.', 'Škofja Loka'),
  two('schmieda', 'Schmieda Schmiedetechnik GmbH', 'Hagen', 'edifact'),
  two('stanzela', 'Stanzela Stanztechnik GmbH', 'Lüdenscheid'),
  two('fedra', 'Fedra Pružiny s.r.o.', 'Brno'),
  two('lagrana', 'Lagrana Wälzlager GmbH', 'Schweinfurt', 'edifact'),
  two('optiva', 'Optiva Optik GmbH', 'Jena'),
  two('motrika', 'Motrika Motori d.o.o.', 'Subotica'),
  two('gasgena', 'Gasgena Pyrotechnie SAS', 'Toulouse'),
  two('hydraflex', 'Hydraflex Węże Sp. z o.o.', 'Bielsko-Biała'),
  two('displaya', 'Displaya Ekranai UAB', 'Kaunas'),
  two('cabluna', 'Cabluna Cabluri S.R.L.', 'Bistrița'),
  three('kokkolit', 'Kokkolit Kemia Oy', 'Kokkola'),
  three('kathoda', 'Kathoda Aktivmaterial GmbH', 'Schwarzheide'),
  three('folira', 'Folira Cuivre S.à r.l.', 'Wiltz'),
  three('stahlon', 'Stahlon Bandstahl GmbH', 'Linz'),
  three('alutra', 'Alutra Metall AS', 'Mosjøen'),
  three('drahtal', 'Drahtal Koper N.V.', 'Olen'),
  three('granula', 'Granula Polymere GmbH', 'Ludwigshafen'),
  three('elastora', 'Elastora Kautschuk GmbH', 'Marl'),
  three('waferna', 'Waferna Silizium GmbH', 'Burghausen'),
  three('verrela', 'Verrela Verre Plat S.A.', 'Charleroi'),
  three('garnera', 'Garnera Priadze s.r.o.', 'Košice'),
  three('erdmeta', 'Erdmeta Muldmetallid OÜ', 'Sillamäe'),
];

export const CARRIERS: CompanyRow[] = [
  service('nordlinie', 'Nordlinie Spedition GmbH', 'Leipzig'),
  service('carpatia', 'Carpatia Cargo S.R.L.', 'Cluj-Napoca'),
  service('iberlinea', 'Iberlinea Transportes S.A.', 'Zaragoza'),
  service('hansaroute', 'Hansaroute Schifffahrt und Spedition GmbH', 'Hamburg'),
];

export const CROSS_DOCK = service('frankenhub', 'Frankenhub Umschlag GmbH', 'Nürnberg');
export const PORT = service('elbkai', 'Elbkai Terminal GmbH', 'Hamburg');

/** Which carrier fetches in which country; everything else and all that sails goes with the first that fits. */
export const CARRIER_OF_COUNTRY: Record<string, string> = {
  DE: 'nordlinie',
  CZ: 'nordlinie',
  PL: 'nordlinie',
  AT: 'nordlinie',
  RO: 'carpatia',
  HU: 'carpatia',
  SK: 'carpatia',
  SI: 'carpatia',
  RS: 'carpatia',
  ES: 'iberlinea',
  PT: 'iberlinea',
  FR: 'iberlinea',
  IT: 'iberlinea',
  FI: 'hansaroute',
  NO: 'hansaroute',
  EE: 'hansaroute',
  LT: 'hansaroute',
  BE: 'hansaroute',
  NL: 'hansaroute',
  LU: 'hansaroute',
};
/** Loads from these countries to the plant are consolidated on the cross-dock. */
export const VIA_CROSS_DOCK = ['IT', 'ES', 'FR', 'SI'];
