import { Button, Group, NumberInput, Select, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ClipboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shell/clock.ts';
import { addDays, isoWeekday } from '../../shell/days.ts';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { useMe } from '../network/queries.ts';
import { type ForecastView, publishOwn } from './forecast-queries.ts';
import classes from './own-number.module.css';
import { proposedWeeks, readPasted } from './own-weeks.ts';

const WEEKS = 13;

/** What we ourselves say of the weeks to come, to one partner at a time or for ourselves; the model's number is where one begins. */
export function OwnNumber({ view }: { view: ForecastView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const today = new Date(useNow()).toISOString().slice(0, 10);
  const monday = addDays(today, 1 - isoWeekday(today));
  const own = useMe()?.organisation.id;
  const partners = usePartners(view);
  const [partner, setPartner] = useState<string | null>(partners[0]?.value ?? null);
  const [changed, setChanged] = useState<Record<string, number>>({});
  const weeks = Array.from({ length: WEEKS }, (_, i) => addDays(monday, 7 * i));
  const proposed = proposedWeeks(view, own, partner);
  const quantityOf = (week: string): number => changed[week] ?? proposed.get(week) ?? 0;
  const isCustomer = view.callOffs.some(({ customer }) => customer === own);
  const publish = usePublish(() => setChanged({}));
  const paste = (event: ClipboardEvent, from: number): void => {
    const numbers = readPasted(event.clipboardData.getData('text'));
    if (numbers.length < 2) return;
    event.preventDefault();
    const entries = numbers.slice(0, WEEKS - from).map((quantity, i) => [weeks[from + i]!, quantity]);
    setChanged((before) => ({ ...before, ...Object.fromEntries(entries) }));
  };
  return (
    <section aria-label={t('ownNumber.title')}>
      <Title order={3} size="h4">
        {t('ownNumber.title')}
      </Title>
      <Text size="xs" c="dimmed">
        {t('ownNumber.text')}
      </Text>
      <div className={classes.weeks}>
        {weeks.map((week, i) => (
          <NumberInput
            key={week}
            label={format.week(week)}
            min={0}
            hideControls
            value={quantityOf(week)}
            onChange={(value) => setChanged((before) => ({ ...before, [week]: Math.max(0, Number(value) || 0) }))}
            onPaste={(event) => paste(event, i)}
          />
        ))}
      </div>
      <Group align="end" gap="sm" mt={8}>
        <Select
          w={240}
          clearable
          label={t('ownNumber.partner')}
          data={partners}
          value={partner}
          onChange={setPartner}
        />
        <Button
          loading={publish.isPending}
          onClick={() =>
            publish.mutate({
              ...{ source: isCustomer ? 'customer' : 'supplier', site: view.site, part: view.part, unit: view.unit },
              ...(partner ? { partner } : {}),
              weeks: weeks.map((week) => ({ week, quantity: quantityOf(week) })),
            })
          }
        >
          {t(partner ? 'ownNumber.tell' : 'ownNumber.keep')}
        </Button>
      </Group>
    </section>
  );
}

/** Whom the part is traded with. */
function usePartners(view: ForecastView): { value: string; label: string }[] {
  const names = useNames();
  const own = useMe()?.organisation.id;
  const sides = new Set(view.callOffs.flatMap(({ customer, supplier }) => [customer, supplier]));
  return [...sides].filter((id) => id !== own).map((value) => ({ value, label: names.organisation(value) }));
}

function usePublish(onDone: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: publishOwn,
    onSuccess: () => {
      tellDone(t('ownNumber.told'));
      onDone();
      void client.invalidateQueries({ queryKey: ['forecasts'] });
    },
    onError: (error) => tellFailure(error),
  });
}
