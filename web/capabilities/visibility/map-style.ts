import type { FeatureCollection } from 'geojson';
import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import type { MovingColours } from './moving-layer.ts';
import landUrl from 'world-atlas/countries-50m.json?url';

export type Scheme = 'light' | 'dark';

const COLOURS = {
  light: {
    sea: '#e1e8ee',
    land: '#fafbfc',
    border: '#ccd6de',
    lane: '#7d93a5',
    red: '#c62833',
    amber: '#c98000',
    green: '#5c93a3',
    ink: '#2d3743',
    halo: '#fbfcfd',
    site: '#0d5b70',
    paper: '#ffffff',
  },
  dark: {
    sea: '#0f1419',
    land: '#1a2129',
    border: '#303b47',
    lane: '#5c7183',
    red: '#ee6a6d',
    amber: '#e5a233',
    green: '#4f8a9b',
    ink: '#c6d0da',
    halo: '#141a20',
    site: '#7cbacb',
    paper: '#1c232b',
  },
} as const;

/** The countries that ship with the application; read once, drawn without any server of tiles. */
let land: Promise<FeatureCollection> | undefined;
export function loadLand(): Promise<FeatureCollection> {
  land ??= readLand();
  return land;
}

async function readLand(): Promise<FeatureCollection> {
  const [{ feature }, response] = await Promise.all([import('topojson-client'), fetch(landUrl)]);
  const atlas = await response.json();
  return feature(atlas, atlas.objects.countries) as unknown as FeatureCollection;
}

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };

export function mapStyle(scheme: Scheme, countries: FeatureCollection, tileUrl?: string): StyleSpecification {
  const colour = COLOURS[scheme];
  const tiles: StyleSpecification['sources'] = tileUrl
    ? { tiles: { type: 'raster', tiles: [tileUrl], tileSize: 256 } }
    : {};
  const tileLayer = tileUrl ? [{ id: 'tiles', type: 'raster' as const, source: 'tiles' }] : [];
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: countries },
      lanes: { type: 'geojson', data: empty, tolerance: 0 },
      sites: { type: 'geojson', data: empty },
      ...tiles,
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour.sea } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colour.land } },
      { id: 'border', type: 'line', source: 'land', paint: { 'line-color': colour.border, 'line-width': 0.8 } },
      ...tileLayer,
      {
        id: 'lanes',
        type: 'line',
        source: 'lanes',
        layout: { 'line-cap': 'round' },
        paint: {
          'line-color': ['match', ['get', 'light'], 'red', colour.red, 'amber', colour.amber, colour.lane],
          'line-width': ['get', 'width'],
          'line-opacity': ['match', ['get', 'light'], 'red', 0.9, 'amber', 0.85, 0.5],
        },
      },
      {
        id: 'sites',
        type: 'symbol',
        source: 'sites',
        layout: {
          'icon-image': ['get', 'icon'],
          'icon-allow-overlap': true,
          'symbol-sort-key': ['get', 'rank'],
          'text-field': ['get', 'name'],
          'text-size': ['match', ['get', 'rank'], 0, 12.5, 11],
          'text-offset': [0, 1.15],
          'text-anchor': 'top',
          'text-optional': true,
          'text-max-width': 9,
        },
        paint: { 'text-color': colour.ink, 'text-halo-color': colour.halo, 'text-halo-width': 1.4 },
      },
    ],
  };
}

/** The colours of what is on its way: its light, and the rim that keeps marks apart. */
export function movingColours(scheme: Scheme): MovingColours {
  const { red, amber, ink, paper } = COLOURS[scheme];
  return { red, amber, green: ink, paper };
}

const SITE_SHAPES: Record<string, (brush: CanvasRenderingContext2D, size: number) => void> = {
  plant: (brush, size) => brush.rect(size * 0.16, size * 0.16, size * 0.68, size * 0.68),
  'supplier-plant': (brush, size) => brush.arc(size / 2, size / 2, size * 0.3, 0, Math.PI * 2),
  warehouse: (brush, size) => polygon(brush, size, 5, 0.37),
  'cross-dock': (brush, size) => polygon(brush, size, 4, 0.4),
  port: (brush, size) => polygon(brush, size, 3, 0.42),
  yard: (brush, size) => polygon(brush, size, 6, 0.36),
  other: (brush, size) => brush.arc(size / 2, size / 2, size * 0.22, 0, Math.PI * 2),
};

function polygon(brush: CanvasRenderingContext2D, size: number, corners: number, radius: number): void {
  for (let corner = 0; corner < corners; corner += 1) {
    const angle = (corner / corners) * Math.PI * 2 - Math.PI / 2;
    brush.lineTo(size / 2 + Math.cos(angle) * size * radius, size / 2 + Math.sin(angle) * size * radius);
  }
  brush.closePath();
}

const PIXEL_RATIO = 2;
/** Draws the icons: a site's shape says its kind, its ring the light. */
export function addIcons(map: MapLibre, scheme: Scheme): void {
  const colour = COLOURS[scheme];
  for (const [kind, shape] of Object.entries(SITE_SHAPES)) {
    for (const light of ['red', 'amber', 'green', 'none'] as const) {
      const ring = light === 'red' || light === 'amber' ? colour[light] : colour.paper;
      map.addImage(`${kind}-${light}`, draw(kind === 'plant' ? 24 : 18, shape, colour.site, ring), {
        pixelRatio: PIXEL_RATIO,
      });
    }
  }
}

function draw(
  size: number,
  shape: (brush: CanvasRenderingContext2D, size: number) => void,
  fill: string,
  ring: string,
): ImageData {
  const pixels = size * PIXEL_RATIO;
  const canvas = new OffscreenCanvas(pixels, pixels);
  const brush = canvas.getContext('2d') as unknown as CanvasRenderingContext2D;
  brush.beginPath();
  shape(brush, pixels);
  brush.fillStyle = fill;
  brush.fill();
  brush.lineWidth = 2.6;
  brush.strokeStyle = ring;
  brush.stroke();
  return brush.getImageData(0, 0, pixels, pixels);
}
