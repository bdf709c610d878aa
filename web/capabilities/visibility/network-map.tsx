import { Group, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import { LightLabel } from '../../shell/status-light.tsx';
import { useMe } from '../network/queries.ts';
import { MapCanvas } from './map-canvas.tsx';
import { isShown, type MapFilter, MapFilters } from './map-filters.tsx';
import { MapList } from './map-list.tsx';
import { ConsignmentPanel, SitePanel } from './map-panel.tsx';
import classes from './network-map.module.css';
import { type MapAnswer, mapQuery } from './queries.ts';

/** Who supplies whom, and what is on the road between them, as it moves. */
export function NetworkMap(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(mapQuery);
  const { view = 'map' } = useSearch({ from: '/inside/map' });
  const navigate = useNavigate({ from: '/map' });
  const filter = useSearch({ from: '/inside/map' }) as MapFilter;
  return (
    <Page
      fill
      title={t('screen.map')}
      note={
        query.data &&
        t('map.note', {
          sites: query.data.sites.length,
          lanes: query.data.lanes.length,
          count: query.data.consignments.length,
        })
      }
      tools={query.data && <MapFilters />}
      actions={
        <SegmentedControl
          aria-label={t('map.view')}
          value={view}
          onChange={(next) =>
            void navigate({ search: (old) => ({ ...old, view: next === 'map' ? undefined : next }), replace: true })
          }
          data={[
            { value: 'map', label: t('map.asMap') },
            { value: 'list', label: t('map.asList') },
          ]}
        />
      }
    >
      <Answered query={query}>
        {(whole) => {
          const answer = { ...whole, consignments: whole.consignments.filter((one) => isShown(one, filter)) };
          if (answer.sites.length === 0) return <Empty title={t('map.empty')} text={t('map.emptyText')} />;
          return view === 'list' ? <MapList answer={answer} /> : <MapView answer={answer} />;
        }}
      </Answered>
    </Page>
  );
}

function MapView({ answer }: { answer: MapAnswer }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const search = useSearch({ from: '/inside/map' });
  const navigate = useNavigate({ from: '/map' });
  const select = (chosen: { site?: string; shipment?: string }): void =>
    void navigate({ search: ({ show, mode }) => ({ show, mode, ...chosen }), replace: true });
  const site = answer.sites.find(({ id }) => id === search.site);
  const consignment = answer.consignments.find(({ shipment }) => shipment === search.shipment);
  return (
    <div className={classes.frame}>
      <MapCanvas
        answer={answer}
        tileUrl={me?.features.tileUrl}
        onSite={(id) => select({ site: id })}
        onConsignment={(shipment) => select({ shipment })}
      />
      <Group className={classes.legend} gap={14} aria-label={t('map.legend')} role="group">
        <Text size="xs" c="dimmed">
          {t('map.legendText')}
        </Text>
        <LightLabel light="red" />
        <LightLabel light="amber" />
      </Group>
      {site && <SitePanel site={site} answer={answer} onClose={() => select({})} />}
      {consignment && <ConsignmentPanel consignment={consignment} onClose={() => select({})} />}
    </div>
  );
}
