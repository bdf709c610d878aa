import 'maplibre-gl/dist/maplibre-gl.css';
import { useComputedColorScheme } from '@mantine/core';
import type { Feature, FeatureCollection } from 'geojson';
import { type GeoJSONSource, Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boundsOf } from '../visibility/map-features.ts';
import { loadLand, mapStyle, type Scheme } from '../visibility/map-style.ts';
import mapClasses from '../visibility/network-map.module.css';

setWorkerUrl(workerUrl);

interface MapPlace {
  id: string;
  name: string;
  longitude: number;
  latitude: number;
}
export interface MapTour {
  id: string;
  colour: string;
  /** In the order in which the truck comes by. */
  places: MapPlace[];
  /** Where the truck was last. */
  truck?: { longitude: number; latitude: number };
  late?: boolean;
  /** Drawn thin, under the others. */
  quiet?: boolean;
}

interface TourMapProps {
  tours: readonly MapTour[];
  /** Places that are on no tour. */
  open?: readonly MapPlace[];
  selected?: string;
  tileUrl?: string;
  onSelect: (tour: string) => void;
}

/** Tours as lines in their colours from stop to stop, with what is on none of them. */
export function TourMap({ tours, open = [], selected, tileUrl, onSelect }: TourMapProps): ReactNode {
  const { t } = useTranslation();
  const holder = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  const choose = useRef(onSelect);
  choose.current = onSelect;
  const map = useTourMap(holder, scheme, tileUrl, choose);
  useEffect(() => {
    if (!map) return;
    void source(map, 'tours')?.setData(lines(tours, selected));
    void source(map, 'places')?.setData(points(tours, open));
    void source(map, 'trucks')?.setData(trucks(tours));
  }, [map, tours, open, selected]);
  useFitting(map, tours, open);
  return (
    <div className={mapClasses.canvas} role="application" aria-label={t('planning.map')}>
      <div ref={holder} className={mapClasses.holder} />
    </div>
  );
}

const source = (map: MapLibre, name: string): GeoJSONSource | undefined => map.getSource<GeoJSONSource>(name);

const ROOM_FOR_NAMES = { top: 36, bottom: 48, left: 56, right: 56 };
/** Fits when other places are shown than before; else the camera is the reader's. */
function useFitting(map: MapLibre | undefined, tours: readonly MapTour[], open: readonly MapPlace[]): void {
  const fitted = useRef<{ map: MapLibre; places: string }>(undefined);
  useEffect(() => {
    const all = [...tours.flatMap(({ places }) => places), ...open];
    const bounds = boundsOf(all);
    const places = [...new Set(all.map(({ id }) => id))].sort().join(' ');
    if (!map || !bounds || (fitted.current?.map === map && fitted.current.places === places)) return;
    fitted.current = { map, places };
    map.resize();
    map.fitBounds(bounds, { padding: ROOM_FOR_NAMES, maxZoom: 8, animate: false });
  }, [map, tours, open]);
}

function useTourMap(
  holder: RefObject<HTMLDivElement | null>,
  scheme: Scheme,
  tileUrl: string | undefined,
  choose: RefObject<(tour: string) => void>,
): MapLibre | undefined {
  const [map, setMap] = useState<MapLibre>();
  useEffect(() => {
    let made: MapLibre | undefined;
    let gone = false;
    void loadLand().then((countries) => {
      if (gone || !holder.current) return;
      made = new MapLibre({
        container: holder.current,
        style: mapStyle(scheme, countries, tileUrl),
        attributionControl: false,
        center: [12, 50],
        zoom: 4,
        dragRotate: false,
        renderWorldCopies: false,
      });
      const fresh = made;
      fresh.addControl(new NavigationControl({ showCompass: false }), 'top-left');
      fresh.on('load', () => {
        addTourLayers(fresh, scheme);
        setMap(fresh);
      });
      fresh.on('click', 'tours', ({ features }) => choose.current(String(features?.[0]?.properties.id)));
    });
    return () => {
      gone = true;
      setMap(undefined);
      made?.remove();
    };
  }, [holder, scheme, tileUrl, choose]);
  return map;
}

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };

function addTourLayers(map: MapLibre, scheme: Scheme): void {
  for (const name of ['tours', 'places', 'trucks']) map.addSource(name, { type: 'geojson', data: empty });
  const ink = scheme === 'light' ? '#2d3743' : '#c6d0da';
  const halo = scheme === 'light' ? '#fbfcfd' : '#141a20';
  map.addLayer({
    id: 'tours',
    type: 'line',
    source: 'tours',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': ['get', 'colour'], 'line-width': ['get', 'width'], 'line-opacity': ['get', 'opacity'] },
  });
  map.addLayer({
    id: 'places',
    type: 'circle',
    source: 'places',
    paint: {
      'circle-radius': 4.5,
      'circle-color': ['get', 'colour'],
      'circle-stroke-color': halo,
      'circle-stroke-width': 1.4,
    },
  });
  map.addLayer({
    id: 'place-names',
    type: 'symbol',
    source: 'places',
    layout: {
      'text-field': ['get', 'name'],
      'text-size': 11,
      'text-offset': [0, 0.9],
      'text-anchor': 'top',
      'text-optional': true,
    },
    paint: { 'text-color': ink, 'text-halo-color': halo, 'text-halo-width': 1.4 },
  });
  map.addLayer({
    id: 'trucks',
    type: 'circle',
    source: 'trucks',
    paint: {
      'circle-radius': 7,
      'circle-color': ['get', 'colour'],
      'circle-stroke-color': ink,
      'circle-stroke-width': 2,
    },
  });
}

function lines(tours: readonly MapTour[], selected: string | undefined): FeatureCollection {
  const quietFirst = tours.toSorted((a, b) => Number(b.quiet ?? false) - Number(a.quiet ?? false));
  const features = quietFirst.map(
    ({ id, colour, places, quiet }): Feature => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: places.map(({ longitude, latitude }) => [longitude, latitude]) },
      properties: {
        id,
        colour,
        width: id === selected ? 4.5 : quiet ? 1.2 : 2.4,
        opacity: selected && id !== selected ? 0.35 : 0.9,
      },
    }),
  );
  return { type: 'FeatureCollection', features };
}

function points(tours: readonly MapTour[], open: readonly MapPlace[]): FeatureCollection {
  const seen = new Map<string, Feature>();
  const add = ({ id, name, longitude, latitude }: MapPlace, colour: string): void => {
    if (!seen.has(id))
      seen.set(id, {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
        properties: { name, colour },
      });
  };
  for (const { colour, places } of tours) for (const place of places) add(place, colour);
  for (const place of open) add(place, '#8792a1');
  return { type: 'FeatureCollection', features: [...seen.values()] };
}

const trucks = (tours: readonly MapTour[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: tours.flatMap(({ truck, colour, late }): Feature[] =>
    truck
      ? [
          {
            type: 'Feature',
            geometry: { type: 'Point', coordinates: [truck.longitude, truck.latitude] },
            properties: { colour: late ? '#c62833' : colour },
          },
        ]
      : [],
  ),
});
