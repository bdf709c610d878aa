import 'maplibre-gl/dist/maplibre-gl.css';
import { useComputedColorScheme } from '@mantine/core';
import { type GeoJSONSource, Map as MapLibre, type MapMouseEvent, NavigationControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../shell/clock.ts';
import { boundsOf, laneFeatures, siteFeatures } from './map-features.ts';
import { addIcons, loadLand, mapStyle, movingColours, type Scheme } from './map-style.ts';
import { type Glides, nextGlides } from './moving.ts';
import { bodyAt } from './moving-bodies.ts';
import { MARK_PX, MovingLayer } from './moving-layer.ts';
import classes from './network-map.module.css';
import { LIGHT_ON_THE_WAY, stateOnTheWay } from './on-the-way.ts';
import type { MapAnswer } from './queries.ts';

setWorkerUrl(workerUrl);

const CENTRE_OF_EUROPE: [number, number] = [12, 50];
/** Width of the world at zoom 0, in CSS pixels. */
const WORLD_PX = 512;

interface MapCanvasProps {
  answer: MapAnswer;
  tileUrl?: string;
  onSite: (site: string) => void;
  onConsignment: (shipment: string) => void;
}

export function MapCanvas({ answer, tileUrl, onSite, onConsignment }: MapCanvasProps): ReactNode {
  const { t } = useTranslation();
  const holder = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  const { sites, lanes, consignments } = answer;
  const glides = useRef<Glides>(new Map());
  const shown = useRef({ onSite, onConsignment, sites, glides });
  shown.current = { onSite, onConsignment, sites, glides };
  const drawing = useDrawing(holder, scheme, tileUrl, shown);
  // What moves comes many times a second, and leaves these as they are.
  useEffect(() => {
    void drawing?.map.getSource<GeoJSONSource>('sites')?.setData(siteFeatures(sites));
    void drawing?.map.getSource<GeoJSONSource>('lanes')?.setData(laneFeatures({ sites, lanes }));
  }, [drawing, sites, lanes]);
  useEffect(() => {
    const now = performance.now();
    const instant = serverNow();
    glides.current = nextGlides(glides.current, consignments, now);
    const lights = consignments.map((one) => [one.shipment, LIGHT_ON_THE_WAY[stateOnTheWay(one, instant)]] as const);
    drawing?.moving.show(glides.current, new Map(lights), now);
  }, [drawing, consignments]);
  // MapLibre positions its own container, so ours is one level further out.
  return (
    <div className={classes.canvas} role="application" aria-label={t('map.label')}>
      <div ref={holder} className={classes.holder} />
    </div>
  );
}

interface Drawing {
  map: MapLibre;
  moving: MovingLayer;
}
type Shown = RefObject<
  Pick<MapCanvasProps, 'onSite' | 'onConsignment'> & { sites: MapAnswer['sites']; glides: RefObject<Glides> }
>;

/** Makes the map once per colour scheme; the camera stays where the reader left it. */
function useDrawing(
  holder: RefObject<HTMLDivElement | null>,
  scheme: Scheme,
  tileUrl: string | undefined,
  shown: Shown,
): Drawing | undefined {
  const [drawing, setDrawing] = useState<Drawing>();
  const camera = useRef<{ center: [number, number]; zoom: number }>(undefined);
  useEffect(() => {
    let made: MapLibre | undefined;
    let gone = false;
    void loadLand().then((countries) => {
      if (gone || !holder.current) return;
      made = new MapLibre({
        container: holder.current,
        style: mapStyle(scheme, countries, tileUrl),
        attributionControl: false,
        center: camera.current?.center ?? CENTRE_OF_EUROPE,
        zoom: camera.current?.zoom ?? 3.6,
        maxZoom: 13,
        dragRotate: false,
        renderWorldCopies: false,
      });
      prepare(made, scheme, shown, setDrawing);
      const bounds = boundsOf(shown.current.sites);
      if (!camera.current && bounds) made.fitBounds(bounds, { padding: 56, maxZoom: 6, animate: false });
    });
    return () => {
      gone = true;
      setDrawing(undefined);
      if (!made) return;
      const { lng, lat } = made.getCenter();
      camera.current = { center: [lng, lat], zoom: made.getZoom() };
      made.remove();
    };
  }, [holder, scheme, tileUrl, shown]);
  return drawing;
}

function prepare(map: MapLibre, scheme: Scheme, shown: Shown, ready: (drawing: Drawing) => void): void {
  map.addControl(new NavigationControl({ showCompass: false }), 'top-left');
  map.on('load', () => {
    addIcons(map, scheme);
    const moving = new MovingLayer(movingColours(scheme));
    map.addLayer(moving);
    map.on('click', (event) => {
      const { shipment, site } = under(event, shown);
      if (shipment) shown.current.onConsignment(shipment);
      else if (site) shown.current.onSite(site);
    });
    map.on('mousemove', (event) => {
      const { shipment, site } = under(event, shown);
      map.getCanvas().style.cursor = shipment || site ? 'pointer' : '';
    });
    ready({ map, moving });
  });
}

/** What lies under the pointer: a consignment before the site that it stands on. */
function under({ target: map, point, lngLat }: MapMouseEvent, shown: Shown): { shipment?: string; site?: string } {
  const reach = MARK_PX / 2 / (WORLD_PX * 2 ** map.getZoom());
  const pointed = { longitude: lngLat.lng, latitude: lngLat.lat };
  const shipment = bodyAt(shown.current.glides.current, pointed, reach, performance.now());
  if (shipment) return { shipment };
  const [site] = map.queryRenderedFeatures(point, { layers: ['sites'] });
  return site ? { site: String(site.properties.id) } : {};
}
