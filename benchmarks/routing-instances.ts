import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

/** A published instance as its file states it, with costs and times in whole units of 1 / `scale`. */
export interface PublishedInstance {
  name: string;
  kind: 'vrptw' | 'cvrp' | 'pdptw';
  scale: number;
  vehicles: number;
  capacity: number;
  /** Site 0 is the depot. */
  sites: PublishedSite[];
  distance: Int32Array;
}

export interface PublishedSite {
  x: number;
  y: number;
  /** Negative where goods are delivered that an earlier stop picked up. */
  demand: number;
  earliest: number;
  latest: number;
  service: number;
  /** Li & Lim: the site at which what is delivered here is picked up. */
  pickup?: number;
}

/** Reads Solomon's and Homberger's VRPTW files, VRPLIB's CVRP and Li & Lim's PDPTW, by what they look like. */
export async function readInstance(file: string): Promise<PublishedInstance> {
  const bytes = await readFile(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const name = file
    .replace(/^.*\//, '')
    .replace(/\.gz$/, '')
    .replace(/\.[a-z]+$/, '');
  return parseInstance(name, text);
}

export function parseInstance(name: string, text: string): PublishedInstance {
  const lines = text.split('\n').map((line) => line.trim());
  if (/^CAPACITY\s*:/m.test(text)) return parseVrplib(name, lines);
  return lines.some((line) => line.startsWith('VEHICLE')) ? parseSolomon(name, lines) : parseLiLim(name, lines);
}

const numbers = (line: string): number[] => line.split(/\s+/).map(Number);

/** Distances are truncated to one decimal, as the DIMACS challenge and PyVRP do. */
function parseSolomon(name: string, lines: string[]): PublishedInstance {
  const [vehicles, capacity] = numbers(lines[lines.findIndex((line) => line.startsWith('NUMBER')) + 1]!);
  const first = lines.findIndex((line) => line.startsWith('CUST NO')) + 1;
  const rows = lines
    .slice(first)
    .filter((line) => /^\d/.test(line))
    .map(numbers);
  const scale = 10;
  const sites = rows.map(([, x, y, demand, earliest, latest, service]) => ({
    x: x!,
    y: y!,
    demand: demand!,
    earliest: earliest! * scale,
    latest: latest! * scale,
    service: service! * scale,
  }));
  const distance = distances(sites, (way) => Math.floor(scale * way));
  return { name, kind: 'vrptw', scale, vehicles: vehicles!, capacity: capacity!, sites, distance };
}

/** Distances in thousandths: Li & Lim's are real numbers. */
function parseLiLim(name: string, lines: string[]): PublishedInstance {
  const [vehicles, capacity] = numbers(lines[0]!);
  const rows = lines
    .slice(1)
    .filter((line) => /^\d/.test(line))
    .map(numbers);
  const scale = 1000;
  const sites = rows.map(([, x, y, demand, earliest, latest, service, pickup]) => ({
    x: x!,
    y: y!,
    demand: demand!,
    earliest: earliest! * scale,
    latest: latest! * scale,
    service: service! * scale,
    ...(pickup! > 0 && { pickup: pickup! }),
  }));
  const distance = distances(sites, (way) => Math.round(scale * way));
  return { name, kind: 'pdptw', scale, vehicles: vehicles!, capacity: capacity!, sites, distance };
}

/** Distances rounded to the nearest whole number (EUC_2D), and as many trucks as wanted. */
function parseVrplib(name: string, lines: string[]): PublishedInstance {
  const headed = (key: string) => Number(lines.find((line) => line.startsWith(key))!.split(':')[1]);
  const section = (key: string) => {
    const first = lines.indexOf(key) + 1;
    return lines.slice(first, first + headed('DIMENSION')).map(numbers);
  };
  if (!lines.some((line) => /EDGE_WEIGHT_TYPE\s*:\s*EUC_2D/.test(line)))
    throw new Error(`${name} is not EUC_2D: only Euclidean VRPLIB instances are read`);
  const demands = section('DEMAND_SECTION');
  const sites = section('NODE_COORD_SECTION').map(([, x, y], i) => ({
    x: x!,
    y: y!,
    demand: demands[i]![1]!,
    earliest: 0,
    latest: 1_000_000_000,
    service: 0,
  }));
  const distance = distances(sites, Math.round);
  return { name, kind: 'cvrp', scale: 1, vehicles: sites.length - 1, capacity: headed('CAPACITY'), sites, distance };
}

function distances(sites: { x: number; y: number }[], rounding: (way: number) => number): Int32Array {
  return Int32Array.from(
    sites.flatMap((from) => sites.map((to) => rounding(Math.hypot(from.x - to.x, from.y - to.y)))),
  );
}

/** Best known values by name in lower case: the last number of each line of a comma-separated file that begins with a name. */
export function parseBestKnown(text: string): Map<string, number> {
  const known = new Map<string, number>();
  for (const line of text.split('\n').slice(1)) {
    const [name, ...cells] = line.trim().split(',');
    const values = cells.filter((cell) => cell !== '' && Number.isFinite(Number(cell))).map(Number);
    if (name && values.length > 0) known.set(name.toLowerCase(), values.at(-1)!);
  }
  return known;
}
