import { Badge, Button, Group, Modal, MultiSelect, NumberInput, Select, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../shell/clock.ts';
import { type Column, DataTable, TwoLines } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { Answered } from '../../shell/states.tsx';
import { useMe } from '../network/queries.ts';
import { answerTender, awardTender, openTender, type Tender, tendersQuery } from './freight-queries.ts';
import { toursQuery } from './queries.ts';
import classes from './freight.module.css';

const COLOURS: Record<string, string> = {
  open: 'petrol',
  accepted: 'green',
  countered: 'yellow',
  rejected: 'red',
  awarded: 'green',
  lost: 'gray',
  withdrawn: 'gray',
};
const HOURS_TO_ANSWER = 24;

/** Tours that are offered: who was asked, what they answered, and who gets it. A carrier sees its own invitation alone. */
export function TenderRoom(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(tendersQuery);
  const columns = useTenderColumns();
  return (
    <Stack gap="sm">
      <OpenTender />
      <Answered query={query}>
        {(tenders) => (
          <div className={classes.table}>
            <DataTable
              tall
              label={t('freight.tab-tenders')}
              rows={tenders}
              columns={columns}
              rowKey={({ id, carrier }) => `${id}/${carrier}`}
              emptyTitle={t('freight.noTenders')}
              emptyText={t('freight.noTendersText')}
            />
          </div>
        )}
      </Answered>
    </Stack>
  );
}

function useTenderColumns(): Column<Tender>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const price = (value: number | null, currency: string): string =>
    value === null ? '–' : `${format.quantity(value)} ${currency}`;
  return [
    {
      id: 'tour',
      header: t('tours.tour'),
      value: (tender) => tender.tour,
      cell: ({ terms, tour }) => (
        <TwoLines first={terms.sites.map((site) => names.site(site)).join(' → ')} second={tour} />
      ),
      grow: true,
      width: 220,
    },
    {
      id: 'truck',
      header: t('field.vehicle'),
      value: ({ terms }) => terms.vehicleName,
      cell: ({ terms }) => (
        <TwoLines
          first={terms.vehicleName}
          second={`${format.quantity(terms.distanceKm)} km · ${format.quantity(terms.massKg)} kg`}
        />
      ),
      width: 160,
    },
    {
      id: 'departs',
      header: t('tours.departs'),
      value: ({ terms }) => terms.departsAt,
      cell: ({ terms }) => format.instant(terms.departsAt),
      width: 120,
    },
    { id: 'carrier', header: t('field.carrier'), value: ({ carrier }) => names.organisation(carrier), width: 150 },
    { id: 'round', header: t('freight.round'), value: ({ round }) => round, numeric: true, width: 70 },
    {
      id: 'state',
      header: t('field.state'),
      value: ({ state }) => state,
      cell: ({ state }) => <Badge color={COLOURS[state] ?? 'gray'}>{t(`tenderState.${state}`)}</Badge>,
      width: 110,
    },
    {
      id: 'asked',
      header: t('freight.asked'),
      value: (tender) => tender.priceAsked,
      cell: (tender) => price(tender.priceAsked, tender.currency),
      numeric: true,
      width: 100,
    },
    {
      id: 'answered',
      header: t('freight.answered'),
      value: (tender) => tender.priceAwarded ?? tender.priceAnswered,
      cell: (tender) => price(tender.priceAwarded ?? tender.priceAnswered, tender.currency),
      numeric: true,
      width: 100,
    },
    { id: 'do', header: '', value: () => '', cell: (tender) => <TenderActions tender={tender} />, width: 250 },
  ];
}

function TenderActions({ tender }: { tender: Tender }): ReactNode {
  const { t } = useTranslation();
  const me = useMe()?.organisation.id;
  const client = useQueryClient();
  const [price, setPrice] = useState<number | string>(tender.priceAsked ?? '');
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tenders'] }),
    onError: (error) => tellFailure(error),
  });
  if (me === tender.customer && (tender.state === 'accepted' || tender.state === 'countered'))
    return (
      <Button
        size="compact-xs"
        loading={act.isPending}
        onClick={() => act.mutate(() => awardTender(tender.id, tender.carrier))}
      >
        {t('freight.award')}
      </Button>
    );
  if (me !== tender.carrier || tender.state !== 'open') return null;
  const answer = (kind: 'accept' | 'reject' | 'counter'): void =>
    act.mutate(() =>
      answerTender(tender.id, { answer: kind, ...(kind !== 'reject' && price !== '' && { price: Number(price) }) }),
    );
  const kind = tender.priceAsked !== null && Number(price) === tender.priceAsked ? 'accept' : 'counter';
  return (
    <Group gap={4} wrap="nowrap">
      <NumberInput aria-label={t('freight.price')} w={90} min={0} value={price} onChange={setPrice} />
      <Button size="compact-xs" disabled={price === ''} onClick={() => answer(kind)}>
        {t(kind === 'accept' ? 'freight.accept' : 'freight.offer')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => answer('reject')}>
        {t('freight.reject')}
      </Button>
    </Group>
  );
}

/** Offers a published tour without a carrier, or again in a next round. */
function OpenTender(): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const me = useMe();
  const client = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const [tour, setTour] = useState<string | null>(null);
  const [carriers, setCarriers] = useState<string[]>([]);
  const [price, setPrice] = useState<number | string>('');
  const tours = useQuery({ ...toursQuery(me?.today ?? ''), enabled: me !== undefined }).data?.tours ?? [];
  const send = useMutation({
    mutationFn: () =>
      openTender({
        tour: tour!,
        carriers,
        respondBy: new Date(serverNow() + HOURS_TO_ANSWER * 3_600_000).toISOString(),
        ...(price !== '' && { priceAsked: Number(price) }),
      }),
    onSuccess: ({ round }) => {
      void client.invalidateQueries({ queryKey: ['tenders'] });
      close();
      tellDone(t('freight.offered', { round }));
    },
    onError: (error) => tellFailure(error),
  });
  const own = tours.filter(({ customer, state }) => customer === me?.organisation.id && state === 'published');
  if (own.length === 0) return null;
  const all = [...names.organisations.values()].filter(({ roles }) => roles.includes('carrier'));
  return (
    <Group>
      <Button onClick={open}>{t('freight.openTender')}</Button>
      <Modal opened={opened} onClose={close} title={t('freight.openTender')}>
        <Stack gap="sm">
          <Select
            label={t('tours.tour')}
            searchable
            value={tour}
            onChange={setTour}
            data={own.map(({ id, vehicleName }) => ({ value: id, label: `${vehicleName} · ${id}` }))}
          />
          <MultiSelect
            label={t('field.carrier')}
            value={carriers}
            onChange={setCarriers}
            data={all.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <NumberInput label={t('freight.priceAsked')} min={0} value={price} onChange={setPrice} />
          <Button disabled={!tour || carriers.length === 0} loading={send.isPending} onClick={() => send.mutate()}>
            {t('freight.send')}
          </Button>
        </Stack>
      </Modal>
    </Group>
  );
}
