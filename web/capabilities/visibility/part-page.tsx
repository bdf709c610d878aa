import { Anchor, Group, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Page, Panel } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import { LightLabel } from '../../shell/status-light.tsx';
import classes from './lists.module.css';
import { unitName } from './part-line.tsx';
import { ProjectionChart } from './projection-chart.tsx';
import { type Contribution, nodeQuery, type ProjectionNode } from './queries.ts';
import { nodeViewsQuery, SameView } from './same-view.tsx';
import { WhatIfs } from './what-ifs.tsx';

const ChainGraph = lazy(() => import('./chain-graph.tsx').then(({ ChainGraph: Graph }) => ({ default: Graph })));

/** One part at one site: how its stock goes on, what that rests on, and the chain around it. */
export function PartPage(): ReactNode {
  const { t } = useTranslation();
  const { site, part } = useParams({ from: '/inside/parts/$site/$part' });
  const names = useNames();
  const query = useQuery(nodeQuery(site, part));
  const node = query.data?.node;
  return (
    <Page
      title={t('part.title', { part: names.part(part), site: names.site(site) })}
      note={node && <State node={node} />}
      actions={
        <Anchor component={Link} to="/grid" search={{ part, site } as never}>
          {t('today.openGrid')}
        </Anchor>
      }
    >
      <div className={classes.stack}>
        <Text c="dimmed" mt={-6}>
          {[names.partText(part), names.partnerNumber(part)].filter(Boolean).join(' · ')}
        </Text>
        <Answered query={query}>
          {(answer) => (
            <Panel title={t('part.projection')}>
              <ProjectionChart today={answer.today} node={answer.node} />
            </Panel>
          )}
        </Answered>
        <Panel title={t('part.chain')}>
          <Text size="xs" c="dimmed" mb="xs">
            {t('part.chainText')}
          </Text>
          <Suspense fallback={<div style={{ minHeight: 160 }} />}>
            <ChainGraph site={site} part={part} />
          </Suspense>
        </Panel>
        {query.data && <Behind rows={query.data.contributions} />}
        <WhatIfs site={site} part={part} />
        <SameView query={nodeViewsQuery(site, part)} />
      </div>
    </Page>
  );
}

function State({ node }: { node: ProjectionNode }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Group gap="md">
      <LightLabel light={node.light} />
      <span>{`${t('part.stockOnHand')} ${format.quantity(node.onHand)} ${unitName(node.unit, t)}`}</span>
      <span>{`${t('part.supply')} ${format.quantity(Math.round(node.daysOfSupply * 10) / 10)}`}</span>
    </Group>
  );
}

/** What the projection rests on, each a way to the shipment or the message that said it. */
function Behind({ rows }: { rows: Contribution[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const shown = rows.filter(({ kind }) => kind !== 'requirement').slice(0, 60);
  if (shown.length === 0) return null;
  return (
    <Panel title={t('part.shipments')} flush>
      <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table>
          <Table.Tbody>
            {shown.map((row) => (
              <Table.Tr key={`${row.kind}${row.eventId}${row.day ?? ''}`}>
                <Table.Td>{t(`contribution.${row.kind}`)}</Table.Td>
                <Table.Td className="mono">
                  <Anchor component={Link} to="/feed" search={{ event: row.eventId } as never}>
                    {row.reference}
                  </Anchor>
                </Table.Td>
                <Table.Td>{names.organisation(row.partner)}</Table.Td>
                <Table.Td className="numeric">{row.day && format.day(row.day)}</Table.Td>
                <Table.Td data-numeric>{format.quantity(row.quantity)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}
