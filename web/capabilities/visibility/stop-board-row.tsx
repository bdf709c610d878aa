import { Anchor, Badge, Button, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { LightMark } from '../../shell/status-light.tsx';
import type { BoardRow } from './board-rows.ts';
import { isChosen, type Option, optionKey, useChoose, useOptionWords } from './exception-options.tsx';
import type { OpenException } from './queries.ts';
import classes from './today.module.css';

interface RowProps {
  row: BoardRow;
  now: number;
  onOpen: (exception: string) => void;
}

/** Drawn again only when its own cause, the minute or a name has changed. */
export const StopBoardRow = memo(function StopBoardRow({ row, now, onOpen }: RowProps): ReactNode {
  return (
    <li className={classes.row} data-light={row.light} data-board>
      <When row={row} now={now} />
      <What row={row} />
      <Parts row={row} />
      <div className={classes.acts}>
        <Acts row={row} onOpen={onOpen} />
      </div>
    </li>
  );
});

function When({ row: { light, at }, now }: Pick<RowProps, 'row' | 'now'>): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.when}>
      <LightMark light={light} size={16} />
      <div>
        <Text fw={620} className="numeric" c={`var(--${light})`}>
          {at ? format.distance(at, now) : t('board.open')}
        </Text>
        {at && (
          <Text size="xs" c="dimmed" className="numeric">
            {format.instant(at)}
          </Text>
        )}
      </div>
    </div>
  );
}

/** Which line stops, why, how probably, for how long and at what cost. */
function What({ row }: { row: BoardRow }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const [first] = row.hits;
  const where = first ? names.site(first.site) : names.organisation(row.owner);
  const consequence = [
    row.probability !== undefined && t('board.probability', { percent: Math.round(row.probability * 100) }),
    row.stopDays !== undefined && t('board.days', { count: row.stopDays }),
    row.costEuro !== undefined && t('exception.cost', { euro: format.quantity(Math.round(row.costEuro)) }),
  ];
  return (
    <div className={classes.what}>
      <Text fw={600}>{row.stops ? t('board.stopsLine', { site: where }) : t(`exceptionKind.${row.kind}`)}</Text>
      <Text size="sm" c="dimmed">
        {row.stops ? `${t(`exceptionKind.${row.kind}`)}` : where} <Cause row={row} />
      </Text>
      {consequence.some(Boolean) && (
        <Text size="sm" c="dimmed" className="numeric">
          {consequence.filter(Boolean).join(' · ')}
        </Text>
      )}
    </div>
  );
}

function Cause({ row: { partner, shipment, note, expectedAt, own, owner } }: { row: BoardRow }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  if (!own && !partner) return <>· {names.organisation(owner)}</>;
  const goods = note ?? shipment;
  return (
    <>
      {partner && `· ${names.organisation(partner)} `}
      {shipment ? (
        <Anchor component={Link} size="sm" to={`/shipments/${encodeURIComponent(shipment)}` as never}>
          {goods}
        </Anchor>
      ) : (
        goods
      )}
      {expectedAt && ` ${t('exception.arrives', { when: format.instant(expectedAt) })}`}
    </>
  );
}

function Parts({ row: { hits, own } }: { row: BoardRow }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const [first] = hits;
  if (!first) return <div className={classes.part} />;
  const more = new Set(hits.map(({ part }) => part)).size - 1;
  const isHidden = names.isHiddenPart(first.part);
  const text = [names.partnerNumber(first.part), names.partText(first.part)].filter(Boolean).join(' · ');
  return (
    <div className={classes.part}>
      <Text fw={560} className={isHidden ? undefined : 'mono'} truncate component="div">
        {isHidden ? (
          t('state.notShared')
        ) : own ? (
          <Anchor
            component={Link}
            inherit
            to={`/parts/${encodeURIComponent(first.site)}/${encodeURIComponent(first.part)}` as never}
          >
            {names.part(first.part)}
          </Anchor>
        ) : (
          names.part(first.part)
        )}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {more > 0 ? t('shipments.moreParts', { count: more }) : isHidden ? first.part : text}
      </Text>
    </div>
  );
}

/** The best options as buttons; the rest, and what the cause hits, behind one more. */
function Acts({ row: { own, partner, owner, stops }, onOpen }: Omit<RowProps, 'now'>): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  if (!own)
    return (
      <Text size="sm" c="dimmed">
        {t('board.decides', { partner: names.organisation(owner ?? partner) })}
      </Text>
    );
  const best = (own.options ?? []).filter(({ option }) => option !== 'accept').slice(0, SHOWN_OPTIONS);
  return (
    <>
      {stops && !own.options && (
        <Text size="sm" c="dimmed">
          {t('board.computing')}
        </Text>
      )}
      {own.chosen ? (
        <Badge color="green" variant="light">
          {t(`exceptionOption.${own.chosen as Option['option']}`)}
        </Badge>
      ) : (
        best.map((option) => <OptionButton key={optionKey(option)} exception={own} option={option} />)
      )}
      <Button variant="subtle" size="compact-sm" onClick={() => onOpen(own.id)}>
        {t('board.more')}
      </Button>
    </>
  );
}
const SHOWN_OPTIONS = 2;

/** One press shows what it brings and costs, the second decides. */
function OptionButton({ exception, option }: { exception: OpenException; option: Option }): ReactNode {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure(false);
  const choose = useChoose(exception.id);
  const { name, facts } = useOptionWords()(option);
  const decide = (): void => choose.mutate(option, { onSettled: close });
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && close()}
      width={280}
      position="bottom-end"
      shadow="md"
      trapFocus
    >
      <Popover.Target>
        <Button variant="default" size="compact-sm" onClick={toggle} disabled={isChosen(exception, option)}>
          {name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text fw={620}>{name}</Text>
          <Text size="sm" c="dimmed">
            {facts}
          </Text>
          <Button size="compact-md" loading={choose.isPending} onClick={decide}>
            {`${t('exception.choose')}: ${name}`}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
