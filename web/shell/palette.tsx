import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import {
  IconAffiliate,
  IconBox,
  IconDownload,
  IconKeyboard,
  IconSearch,
  IconTruckDelivery,
  IconUpload,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../capabilities/network/queries.ts';
import type { Shipment } from '../capabilities/visibility/queries.ts';
import { type Names, useNames } from './names.ts';
import { SCREENS } from './screens.ts';
import { showShortcuts } from './shortcuts.tsx';

const LIMIT = 12;

/** Ctrl/⌘ K: every screen, part, partner, shipment and action by name. */
export function Palette(): ReactNode {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const actions = useActions(query);
  return (
    <Spotlight
      actions={actions}
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      nothingFound={t('state.noMatch')}
      highlightQuery
      limit={LIMIT * 3}
      maxHeight="min(60vh, 520px)"
      scrollable
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t('palette.placeholder'),
        'aria-label': t('shell.search'),
      }}
    />
  );
}

function useActions(query: string): SpotlightActionGroupData[] {
  const screens = useScreens();
  const doings = useDoings();
  const found = useFound(query);
  return [...screens, ...doings, ...found];
}

function useScreens(): SpotlightActionGroupData[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return useMemo(() => {
    const actions = SCREENS.map((screen) => ({
      id: screen.to,
      label: t(`screen.${screen.name}`),
      description: t(`screenText.${screen.name}`),
      leftSection: <screen.icon size={18} stroke={1.6} />,
      onClick: () => void navigate({ to: screen.to }),
    }));
    return [{ group: t('palette.screens'), actions }];
  }, [t, navigate]);
}

function useDoings(): SpotlightActionGroupData[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return useMemo(() => {
    const upload = <IconUpload size={18} stroke={1.6} />;
    const actions: SpotlightActionData[] = [
      { id: 'drop', label: t('inbox.choose'), leftSection: upload, onClick: () => void navigate({ to: '/inbox' }) },
      {
        id: 'import',
        label: t('palette.import'),
        leftSection: upload,
        onClick: () => void navigate({ to: '/import' }),
      },
      {
        id: 'export',
        label: t('administration.exportAll'),
        leftSection: <IconDownload size={18} stroke={1.6} />,
        onClick: () => window.location.assign('/api/export'),
      },
      {
        id: 'keys',
        label: t('shortcuts.title'),
        leftSection: <IconKeyboard size={18} stroke={1.6} />,
        onClick: showShortcuts,
      },
    ];
    return [{ group: t('palette.actions'), actions }];
  }, [t, navigate]);
}

/** What the query finds among parts, partners and the shipments that are loaded; nothing while it is empty. */
function useFound(query: string): SpotlightActionGroupData[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const names = useNames();
  const own = useMe()?.organisation.id;
  const client = useQueryClient();
  return useMemo(() => {
    if (query.trim() === '') return [];
    const shipments = client
      .getQueriesData<Shipment[]>({ queryKey: ['shipments'] })
      .flatMap(([, data]) => (Array.isArray(data) ? data : []));
    const openPart = (part: string): void => void navigate({ to: '/grid', search: { part } });
    const openPartner = (partner: string): void => void navigate({ to: '/partners', search: { partner } });
    const openShipment = (shipment: string): void =>
      void navigate({ to: '/shipments/$shipment', params: { shipment } });
    return [
      { group: t('palette.parts'), actions: partActions(names, query, openPart) },
      { group: t('palette.partners'), actions: partnerActions(names, own, query, openPartner) },
      { group: t('screen.shipments'), actions: shipmentActions(shipments, names, query, openShipment) },
    ];
  }, [t, navigate, names, own, client, query]);
}

const includes = (query: string, ...texts: (string | null | undefined)[]): boolean => {
  const wanted = query.toLowerCase().replaceAll(' ', '');
  return texts.some((text) => text?.toLowerCase().replaceAll(' ', '').includes(wanted));
};

function partActions(names: Names, query: string, open: (id: string) => void): SpotlightActionData[] {
  return [...names.parts.values()]
    .filter((part) =>
      includes(query, part.myNumber, part.number, part.description, ...part.numbers.map(({ number }) => number)),
    )
    .slice(0, LIMIT)
    .map((part) => ({
      id: `part:${part.id}`,
      label: part.myNumber,
      description: [names.partnerNumber(part.id), part.description].filter(Boolean).join(' · '),
      keywords: [query],
      leftSection: <IconBox size={18} stroke={1.6} />,
      onClick: () => open(part.id),
    }));
}

function partnerActions(
  names: Names,
  own: string | undefined,
  query: string,
  open: (id: string) => void,
): SpotlightActionData[] {
  return [...names.organisations.values()]
    .filter((organisation) => organisation.id !== own && includes(query, organisation.name, organisation.id))
    .slice(0, LIMIT)
    .map((organisation) => ({
      id: `partner:${organisation.id}`,
      label: organisation.name,
      keywords: [query],
      leftSection: <IconAffiliate size={18} stroke={1.6} />,
      onClick: () => open(organisation.id),
    }));
}

function shipmentActions(
  shipments: Shipment[],
  names: Names,
  query: string,
  open: (id: string) => void,
): SpotlightActionData[] {
  const found = shipments.filter((shipment) =>
    includes(query, shipment.despatchNote, shipment.vehicle, shipment.transportReference),
  );
  return [...new Map(found.map((shipment) => [shipment.id, shipment])).values()].slice(0, LIMIT).map((shipment) => ({
    id: `shipment:${shipment.id}`,
    label: shipment.despatchNote,
    description: `${names.site(shipment.from)} → ${names.site(shipment.to)}`,
    keywords: [query],
    leftSection: <IconTruckDelivery size={18} stroke={1.6} />,
    onClick: () => open(shipment.id),
  }));
}
