import 'maplibre-gl/dist/maplibre-gl.css';
import { useComputedColorScheme } from '@mantine/core';
import type { FeatureCollection } from 'geojson';
import { type GeoJSONSource, LngLatBounds, Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pageColour } from '../../shell/page-colour.ts';
import { siteFeatures } from './map-features.ts';
import { addIcons, loadLand, mapStyle } from './map-style.ts';
import type { MapSite } from './queries.ts';

setWorkerUrl(workerUrl);

interface TrackProps {
  from?: MapSite;
  to?: MapSite;
  track: [number, number][];
  now?: [number, number];
}

/** The network map's look with one way on it; it fits itself to the way and is only looked at. */
export function TrackCanvas(props: TrackProps): ReactNode {
  const { t } = useTranslation();
  const scheme = useComputedColorScheme('light');
  const holder = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre>();
  useEffect(() => {
    let made: MapLibre | undefined;
    let gone = false;
    void loadLand().then((countries) => {
      if (gone || !holder.current) return;
      made = new MapLibre({
        container: holder.current,
        style: mapStyle(scheme, countries, undefined),
        attributionControl: false,
        interactive: false,
        renderWorldCopies: false,
      });
      const fresh = made;
      made.on('load', () => {
        addIcons(fresh, scheme);
        addTrack(fresh);
        setMap(fresh);
      });
    });
    return () => {
      gone = true;
      setMap(undefined);
      made?.remove();
    };
  }, [scheme]);
  useEffect(() => {
    if (map) show(map, props);
  }, [map, props]);
  return (
    <div role="img" aria-label={t('shipment.track')} style={{ height: 260, position: 'relative' }}>
      <div ref={holder} style={{ position: 'absolute', inset: 0 }} />
    </div>
  );
}

function addTrack(map: MapLibre): void {
  map.addSource('track', { type: 'geojson', data: EMPTY });
  map.addLayer(
    {
      id: 'track',
      type: 'line',
      source: 'track',
      paint: { 'line-color': pageColour('--accent'), 'line-width': 2.5, 'line-opacity': 0.85 },
      layout: { 'line-cap': 'round', 'line-join': 'round' },
    },
    'sites',
  );
}

const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

function show(map: MapLibre, { from, to, track, now }: TrackProps): void {
  const ends = [from, to].filter((site) => site !== undefined);
  const set = (name: string, data: FeatureCollection): void => void map.getSource<GeoJSONSource>(name)?.setData(data);
  set('sites', siteFeatures(ends));
  set('track', {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: track.length > 1 ? track : [] } },
    ],
  });
  set('consignments', {
    type: 'FeatureCollection',
    features: now
      ? [{ type: 'Feature', properties: { icon: 'truck-green' }, geometry: { type: 'Point', coordinates: now } }]
      : [],
  });
  const bounds = new LngLatBounds();
  for (const { longitude, latitude } of ends) bounds.extend([longitude, latitude]);
  for (const point of track) bounds.extend(point);
  if (!bounds.isEmpty()) map.fitBounds(bounds, { padding: 40, maxZoom: 9, animate: false });
}
