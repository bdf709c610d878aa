/** Where the companies of the demonstration stand: real towns, so that distances and lead times are plausible. */
export interface Place {
  country: string;
  longitude: number;
  latitude: number;
  timeZone: string;
  unLocode: string;
}

const place = (unLocode: string, longitude: number, latitude: number, timeZone: string): Place => ({
  country: unLocode.slice(0, 2),
  longitude,
  latitude,
  timeZone,
  unLocode,
});

export const PLACES = {
  Leipzig: place('DELEJ', 12.44, 51.41, 'Europe/Berlin'),
  Arnstadt: place('DEARS', 10.98, 50.86, 'Europe/Berlin'),
  Zwickau: place('DEZWI', 12.46, 50.75, 'Europe/Berlin'),
  Jihlava: place('CZJHV', 15.57, 49.41, 'Europe/Prague'),
  Plzeň: place('CZPLZ', 13.33, 49.73, 'Europe/Prague'),
  Chemnitz: place('DECHE', 12.88, 50.86, 'Europe/Berlin'),
  Timișoara: place('ROTSR', 21.25, 45.78, 'Europe/Bucharest'),
  Teplice: place('CZTEP', 13.82, 50.65, 'Europe/Prague'),
  Meerane: place('DEMRE', 12.46, 50.86, 'Europe/Berlin'),
  Koblenz: place('DEKOB', 7.58, 50.38, 'Europe/Berlin'),
  Győr: place('HUGYO', 17.66, 47.7, 'Europe/Budapest'),
  Púchov: place('SKPCV', 18.33, 49.12, 'Europe/Bratislava'),
  Gliwice: place('PLGWC', 18.64, 50.31, 'Europe/Warsaw'),
  Ludwigshafen: place('DELUH', 8.42, 49.51, 'Europe/Berlin'),
  'Hradec Králové': place('CZHKR', 15.81, 50.22, 'Europe/Prague'),
  Wrocław: place('PLWRO', 16.98, 51.07, 'Europe/Warsaw'),
  Bamberg: place('DEBAM', 10.88, 49.91, 'Europe/Berlin'),
  Regensburg: place('DEREG', 12.13, 49.0, 'Europe/Berlin'),
  Grenoble: place('FRGNB', 5.71, 45.19, 'Europe/Paris'),
  Sibiu: place('ROSBZ', 24.12, 45.79, 'Europe/Bucharest'),
  Kecskemét: place('HUKCS', 19.66, 46.88, 'Europe/Budapest'),
  Ljubljana: place('SILJU', 14.55, 46.07, 'Europe/Ljubljana'),
  Villach: place('ATVLH', 13.86, 46.61, 'Europe/Vienna'),
  Torino: place('ITTRN', 7.64, 45.05, 'Europe/Rome'),
  Modena: place('ITMOD', 10.92, 44.66, 'Europe/Rome'),
  Zaragoza: place('ESZAZ', -0.94, 41.67, 'Europe/Madrid'),
  Ranshofen: place('ATRHN', 13.02, 48.23, 'Europe/Vienna'),
  Schweinfurt: place('DESCW', 10.21, 50.04, 'Europe/Berlin'),
  Debrecen: place('HUDEB', 21.6, 47.5, 'Europe/Budapest'),
  Terni: place('ITTER', 12.64, 42.56, 'Europe/Rome'),
  Narva: place('EENAR', 28.17, 59.37, 'Europe/Tallinn'),
  Leoben: place('ATLBN', 15.09, 47.38, 'Europe/Vienna'),
  Dresden: place('DEDRS', 13.74, 51.12, 'Europe/Berlin'),
  Nijmegen: place('NLNIJ', 5.84, 51.82, 'Europe/Amsterdam'),
  Espelkamp: place('DEESP', 8.62, 52.38, 'Europe/Berlin'),
  Siegen: place('DESGE', 8.02, 50.88, 'Europe/Berlin'),
  Zlín: place('CZZLN', 17.67, 49.22, 'Europe/Prague'),
  Łódź: place('PLLOD', 19.46, 51.76, 'Europe/Warsaw'),
  Guimarães: place('PTGUI', -8.29, 41.44, 'Europe/Lisbon'),
  'Škofja Loka': place('SILZP', 14.3, 46.17, 'Europe/Ljubljana'),
  Hagen: place('DEHAG', 7.47, 51.36, 'Europe/Berlin'),
  Lüdenscheid: place('DELUD', 7.63, 51.22, 'Europe/Berlin'),
  Brno: place('CZBRQ', 16.61, 49.19, 'Europe/Prague'),
  Jena: place('DEJEN', 11.59, 50.93, 'Europe/Berlin'),
  Subotica: place('RSSUB', 19.67, 46.1, 'Europe/Belgrade'),
  Toulouse: place('FRTLS', 1.44, 43.6, 'Europe/Paris'),
  'Bielsko-Biała': place('PLBIB', 19.04, 49.82, 'Europe/Warsaw'),
  Kaunas: place('LTKUN', 23.9, 54.9, 'Europe/Vilnius'),
  Bistrița: place('ROBIT', 24.5, 47.13, 'Europe/Bucharest'),
  Kokkola: place('FIKOK', 23.13, 63.84, 'Europe/Helsinki'),
  Schwarzheide: place('DESZI', 13.86, 51.47, 'Europe/Berlin'),
  Wiltz: place('LUWIL', 5.93, 49.97, 'Europe/Luxembourg'),
  Linz: place('ATLNZ', 14.32, 48.29, 'Europe/Vienna'),
  Mosjøen: place('NOMJF', 13.2, 65.84, 'Europe/Oslo'),
  Olen: place('BEOLN', 4.86, 51.15, 'Europe/Brussels'),
  Marl: place('DEMAL', 7.09, 51.66, 'Europe/Berlin'),
  Burghausen: place('DEBHN', 12.83, 48.17, 'Europe/Berlin'),
  Charleroi: place('BECRL', 4.44, 50.41, 'Europe/Brussels'),
  Košice: place('SKKSC', 21.26, 48.72, 'Europe/Bratislava'),
  Sillamäe: place('EESLM', 27.76, 59.4, 'Europe/Tallinn'),
  'Cluj-Napoca': place('ROCLJ', 23.6, 46.77, 'Europe/Bucharest'),
  Hamburg: place('DEHAM', 9.93, 53.53, 'Europe/Berlin'),
  Nürnberg: place('DENUE', 11.08, 49.4, 'Europe/Berlin'),
} as const satisfies Record<string, Place>;

export type PlaceName = keyof typeof PLACES;

/** How a ship goes from the coast near the supplier to Hamburg: waypoints that keep it off the land. */
export const SEA_ROUTES: Partial<Record<PlaceName, readonly (readonly [number, number])[]>> = {
  Guimarães: [
    [-8.7, 41.18],
    [-9.8, 43.4],
    [-5.6, 48.8],
    [1.4, 50.9],
    [7.9, 54.1],
  ],
  Kokkola: [
    [23.0, 63.9],
    [19.3, 60.3],
    [18.6, 57.6],
    [14.4, 55.2],
    [11.2, 54.5],
    [10.15, 54.4],
  ],
  Mosjøen: [
    [12.2, 66.0],
    [9.2, 64.6],
    [4.4, 62.0],
    [4.4, 59.0],
    [7.6, 54.6],
  ],
  Sillamäe: [
    [27.7, 59.5],
    [23.0, 59.7],
    [19.8, 58.2],
    [14.4, 55.2],
    [11.2, 54.5],
    [10.15, 54.4],
  ],
  Narva: [
    [27.7, 59.5],
    [23.0, 59.7],
    [19.8, 58.2],
    [14.4, 55.2],
    [11.2, 54.5],
    [10.15, 54.4],
  ],
};
