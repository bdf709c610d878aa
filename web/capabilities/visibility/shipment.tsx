import { Anchor, Badge, Button, Group, Table, Text } from '@mantine/core';
import { IconDeviceMobile, IconPackageImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shell/clock.ts';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Page, Panel } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import { LightLabel } from '../../shell/status-light.tsx';
import { useMe } from '../network/queries.ts';
import classes from './lists.module.css';
import { bandFacts, Facts } from './map-panel.tsx';
import { type ShipmentDetail, shipmentQuery } from './queries.ts';
import { ReceiveForm } from './receive-form.tsx';
import { SameView, shipmentViewsQuery } from './same-view.tsx';
import { ShareLink } from './share-link.tsx';
import { isOverdue, ShipmentState } from './shipment-state.tsx';
import { ShipmentTimeline } from './shipment-timeline.tsx';
import { TelemetryPanel } from './telemetry-panel.tsx';
import { TrackMap } from './track-map.tsx';
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
      actions={
        detail && (
          <>
            <DriverLink detail={detail} />
            <Receive detail={detail} />
          </>
        )
      }
    >
      <Answered query={query}>
        {(answer) => (
          <div className={classes.columns}>
            <div className={classes.stack}>
              <Lines detail={answer} />
              <UnitTree units={answer.units} />
              <TrackMap detail={answer} />
              <TelemetryPanel shipment={shipment} />
              <SameView query={shipmentViewsQuery(shipment)} />
            </div>
            <div className={classes.stack}>
              <Journey detail={answer} />
              <ShipmentTimeline detail={answer} />
            </div>
          </div>
        )}
      </Answered>
    </Page>
  );
}

function StateLine({ detail, now }: { detail: ShipmentDetail; now: number }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { shipment } = detail;
  return (
    <Group gap="sm">
      <ShipmentState state={shipment.state} />
      {isOverdue(shipment, now) && <LightLabel light="red" text={t('shipmentState.overdue')} />}
      {detail.consignment?.heldAt && (
        <LightLabel light="red" text={t('shipment.held', { when: format.instant(detail.consignment.heldAt) })} />
      )}
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

function DriverLink({ detail: { shipment, consignment } }: { detail: ShipmentDetail }): ReactNode {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  if (!consignment || shipment.receivedAt) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDeviceMobile size={15} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('share.driver')}
      </Button>
      <ShareLink
        object={`shipment:${shipment.supplier}/${shipment.id}`}
        title={t('share.driver')}
        opened={opened}
        onClose={() => setOpened(false)}
      />
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
          ...bandFacts(shipment.arrival, format, t),
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
