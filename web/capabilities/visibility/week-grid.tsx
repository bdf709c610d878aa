import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowsHorizontal, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../shell/names.ts';
import { Page } from '../../shell/page.tsx';
import { Answered, Empty } from '../../shell/states.tsx';
import { ForeignLights } from './foreign-lights.tsx';
import { weeksOf } from './grid-columns.ts';
import { filterNodes } from './grid-filter.ts';
import { GridSheet } from './grid-sheet.tsx';
import { asDelivered } from './grid-values.ts';
import { type Projection, projectionQuery } from './queries.ts';
import classes from './week-grid.module.css';

const PHONE = '(max-width: 48em)';

/** Part × calendar week: what is needed, what comes, what is left. */
export function WeekGrid(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(projectionQuery);
  const isPhone = useMediaQuery(PHONE) ?? false;
  const search = useSearch({ from: '/inside/grid' });
  const names = useNames();
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const nodes = useMemo(() => {
    const found = query.data ? filterNodes(query.data.nodes, search, names) : [];
    return search.supply === 'transit' ? found : found.map(asDelivered);
  }, [query.data, search, names]);
  const toggle = (week: string): void => setExpanded(toggled(expanded, week));
  const allWeeks = weeksOf(query.data?.days ?? []).map(({ key }) => key);
  const allOpen = allWeeks.length > 0 && expanded.size === allWeeks.length;
  return (
    <Page
      fill
      title={t('screen.grid')}
      note={query.data && t('grid.note', { count: nodes.length, total: query.data.nodes.length })}
      actions={
        <Button
          variant="default"
          leftSection={<IconArrowsHorizontal size={14} aria-hidden />}
          onClick={() => setExpanded(new Set(allOpen ? [] : allWeeks))}
        >
          {allOpen ? t('grid.collapse') : t('grid.expand')}
        </Button>
      }
      tools={<GridFilters projection={query.data} />}
    >
      <Answered query={query}>
        {(projection) =>
          nodes.length === 0 ? (
            <Empty
              title={t('grid.empty')}
              text={projection.nodes.length === 0 ? t('grid.emptyText') : t('grid.emptyFilter')}
            />
          ) : (
            <div className={classes.sheet}>
              <GridSheet nodes={nodes} days={projection.days} expanded={expanded} onToggle={toggle} isPhone={isPhone} />
              <ForeignLights rows={projection.foreign} />
            </div>
          )
        }
      </Answered>
    </Page>
  );
}

function toggled(expanded: ReadonlySet<string>, week: string): ReadonlySet<string> {
  const next = new Set(expanded);
  if (!next.delete(week)) next.add(week);
  return next;
}

function GridFilters({ projection }: { projection?: Projection }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const search = useSearch({ from: '/inside/grid' });
  const navigate = useNavigate({ from: '/grid' });
  const set = (change: Partial<typeof search>): void =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  const sites = [...new Set(projection?.nodes.map((node) => node.site))];
  return (
    <>
      <TextInput
        w={230}
        leftSection={<IconSearch size={14} aria-hidden />}
        placeholder={t('grid.search')}
        aria-label={t('grid.search')}
        value={search.text ?? (search.part ? names.part(search.part) : '')}
        onChange={(event) => set({ text: event.currentTarget.value || undefined, part: undefined })}
      />
      <Select
        w={190}
        aria-label={t('field.site')}
        placeholder={t('grid.allSites')}
        data={sites.map((site) => ({ value: site, label: names.site(site) }))}
        value={search.site ?? null}
        onChange={(site) => set({ site: site ?? undefined })}
        clearable
        searchable
      />
      <SegmentedControl
        aria-label={t('grid.light')}
        value={search.light ?? 'all'}
        onChange={(light) => set({ light: light === 'all' ? undefined : light })}
        data={(['all', 'red', 'amber', 'green'] as const).map((light) => ({
          value: light,
          label: light === 'all' ? t('today.all') : t(`light.${light}`),
        }))}
      />
      <SegmentedControl
        aria-label={t('grid.supply')}
        value={search.supply ?? 'delivered'}
        onChange={(supply) => set({ supply: supply === 'delivered' ? undefined : supply })}
        data={(['delivered', 'transit'] as const).map((value) => ({ value, label: t(`gridSupply.${value}`) }))}
      />
    </>
  );
}
