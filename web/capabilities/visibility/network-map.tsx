import { Group, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shell/clock.ts';
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

const MINUTE_MS = 60_000;

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
        {(whole) =>
          whole.sites.length === 0 ? (
            <Empty title={t('map.empty')} text={t('map.emptyText')} />
          ) : (
            <Shown whole={whole} filter={filter} view={view} />
          )
        }
      </Answered>
    </Page>
  );
}

function Shown({ whole, filter, view }: { whole: MapAnswer; filter: MapFilter; view: string }): ReactNode {
  const { show, mode } = filter;
  const now = useNow(MINUTE_MS);
  // The map draws anew what is another object, so that this is one only when something on it is another.
  const answer = useMemo(
    () => ({ ...whole, consignments: whole.consignments.filter((one) => isShown(one, { show, mode }, now)) }),
    [whole, show, mode, now],
  );
  return view === 'list' ? <MapList answer={answer} /> : <MapView answer={answer} />;
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
