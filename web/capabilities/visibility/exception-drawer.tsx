import { Alert, Anchor, Badge, Button, Drawer, Group, Stack, Table, Text } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { isChosen, type Option, optionKey, useChoose, useOptionWords } from './exception-options.tsx';
import { unitName } from './part-line.tsx';
import type { OpenException } from './queries.ts';

/** One cause, everything it stops, and what can be done about it, the best first. */
export function ExceptionDrawer({
  exception,
  onClose,
}: {
  exception: OpenException | undefined;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={exception !== undefined}
      onClose={onClose}
      size="lg"
      position="right"
      title={exception && <Text fw={620}>{t(`exceptionKind.${exception.kind}`)}</Text>}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {exception && (
        <Stack gap="lg">
          <Cause exception={exception} />
          <Hits exception={exception} />
          <Options exception={exception} />
        </Stack>
      )}
    </Drawer>
  );
}

function Cause({ exception: { kind, cause, stopAt } }: { exception: OpenException }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return (
    <div>
      {stopAt && <Text>{t('exception.stops', { when: format.instant(stopAt) })}</Text>}
      {cause ? (
        <Text c="dimmed">
          {t('exception.late', { partner: names.organisation(cause.supplier), when: format.instant(cause.expectedAt) })}{' '}
          <Anchor component={Link} to={`/shipments/${cause.shipment}` as never}>
            {t('shipment.title', { note: cause.despatchNote })}
          </Anchor>
        </Text>
      ) : (
        kind === 'shortage' && <Text c="dimmed">{t('exception.uncovered')}</Text>
      )}
    </div>
  );
}

function Hits({ exception: { hits } }: { exception: OpenException }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('field.part')}</Table.Th>
            <Table.Th>{t('field.site')}</Table.Th>
            <Table.Th>{t('exception.stop')}</Table.Th>
            <Table.Th data-numeric>{t('exception.short')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {hits.map((hit) => (
            <Table.Tr key={`${hit.site}/${hit.part}`}>
              <Table.Td className="mono">{names.part(hit.part)}</Table.Td>
              <Table.Td>{names.site(hit.site)}</Table.Td>
              <Table.Td className="numeric">{hit.stopAt && format.instant(hit.stopAt)}</Table.Td>
              <Table.Td data-numeric>
                {hit.shortQuantity !== undefined && `${format.quantity(hit.shortQuantity)} ${unitName(hit.unit, t)}`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Options({ exception }: { exception: OpenException }): ReactNode {
  const { t } = useTranslation();
  const choose = useChoose(exception.id);
  if (!exception.options) return <Alert icon={<IconBolt size={16} aria-hidden />}>{t('exception.computing')}</Alert>;
  return (
    <section aria-label={t('exception.options')}>
      <Text fw={620} mb="xs">
        {t('exception.options')}
      </Text>
      <Stack gap="xs">
        {exception.options.map((option) => (
          <OptionRow
            key={optionKey(option)}
            option={option}
            chosen={isChosen(exception, option)}
            busy={choose.isPending}
            onChoose={() => choose.mutate(option)}
          />
        ))}
      </Stack>
      {exception.options.some(({ costEuro }) => costEuro !== undefined) && (
        <Text size="xs" c="dimmed" mt="xs">
          {t('exception.tariffs')}
        </Text>
      )}
    </section>
  );
}

function OptionRow({
  option,
  chosen,
  busy,
  onChoose,
}: {
  option: Option;
  chosen: boolean;
  busy: boolean;
  onChoose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { name, facts } = useOptionWords()(option);
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <div>
        <Text fw={560}>{name}</Text>
        <Text size="sm" c="dimmed">
          {facts}
        </Text>
      </div>
      {chosen ? (
        <Badge color="green">{t('exception.chosen')}</Badge>
      ) : (
        <Button variant="default" loading={busy} aria-label={`${t('exception.choose')}: ${name}`} onClick={onChoose}>
          {t('exception.choose')}
        </Button>
      )}
    </Group>
  );
}
