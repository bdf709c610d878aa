import { Button, Group, Modal, NumberInput, Select, Stack, Textarea } from '@mantine/core';
import { CLAIM_KINDS } from '@intakt/contract';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, TwoLines } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellFailure } from '../../shell/notices.ts';
import { Answered } from '../../shell/states.tsx';
import { useMe } from '../network/queries.ts';
import classes from './freight.module.css';
import { type Claim, claimsQuery, freightQuery, raiseClaim, settleClaim } from './freight-queries.ts';

/** Damage, loss, delay and waiting: claimed by one side, settled by the other. */
export function Claims(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(claimsQuery);
  const columns = useClaimColumns();
  return (
    <Stack gap="sm">
      <RaiseClaim />
      <Answered query={query}>
        {(claims) => (
          <div className={classes.table}>
            <DataTable
              tall
              label={t('freight.tab-claims')}
              rows={claims}
              columns={columns}
              rowKey={({ by, id }) => `${by}/${id}`}
              emptyTitle={t('freight.noClaims')}
            />
          </div>
        )}
      </Answered>
    </Stack>
  );
}

function useClaimColumns(): Column<Claim>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return [
    { id: 'tour', header: t('tours.tour'), value: ({ tour }) => tour, width: 190 },
    { id: 'by', header: t('freight.by'), value: ({ by }) => names.organisation(by), width: 150 },
    {
      id: 'kind',
      header: t('field.kind'),
      value: ({ kind }) => kind,
      cell: ({ kind, text }) => <TwoLines first={t(`claimKind.${kind}`)} second={text} />,
      grow: true,
      width: 200,
    },
    {
      id: 'amount',
      header: t('freight.amount'),
      value: ({ amount }) => amount,
      cell: ({ amount, currency }) => `${format.quantity(amount)} ${currency}`,
      numeric: true,
      width: 120,
    },
    {
      id: 'state',
      header: t('field.state'),
      value: ({ state }) => state,
      cell: ({ state }) => t(`claimState.${state}`),
      width: 110,
    },
    { id: 'do', header: '', value: () => '', cell: (claim) => <Settlement claim={claim} />, width: 190 },
  ];
}

function Settlement({ claim }: { claim: Claim }): ReactNode {
  const { t } = useTranslation();
  const me = useMe()?.organisation.id;
  const client = useQueryClient();
  const settle = useMutation({
    mutationFn: (outcome: 'accepted' | 'rejected') =>
      settleClaim(claim.id, { outcome, amount: outcome === 'accepted' ? claim.amount : 0 }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['claims'] }),
    onError: (error) => tellFailure(error),
  });
  if (claim.by === me || claim.state !== 'raised') return null;
  return (
    <Group gap={4} wrap="nowrap">
      <Button size="compact-xs" onClick={() => settle.mutate('accepted')}>
        {t('freight.accept')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => settle.mutate('rejected')}>
        {t('freight.reject')}
      </Button>
    </Group>
  );
}

function RaiseClaim(): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const [tour, setTour] = useState<string | null>(null);
  const [kind, setKind] = useState<Claim['kind']>('damage');
  const [amount, setAmount] = useState<number | string>('');
  const [text, setText] = useState('');
  const freight = useQuery(freightQuery).data ?? [];
  const send = useMutation({
    mutationFn: () => raiseClaim({ tour: tour!, kind, amount: Number(amount), text }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['claims'] });
      close();
    },
    onError: (error) => tellFailure(error),
  });
  if (freight.length === 0) return null;
  return (
    <Group>
      <Button onClick={open}>{t('freight.claim')}</Button>
      <Modal opened={opened} onClose={close} title={t('freight.claim')}>
        <Stack gap="sm">
          <Select
            label={t('tours.tour')}
            searchable
            value={tour}
            onChange={setTour}
            data={freight.map((row) => row.tour)}
          />
          <Select
            label={t('field.kind')}
            allowDeselect={false}
            value={kind}
            onChange={(next) => setKind(next as Claim['kind'])}
            data={CLAIM_KINDS.map((value) => ({ value, label: t(`claimKind.${value}`) }))}
          />
          <NumberInput label={t('freight.amount')} min={0} value={amount} onChange={setAmount} />
          <Textarea
            label={t('drive.words')}
            autosize
            minRows={2}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button
            disabled={!tour || amount === '' || text === ''}
            loading={send.isPending}
            onClick={() => send.mutate()}
          >
            {t('freight.send')}
          </Button>
        </Stack>
      </Modal>
    </Group>
  );
}
