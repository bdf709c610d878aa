import { Anchor, CloseButton, DataList, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shell/clock.ts';
import { type Format, useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { LightLabel } from '../../shell/status-light.tsx';
import { siteKind } from '../network/site-kind.ts';
import classes from './network-map.module.css';
import type { MapAnswer, MapConsignment, MapSite } from './queries.ts';

export function SitePanel({
  site,
  answer,
  onClose,
}: {
  site: MapSite;
  answer: MapAnswer;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const incoming = answer.consignments.filter((consignment) => consignment.to === site.id);
  const outgoing = answer.consignments.filter((consignment) => consignment.from === site.id);
  const details = names.sites.get(site.id);
  return (
    <Side title={site.name} onClose={onClose}>
      <Text c="dimmed">
        {names.organisation(site.owner)} · {siteKind(site.kind, t)}
      </Text>
      {site.light && <LightLabel light={site.light} />}
      <Facts
        facts={[
          [t('field.city'), [details?.city, details?.country].filter(Boolean).join(', ')],
          [t('field.timeZone'), details?.timeZone],
          [t('map.lanesIn'), String(answer.lanes.filter((lane) => lane.to === site.id).length)],
          [t('map.lanesOut'), String(answer.lanes.filter((lane) => lane.from === site.id).length)],
        ]}
      />
      <Moving title={t('map.incoming')} rows={incoming} />
      <Moving title={t('map.outgoing')} rows={outgoing} />
      <Anchor component={Link} to="/grid" search={{ site: site.id } as never}>
        {t('today.openGrid')}
      </Anchor>
    </Side>
  );
}

const SHOWN = 6;
function Moving({ title, rows }: { title: string; rows: MapConsignment[] }): ReactNode {
  const format = useFormat();
  const names = useNames();
  const now = useNow();
  if (rows.length === 0) return null;
  return (
    <div>
      <Text size="xs" fw={600} mb={4}>
        {title} <span className="numeric">{rows.length}</span>
      </Text>
      {rows.slice(0, SHOWN).map((row) => (
        <Group key={row.shipment} justify="space-between" gap="xs" wrap="nowrap">
          <Anchor component={Link} to="/shipments/$shipment" params={{ shipment: row.shipment } as never} truncate>
            {names.site(row.from)} → {names.site(row.to)}
          </Anchor>
          <Text size="xs" c="dimmed" className="numeric" style={{ whiteSpace: 'nowrap' }}>
            {format.distance(row.expectedAt, now)}
          </Text>
        </Group>
      ))}
    </div>
  );
}

export function ConsignmentPanel({
  consignment,
  onClose,
}: {
  consignment: MapConsignment;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const now = useNow(5000);
  return (
    <Side title={consignment.shipment} onClose={onClose}>
      {consignment.heldAt ? (
        <LightLabel light="red" text={t('shipment.held', { when: format.instant(consignment.heldAt) })} />
      ) : (
        Date.parse(consignment.expectedAt) < now && <LightLabel light="red" text={t('shipmentState.overdue')} />
      )}
      <Facts
        facts={[
          [t('field.from'), names.site(consignment.from)],
          [t('field.to'), names.site(consignment.to)],
          [t('field.carrier'), names.organisation(consignment.carrier)],
          [t('field.vehicle'), consignment.vehicle],
          [
            t('field.expectedAt'),
            `${format.instant(consignment.expectedAt)} (${format.distance(consignment.expectedAt, now)})`,
          ],
          ...bandFacts(consignment.arrival, format, t),
          [t('map.reported'), consignment.positionAt ? format.distance(consignment.positionAt, now) : t('map.silent')],
        ]}
      />
      <Anchor component={Link} to="/shipments/$shipment" params={{ shipment: consignment.shipment } as never}>
        {t('today.openShipment')}
      </Anchor>
    </Side>
  );
}

type Translate = ReturnType<typeof useTranslation>['t'];
type Arrival = MapConsignment['arrival'];

/** When the goods will be there with which probability, where journeys have taught it. */
export const bandFacts = (arrival: Arrival | undefined, format: Format, t: Translate): [string, ReactNode][] =>
  arrival
    ? ([
        [t('eta.p50'), format.instant(arrival.p50At)],
        [t('eta.p80'), arrival.p80At && format.instant(arrival.p80At)],
        [t('eta.p95'), arrival.p95At && format.instant(arrival.p95At)],
      ] as [string, ReactNode][])
    : [];

function Side({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <aside className={classes.side} aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={2} size="h2">
            {title}
          </Title>
          <CloseButton aria-label={t('action.close')} onClick={onClose} size="sm" />
        </Group>
        {children}
      </Stack>
    </aside>
  );
}

export function Facts({ facts }: { facts: [string, ReactNode][] }): ReactNode {
  return (
    <DataList orientation="horizontal" size="sm" labelWidth={110} style={{ rowGap: 5 }}>
      {facts
        .filter(([, value]) => value !== undefined && value !== null && value !== '')
        .map(([label, value]) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
    </DataList>
  );
}
