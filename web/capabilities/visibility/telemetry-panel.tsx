import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shell/format.ts';
import { Panel } from '../../shell/page.tsx';
import { type Telemetry, telemetryQuery } from './queries.ts';
import { SensorCurve } from './sensor-curve.tsx';

const MOST_SHOWN = 5;

/** What trackers measured; a shipment without trackers has no such panel. */
export function TelemetryPanel({ shipment }: { shipment: string }): ReactNode {
  const { t } = useTranslation();
  const { data } = useQuery(telemetryQuery(shipment));
  if (!data || data.curves.length + data.marked.length === 0) return null;
  const kinds = [...new Set(data.curves.map(({ kind }) => kind))];
  return (
    <Panel title={t('shipment.telemetry')}>
      <Stack gap="md">
        {kinds.map((kind) => (
          <SensorCurve key={kind} kind={kind} points={data.curves.filter((point) => point.kind === kind)} />
        ))}
        <Marked marked={data.marked} />
      </Stack>
    </Panel>
  );
}

function Marked({ marked }: Pick<Telemetry, 'marked'>): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (marked.length === 0) return null;
  return (
    <div>
      <Text fw={560} size="sm">
        {t('shipment.notBelieved')} ({format.quantity(marked.length)})
      </Text>
      <List size="sm" listStyleType="none">
        {marked.slice(0, MOST_SHOWN).map(({ at, mark, kind, value }) => (
          <List.Item key={`${at}/${kind}`}>
            {format.instant(at)} · {t('shipment.markedAt', { what: t(`sensor.${kind}`), why: t(`mark.${mark}`) })}
            {value !== null && ` (${format.quantity(value)})`}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
