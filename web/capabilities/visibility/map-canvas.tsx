import 'maplibre-gl/dist/maplibre-gl.css';
import { useComputedColorScheme } from '@mantine/core';
import { type GeoJSONSource, Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../shell/clock.ts';
import { boundsOf, consignmentFeatures, laneFeatures, siteFeatures } from './map-features.ts';
import { addIcons, loadLand, mapStyle, type Scheme } from './map-style.ts';
import { type Glide, glideAt, isGliding, nextGlides } from './moving.ts';
import classes from './network-map.module.css';
import type { MapAnswer } from './queries.ts';

setWorkerUrl(workerUrl);

/** A redraw of so many objects may not take the time of the next frames: the more there are, the fewer redraws. */
const frameMs = (objects: number): number => Math.max(60, objects / 20);
const CENTRE_OF_EUROPE: [number, number] = [12, 50];

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
  const choose = useRef({ onSite, onConsignment });
  choose.current = { onSite, onConsignment };
  const map = useMap(holder, scheme, tileUrl, choose, answer);
  // What moves comes many times a second, and leaves these as they are.
  const { sites, lanes } = answer;
  useEffect(() => {
    if (!map) return;
    void source(map, 'sites')?.setData(siteFeatures(sites));
    void source(map, 'lanes')?.setData(laneFeatures({ sites, lanes }));
  }, [map, sites, lanes]);
  useGliding(map, answer);
  // MapLibre positions its own container, so ours is one level further out.
  return (
    <div className={classes.canvas} role="application" aria-label={t('map.label')}>
      <div ref={holder} className={classes.holder} />
    </div>
  );
}

const source = (map: MapLibre, name: string): GeoJSONSource | undefined => map.getSource<GeoJSONSource>(name);

type Choose = RefObject<Pick<MapCanvasProps, 'onSite' | 'onConsignment'>>;

/** Makes the map once per colour scheme; the camera stays where the reader left it. */
function useMap(
  holder: RefObject<HTMLDivElement | null>,
  scheme: Scheme,
  tileUrl: string | undefined,
  choose: Choose,
  answer: MapAnswer,
): MapLibre | undefined {
  const [map, setMap] = useState<MapLibre>();
  const camera = useRef<{ center: [number, number]; zoom: number }>(undefined);
  const sites = useRef(answer.sites);
  sites.current = answer.sites;
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
      prepare(made, scheme, choose, setMap);
      const bounds = boundsOf(sites.current);
      if (!camera.current && bounds) made.fitBounds(bounds, { padding: 56, maxZoom: 6, animate: false });
    });
    return () => {
      gone = true;
      setMap(undefined);
      if (!made) return;
      const { lng, lat } = made.getCenter();
      camera.current = { center: [lng, lat], zoom: made.getZoom() };
      made.remove();
    };
  }, [holder, scheme, tileUrl, choose]);
  return map;
}

function prepare(map: MapLibre, scheme: Scheme, choose: Choose, ready: (map: MapLibre) => void): void {
  map.addControl(new NavigationControl({ showCompass: false }), 'top-left');
  map.on('load', () => {
    addIcons(map, scheme);
    ready(map);
  });
  map.on('click', 'sites', ({ features }) => choose.current.onSite(String(features?.[0]?.properties.id)));
  map.on('click', 'consignments', ({ features }) => choose.current.onConsignment(String(features?.[0]?.properties.id)));
  for (const layer of ['sites', 'consignments']) {
    map.on('mouseenter', layer, () => {
      map.getCanvas().style.cursor = 'pointer';
    });
    map.on('mouseleave', layer, () => {
      map.getCanvas().style.cursor = '';
    });
  }
}

/** Redraws the consignments while any of them is under way between two reports. */
function useGliding(map: MapLibre | undefined, answer: MapAnswer): void {
  const glides = useRef<Map<string, Glide>>(new Map());
  const drawnAt = useRef(0);
  useEffect(() => {
    if (!map) return;
    glides.current = nextGlides(glides.current, answer.consignments, performance.now());
    let frame = 0;
    const draw = (now: number): void => {
      const moving = [...glides.current.values()].some((glide) => isGliding(glide, now));
      const isDue = now - drawnAt.current >= frameMs(glides.current.size);
      if (isDue || !moving) {
        drawnAt.current = now;
        void source(map, 'consignments')?.setData(
          consignmentFeatures(answer.consignments, serverNow(), (id) => where(glides.current.get(id), now)),
        );
      }
      if (moving) frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [map, answer]);
}

const where = (glide: Glide | undefined, now: number) => glide && glideAt(glide, now);
