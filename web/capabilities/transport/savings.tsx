import { Badge, Button, Group, Modal, MultiSelect, Select, Stack, Text } from '@mantine/core';
import { SHARE_RULES, type ShareRule } from '@intakt/contract';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { Page, Panel } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import { useMe } from '../network/queries.ts';
import classes from './freight.module.css';
import { answerRule, proposeRule, type Rule, type Share, savingsQuery } from './freight-queries.ts';

/** What sharing saves, to each its own: the share of cost and CO₂ by the agreed rule against a truck of one's own. */
export function Savings(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(savingsQuery);
  return (
    <Page title={t('screen.savings')} actions={<ProposeRule />}>
      <Answered query={query}>
        {({ shares, rules }) => (
          <Stack gap="sm">
            <Totals shares={shares} />
            <Rules rules={rules} />
            <Shares shares={shares} />
          </Stack>
        )}
      </Answered>
    </Page>
  );
}

function Totals({ shares }: { shares: Share[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe()?.organisation.id;
  const mine = shares.some(({ partner }) => partner === me) ? shares.filter(({ partner }) => partner === me) : shares;
  const sum = (value: (share: Share) => number): number => mine.reduce((all, share) => all + value(share), 0);
  const figures = [
    ['savedCost', sum(({ aloneCost, cost }) => aloneCost - cost), sum(({ aloneCost }) => aloneCost), '€'],
    ['savedCo2', sum(({ aloneCo2Kg, co2Kg }) => aloneCo2Kg - co2Kg), sum(({ aloneCo2Kg }) => aloneCo2Kg), 'kg'],
  ] as const;
  return (
    <Panel title={t('savings.total')}>
      <Group gap="xl">
        {figures.map(([key, saved, alone, unit]) => (
          <div key={key}>
            <Text size="xs" c="dimmed">
              {t(`savings.${key}`)}
            </Text>
            <Text fw={640} size="lg" className="numeric">
              {format.quantity(Math.round(saved))} {unit}
            </Text>
            <Text size="xs" c="dimmed" className="numeric">
              {t('savings.ofAlone', {
                percent: alone > 0 ? Math.round((saved / alone) * 100) : 0,
                alone: format.quantity(Math.round(alone)),
                unit,
              })}
            </Text>
          </div>
        ))}
      </Group>
    </Panel>
  );
}

function Rules({ rules }: { rules: Rule[] }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const me = useMe()?.organisation.id;
  const client = useQueryClient();
  const answer = useMutation({
    mutationFn: ({ rule, value }: { rule: string; value: 'accepted' | 'rejected' }) => answerRule(rule, value),
    onSuccess: () => client.invalidateQueries({ queryKey: ['savings'] }),
    onError: (error) => tellFailure(error),
  });
  if (rules.length === 0) return null;
  return (
    <Panel title={t('savings.rules')}>
      <Stack gap={6}>
        {rules.map(({ rule, owner, partner, kind, validFrom, state }) => (
          <Group key={`${rule}/${partner}`} gap="sm">
            <Text style={{ flex: 1 }}>
              {names.organisation(partner === me ? owner : partner)}: {t(`shareRule.${kind}`)},{' '}
              {t('savings.from', { day: format.day(validFrom) })}
            </Text>
            <Badge color={state === 'accepted' ? 'green' : state === 'rejected' ? 'red' : 'gray'}>
              {t(`ruleState.${state}`)}
            </Badge>
            {partner === me && state !== 'accepted' && (
              <Button size="compact-xs" onClick={() => answer.mutate({ rule, value: 'accepted' })}>
                {t('freight.accept')}
              </Button>
            )}
            {partner === me && state !== 'rejected' && (
              <Button size="compact-xs" variant="default" onClick={() => answer.mutate({ rule, value: 'rejected' })}>
                {t('freight.reject')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}

function Shares({ shares }: { shares: Share[] }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const whole = (value: number): string => format.quantity(Math.round(value));
  const columns: Column<Share>[] = [
    { id: 'day', header: t('field.day'), value: ({ day }) => day, cell: ({ day }) => format.shortDay(day), width: 80 },
    { id: 'tour', header: t('tours.tour'), value: ({ tour }) => tour, grow: true, width: 180 },
    { id: 'partner', header: t('savings.partner'), value: ({ partner }) => names.organisation(partner), width: 170 },
    { id: 'rule', header: t('savings.rule'), value: ({ kind }) => t(`shareRule.${kind}`), width: 160 },
    {
      id: 'cost',
      header: t('savings.share'),
      value: ({ cost }) => cost,
      cell: ({ cost }) => `${whole(cost)} €`,
      numeric: true,
      width: 100,
    },
    {
      id: 'alone',
      header: t('savings.alone'),
      value: ({ aloneCost }) => aloneCost,
      cell: ({ aloneCost }) => `${whole(aloneCost)} €`,
      numeric: true,
      width: 100,
    },
    {
      id: 'sum',
      header: t('savings.sum'),
      value: ({ totalCost }) => totalCost,
      cell: ({ totalCost, partners }) => `${whole(totalCost)} € / ${partners}`,
      numeric: true,
      width: 110,
    },
    {
      id: 'co2',
      header: 'CO₂',
      value: ({ co2Kg }) => co2Kg,
      cell: ({ co2Kg, aloneCo2Kg }) => `${whole(co2Kg)} / ${whole(aloneCo2Kg)} kg`,
      numeric: true,
      width: 130,
    },
  ];
  return (
    <div className={classes.table}>
      <DataTable
        label={t('savings.shares')}
        rows={shares}
        columns={columns}
        rowKey={({ tour, partner }) => `${tour}/${partner}`}
        emptyTitle={t('savings.empty')}
        emptyText={t('savings.emptyText')}
      />
    </div>
  );
}

function ProposeRule(): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const me = useMe();
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const [partners, setPartners] = useState<string[]>([]);
  const [kind, setKind] = useState<ShareRule>('shapley');
  const send = useMutation({
    mutationFn: () => proposeRule({ partners, kind, validFrom: me!.today }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['savings'] });
      close();
      tellDone(t('savings.proposed'));
    },
    onError: (error) => tellFailure(error),
  });
  const all = [...names.organisations.values()].filter(
    ({ id, roles }) => id !== me?.organisation.id && roles.includes('supplier'),
  );
  return (
    <>
      <Button onClick={open}>{t('savings.propose')}</Button>
      <Modal opened={opened} onClose={close} title={t('savings.propose')}>
        <Stack gap="sm">
          <MultiSelect
            label={t('savings.partner')}
            searchable
            value={partners}
            onChange={setPartners}
            data={all.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            label={t('savings.rule')}
            allowDeselect={false}
            value={kind}
            onChange={(next) => setKind(next as ShareRule)}
            data={SHARE_RULES.map((value) => ({ value, label: t(`shareRule.${value}`) }))}
          />
          <Button disabled={partners.length === 0} loading={send.isPending} onClick={() => send.mutate()}>
            {t('freight.send')}
          </Button>
        </Stack>
      </Modal>
    </>
  );
}
