import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../shell/page.tsx';
import { mapQuery, type ShipmentDetail, telemetryQuery } from './queries.ts';

const TrackCanvas = lazy(() => import('./track-canvas.tsx').then(({ TrackCanvas: Canvas }) => ({ default: Canvas })));

/** Where the goods were and are, between the two ends of their way. Without any place there is no map. */
export function TrackMap({ detail: { shipment, consignment } }: { detail: ShipmentDetail }): ReactNode {
  const { t } = useTranslation();
  const track = useQuery(telemetryQuery(shipment.id)).data?.track ?? [];
  const sites = useQuery(mapQuery).data?.sites ?? [];
  const from = sites.find(({ id }) => id === shipment.from);
  const to = sites.find(({ id }) => id === shipment.to);
  const points = track.map(({ longitude, latitude }): [number, number] => [longitude, latitude]);
  const now: [number, number] | undefined =
    consignment?.longitude != null && consignment.latitude != null
      ? [consignment.longitude, consignment.latitude]
      : points.at(-1);
  if (!from && !to && !now) return null;
  return (
    <Panel title={t('shipment.track')} flush>
      <Suspense fallback={<div style={{ height: 260 }} />}>
        <TrackCanvas from={from} to={to} track={now ? [...points, now] : points} now={now} />
      </Suspense>
    </Panel>
  );
}
