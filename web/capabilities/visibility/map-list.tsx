import { Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shell/clock.ts';
import { DataTable, TwoLines } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Panel } from '../../shell/page.tsx';
import { LightLabel } from '../../shell/status-light.tsx';
import { siteKind } from '../network/site-kind.ts';
import classes from './network-map.module.css';
import type { MapAnswer } from './queries.ts';

/** The map's content for keyboard and screen reader. */
export function MapList({ answer }: { answer: MapAnswer }): ReactNode {
  return (
    <Stack className={classes.lists}>
      <SiteList answer={answer} />
      <ConsignmentList answer={answer} />
    </Stack>
  );
}

function SiteList({ answer }: { answer: MapAnswer }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const navigate = useNavigate();
  return (
    <Panel title={t('masterData.sites')} flush>
      <div className={classes.list}>
        <DataTable
          label={t('masterData.sites')}
          rows={answer.sites}
          rowKey={(site) => site.id}
          emptyTitle={t('map.empty')}
          onOpen={(site) => void navigate({ to: '/map', search: { site: site.id } })}
          columns={[
            {
              id: 'light',
              header: t('grid.light'),
              value: (site) => site.light ?? '',
              cell: (site) => site.light && <LightLabel light={site.light} />,
              width: 120,
            },
            { id: 'name', header: t('field.site'), value: (site) => site.name, grow: true },
            {
              id: 'owner',
              header: t('field.organisation'),
              value: (site) => names.organisation(site.owner),
              grow: true,
            },
            { id: 'kind', header: t('field.kind'), value: (site) => siteKind(site.kind, t), width: 140 },
            {
              id: 'in',
              header: t('map.lanesIn'),
              value: (site) => answer.lanes.filter((lane) => lane.to === site.id).length,
              width: 110,
              numeric: true,
            },
            {
              id: 'out',
              header: t('map.lanesOut'),
              value: (site) => answer.lanes.filter((lane) => lane.from === site.id).length,
              width: 110,
              numeric: true,
            },
          ]}
        />
      </div>
    </Panel>
  );
}

function ConsignmentList({ answer }: { answer: MapAnswer }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const now = useNow();
  const navigate = useNavigate();
  return (
    <Panel title={t('map.consignments')} flush>
      <div className={classes.list}>
        <DataTable
          label={t('map.consignments')}
          rows={answer.consignments}
          rowKey={(row) => row.shipment}
          emptyTitle={t('map.noConsignments')}
          onOpen={(row) => void navigate({ to: '/shipments/$shipment', params: { shipment: row.shipment } })}
          tall
          columns={[
            { id: 'note', header: t('field.vehicle'), value: (row) => row.vehicle, width: 120 },
            {
              id: 'way',
              header: t('field.way'),
              value: (row) => `${names.site(row.from)} → ${names.site(row.to)}`,
              grow: true,
              width: 240,
            },
            { id: 'carrier', header: t('field.carrier'), value: (row) => names.organisation(row.carrier), width: 160 },
            {
              id: 'at',
              header: t('map.reported'),
              value: (row) => row.positionAt ?? '',
              cell: (row) => (row.positionAt ? format.distance(row.positionAt, now) : t('map.silent')),
              width: 130,
            },
            {
              id: 'expected',
              header: t('field.expectedAt'),
              value: (row) => row.expectedAt,
              cell: (row) => (
                <TwoLines first={format.instant(row.expectedAt)} second={format.distance(row.expectedAt, now)} />
              ),
              width: 150,
            },
          ]}
        />
      </div>
    </Panel>
  );
}
