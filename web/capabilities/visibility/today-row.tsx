import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shell/clock.ts';
import { type Format, useFormat } from '../../shell/format.ts';
import { type Names, useNames } from '../../shell/names.ts';
import { LightMark } from '../../shell/status-light.tsx';
import type { OpenException, TodayItem } from './queries.ts';
import classes from './today.module.css';

/** One thing to act on: when it hits, what it is, where, why, and the way there. */
export const TodayRow = memo(function TodayRow({
  item,
  exception,
  onOpen,
}: {
  item: TodayItem;
  exception: OpenException | undefined;
  onOpen: (exception: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const now = useNow();
  const moment = momentOf(item);
  return (
    <li className={classes.row} data-light={item.light}>
      <div className={classes.when}>
        <LightMark light={item.light} size={16} />
        <div>
          <Text fw={620} className="numeric" c={`var(--${item.light})`}>
            {moment ? awayOf(item, moment, { now, format }) : '–'}
          </Text>
          {moment && (
            <Text size="xs" c="dimmed" className="numeric">
              {format.weekday(moment.slice(0, 10))} {format.shortDay(moment.slice(0, 10))}
            </Text>
          )}
        </div>
      </div>
      <div className={classes.what}>
        <Text fw={600}>{t(`todayTitle.${item.kind}`, readable(item, names, format))}</Text>
        <Text c="dimmed" size="sm">
          {causeOf(item, names, format, t)}
        </Text>
      </div>
      <PartCell item={item} names={names} />
      <div className={classes.where}>
        <Text truncate>{names.site(item.site)}</Text>
        <Text size="xs" c="dimmed" truncate>
          {names.organisation(item.partner)}
        </Text>
      </div>
      <div className={classes.links}>
        {exception && (
          <Anchor component="button" type="button" onClick={() => onOpen(exception.id)}>
            {t(exception.chosen ? 'today.decided' : 'today.options')}
          </Anchor>
        )}
        <Way item={item} />
      </div>
    </li>
  );
});

/** When it hits; where no hour can be named, since when it waits. */
function momentOf({ impactAt, values }: TodayItem): string | undefined {
  const since = values.expectedAt ?? values.receivedAt ?? values.proposedAt;
  return impactAt ?? (typeof since === 'string' ? since : undefined);
}

/** What runs out here is reckoned by the day, and given as the day's first moment. */
const awayOf = (
  { kind, impactAt }: TodayItem,
  moment: string,
  { now, format }: { now: number; format: Format },
): string =>
  impactAt && kind !== 'foreign-runout' ? format.daysAway(impactAt.slice(0, 10), now) : format.distance(moment, now);

function PartCell({ item, names }: { item: TodayItem; names: Names }): ReactNode {
  const { t } = useTranslation();
  if (!item.part) return <div className={classes.part} />;
  if (names.isHiddenPart(item.part)) {
    return (
      <div className={classes.part}>
        <Text truncate>{t('state.notShared')}</Text>
        <Text size="xs" c="dimmed" className="mono" truncate title={item.part}>
          {item.part}
        </Text>
      </div>
    );
  }
  return (
    <div className={classes.part}>
      <Text fw={560} className="mono" truncate>
        {names.part(item.part)}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {[names.partnerNumber(item.part), names.partText(item.part)].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}

/** The way to where one acts, and for a part the way to its numbers. */
function Way({ item }: { item: TodayItem }): ReactNode {
  const { t } = useTranslation();
  const { link, part, site, kind } = item;
  return (
    <>
      {!link.startsWith('/grid') && (
        <Anchor component={Link} to={link as never}>
          {t(`todayWay.${kind}`)}
        </Anchor>
      )}
      {part && (
        <Anchor component={Link} to="/grid" search={{ part, site: site ?? undefined } as never}>
          {t('today.openGrid')}
        </Anchor>
      )}
    </>
  );
}

function readable(item: TodayItem, names: Names, format: Format): Record<string, string> {
  const entries = Object.entries(item.values).map(([key, value]) => [key, readableValue(key, value, format)]);
  const when = item.impactAt ? format.shortDay(item.impactAt.slice(0, 10)) : '';
  return {
    ...Object.fromEntries(entries),
    partner: names.organisation(item.partner),
    site: names.site(item.site),
    when,
  };
}

function readableValue(key: string, value: string | number | null, format: Format): string {
  if (value === null) return '–';
  if (key === 'difference' && typeof value === 'number') return format.signed(value);
  if (typeof value === 'number') return format.quantity(Math.round(value * 10) / 10);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return format.shortDay(value);
  return /^\d{4}-\d\d-\d\dT/.test(value) ? format.instant(value) : value;
}

type Translate = ReturnType<typeof useTranslation>['t'];

function causeOf(item: TodayItem, names: Names, format: Format, t: Translate): string {
  const values = readable(item, names, format);
  const text = t(`todayText.${item.kind}`, values);
  if (item.kind !== 'runout') return text;
  return `${text} ${t(item.values.runsOutIfDelivered ? 'cause.shortAnyway' : 'cause.coveredIfDelivered')}`;
}
