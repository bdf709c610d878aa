import { Group, Table, Text } from '@mantine/core';
import { IconEye, IconEyeOff, IconTrafficLights } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type AnswerOf, answered, api } from '../../api.ts';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Panel } from '../../shell/page.tsx';
import { LightLabel } from '../../shell/status-light.tsx';

type Views = AnswerOf<'/api/views/shipments/{id}', 'get'>;
type Facet = Views['facets'][number];

export const shipmentViewsQuery = (id: string) =>
  queryOptions({
    queryKey: ['shipments', 'views', id],
    queryFn: () => answered(api.GET('/api/views/shipments/{id}', { params: { path: { id } } })),
  });
export const nodeViewsQuery = (site: string, part: string) =>
  queryOptions({
    queryKey: ['projection', 'views', site, part],
    queryFn: () =>
      answered(api.GET('/api/views/nodes/{site}/{part}', { params: { path: { site, part } } })) as Promise<Views>,
  });

/** One object, one column per partner: the same figure where it is shared, and said so where it is not. */
export function SameView({
  query,
}: {
  query: ReturnType<typeof shipmentViewsQuery> | ReturnType<typeof nodeViewsQuery>;
}): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const { data } = useQuery(query as ReturnType<typeof shipmentViewsQuery>);
  if (!data) return null;
  return (
    <Panel title={t('views.title')} flush>
      <Text c="dimmed" size="xs" px={14} pt={10}>
        {t('views.note')}
      </Text>
      <Table.ScrollContainer
        minWidth={220 + data.columns.length * 150}
        scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      >
        <Table aria-label={t('views.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('views.facet')}</Table.Th>
              {data.columns.map(({ organisation, why }) => (
                <Table.Th key={organisation}>
                  {why === 'self' ? t('views.mine') : names.organisation(organisation)}
                  <Text size="xs" c="dimmed" fw={400}>
                    {why === 'message' && t('views.byMessage')}
                    {why === 'agreement' && t('views.byAgreement')}
                    {why === 'trade' && t('views.byTrade')}
                    {why === 'owner' && t('field.owner')}
                  </Text>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.facets.map((facet) => (
              <Table.Tr key={facet.facet}>
                <Table.Td>{t(`viewFacet.${facet.facet}` as 'viewFacet.stock')}</Table.Td>
                {facet.cells.map((cell, i) => (
                  <Table.Td key={data.columns[i]!.organisation} data-cell={cell}>
                    <Cell cell={cell} facet={facet} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}

function Cell({ cell, facet }: { cell: Facet['cells'][number]; facet: Facet }): ReactNode {
  const { t } = useTranslation();
  if (cell === 'nothing') return <Text c="dimmed">{t('views.none')}</Text>;
  if (cell === 'unknown') return <Text c="dimmed">–</Text>;
  if (cell === 'not-shared')
    return (
      <Group gap={5} wrap="nowrap" c="dimmed">
        <IconEyeOff size={14} aria-hidden />
        {t('views.notShared')}
      </Group>
    );
  const Icon = facet.facet === 'runoutLight' ? IconTrafficLights : IconEye;
  return (
    <Group gap={5} wrap="nowrap">
      <Icon size={14} aria-hidden />
      <Value facet={facet} />
    </Group>
  );
}

function Value({ facet: { facet, count, quantity, at, light } }: { facet: Facet }): ReactNode {
  const format = useFormat();
  const texts = [
    quantity == null ? undefined : format.quantity(Math.round(quantity * 10) / 10),
    // A runout is reckoned by the day, all else by the moment.
    at ? (facet === 'runout' ? format.shortDay(at) : format.instant(at)) : undefined,
  ];
  const text = texts.filter(Boolean).join(' · ');
  return (
    <Group gap={6} wrap="nowrap" className="numeric">
      {light && <LightLabel light={light} />}
      {text || (light ? '' : format.quantity(count))}
    </Group>
  );
}
