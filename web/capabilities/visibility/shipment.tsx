import { Anchor, Badge, Button, Group, Table, Text, Timeline } from '@mantine/core';
import { IconPackageImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shell/clock.ts';
import { eventName } from '../../shell/event-name.ts';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Page, Panel } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import { LightLabel } from '../../shell/status-light.tsx';
import { useMe } from '../network/queries.ts';
import classes from './lists.module.css';
import { Facts } from './map-panel.tsx';
import { type ShipmentDetail, shipmentQuery } from './queries.ts';
import { ReceiveForm } from './receive-form.tsx';
import { isOverdue, ShipmentState } from './shipment-state.tsx';
import { TelemetryPanel } from './telemetry-panel.tsx';
import { UnitTree } from './unit-tree-view.tsx';

export function ShipmentPage(): ReactNode {
  const { t } = useTranslation();
  const { shipment } = useParams({ from: '/inside/shipments/$shipment' });
  const query = useQuery(shipmentQuery(shipment));
  const now = useNow();
  const detail = query.data;
  return (
    <Page
      title={t('shipment.title', { note: detail?.shipment.despatchNote ?? shipment })}
      note={detail && <StateLine detail={detail} now={now} />}
      actions={detail && <Receive detail={detail} />}
    >
      <Answered query={query}>
        {(answer) => (
          <div className={classes.columns}>
            <div className={classes.stack}>
              <Lines detail={answer} />
              <UnitTree units={answer.units} />
              <TelemetryPanel shipment={shipment} />
            </div>
            <div className={classes.stack}>
              <Journey detail={answer} />
              <Events detail={answer} />
            </div>
          </div>
        )}
      </Answered>
    </Page>
  );
}

function StateLine({ detail: { shipment }, now }: { detail: ShipmentDetail; now: number }): ReactNode {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      <ShipmentState state={shipment.state} />
      {isOverdue(shipment, now) && <LightLabel light="red" text={t('shipmentState.overdue')} />}
      {!shipment.confirmed && <Badge color="yellow">{t('state.unconfirmed')}</Badge>}
    </Group>
  );
}

function Receive({ detail }: { detail: ShipmentDetail }): ReactNode {
  const { t } = useTranslation();
  const own = useMe()?.organisation.id;
  const [opened, setOpened] = useState(false);
  if (detail.shipment.customer !== own || detail.shipment.receivedAt) return null;
  return (
    <>
      <Button leftSection={<IconPackageImport size={15} aria-hidden />} onClick={() => setOpened(true)}>
        {t('receive.open')}
      </Button>
      <ReceiveForm detail={detail} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}

function Lines({ detail: { lines, shipment } }: { detail: ShipmentDetail }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return (
    <Panel title={t('shipment.lines')} flush>
      <Table.ScrollContainer minWidth={620} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('field.part')}</Table.Th>
              <Table.Th data-numeric>{t('field.despatched')}</Table.Th>
              <Table.Th data-numeric>{t('field.received')}</Table.Th>
              <Table.Th data-numeric>{t('field.difference')}</Table.Th>
              <Table.Th data-numeric>{t('field.cumulative')}</Table.Th>
              <Table.Th>{t('field.order')}</Table.Th>
              <Table.Th>{t('field.batch')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => {
              const difference = line.received - line.quantity;
              return (
                <Table.Tr key={line.line}>
                  <Table.Td>
                    <Text className="mono">{names.part(line.part)}</Text>
                    <Text size="xs" c="dimmed">
                      {[names.partnerNumber(line.part), names.partText(line.part)].filter(Boolean).join(' · ')}
                    </Text>
                  </Table.Td>
                  <Table.Td data-numeric>{format.quantity(line.quantity)}</Table.Td>
                  <Table.Td data-numeric>
                    {shipment.receivedAt || line.received > 0 ? format.quantity(line.received) : '–'}
                  </Table.Td>
                  <Table.Td
                    data-numeric
                    c={shipment.receivedAt && difference !== 0 ? 'var(--red)' : undefined}
                    fw={shipment.receivedAt && difference !== 0 ? 600 : undefined}
                  >
                    {shipment.receivedAt ? format.signed(difference) : '–'}
                  </Table.Td>
                  <Table.Td data-numeric>{line.cumulative == null ? '–' : format.quantity(line.cumulative)}</Table.Td>
                  <Table.Td className="mono">{line.orderReference}</Table.Td>
                  <Table.Td className="mono">{line.batch}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}

function Journey({ detail: { shipment, consignment } }: { detail: ShipmentDetail }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const now = useNow();
  return (
    <Panel
      title={t('shipment.journey')}
      aside={
        consignment?.longitude != null && (
          <Anchor component={Link} to="/map" search={{ shipment: shipment.id } as never}>
            {t('shipment.showOnMap')}
          </Anchor>
        )
      }
    >
      <Facts
        facts={[
          [t('field.from'), `${names.site(shipment.from)}, ${names.organisation(shipment.supplier)}`],
          [t('field.to'), [names.site(shipment.to), shipment.unloadingPoint].filter(Boolean).join(' · ')],
          [t('field.despatchedAt'), format.instant(shipment.despatchedAt)],
          [
            t('field.expectedAt'),
            `${format.instant(shipment.expectedAt)} (${format.distance(shipment.expectedAt, now)})`,
          ],
          [t('shipment.departedAt'), consignment?.departedAt && format.instant(consignment.departedAt)],
          [t('shipment.arrivedAt'), consignment?.arrivedAt && format.instant(consignment.arrivedAt)],
          [t('field.receivedAt'), shipment.receivedAt && format.instant(shipment.receivedAt)],
          [t('field.carrier'), names.organisation(shipment.carrier)],
          [t('field.vehicle'), shipment.vehicle],
          [t('field.transportReference'), shipment.transportReference],
          [t('field.mode'), shipment.mode && t(`mode.${shipment.mode}`)],
          [t('field.grossMass'), shipment.grossMassKg == null ? '' : `${format.quantity(shipment.grossMassKg)} kg`],
          [t('map.reported'), consignment?.positionAt ? format.distance(consignment.positionAt, now) : undefined],
        ]}
      />
    </Panel>
  );
}

/** The events that made the shipment what it is, each a way into the ledger. */
function Events({ detail: { shipment, receipts } }: { detail: ShipmentDetail }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const events = [
    {
      type: 'shipment-despatched',
      eventId: shipment.eventId,
      at: shipment.despatchedAt,
      by: shipment.recordedBy,
      confirmed: shipment.confirmed,
    },
    ...receipts.map(({ eventId, receivedAt, confirmed }) => ({
      type: 'goods-received',
      eventId,
      at: receivedAt,
      by: shipment.customer,
      confirmed,
    })),
  ];
  return (
    <Panel title={t('shipment.events')}>
      <Timeline bulletSize={12} lineWidth={1} active={events.length}>
        {events.map((event) => (
          <Timeline.Item
            key={event.eventId}
            title={
              <Anchor component={Link} to="/feed" search={{ event: event.eventId } as never}>
                {eventName(event.type, t)}
              </Anchor>
            }
          >
            <Text size="xs" c="dimmed">
              {format.instant(event.at)} · {names.organisation(event.by)}
              {!event.confirmed && ` · ${t('state.unconfirmed')}`}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Panel>
  );
}
