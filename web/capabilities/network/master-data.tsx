import { Button, Tabs, TextInput } from '@mantine/core';
import { IconFileImport, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, TwoLines } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Page } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import classes from '../visibility/lists.module.css';
import { unitName } from '../visibility/part-line.tsx';
import { Lanes } from './lanes.tsx';
import { MasterSheet } from './master-sheet.tsx';
import { Packagings } from './packagings.tsx';
import { PartForm } from './part-form.tsx';
import { type Part, partsQuery, type Site, sitesQuery } from './queries.ts';
import { SiteForm } from './site-form.tsx';
import { siteKind } from './site-kind.ts';

const TABS = ['parts', 'sites', 'lanes', 'packagings'] as const;
type Tab = (typeof TABS)[number];

export function MasterData(): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/master-data' });
  const navigate = useNavigate({ from: '/master-data' });
  const tab: Tab = TABS.find((one) => one === search.tab) ?? 'parts';
  return (
    <Page
      fill
      title={t('screen.masterData')}
      actions={
        <Button variant="default" component={Link} to="/import" leftSection={<IconFileImport size={14} aria-hidden />}>
          {t('palette.import')}
        </Button>
      }
      tools={
        <TextInput
          w={260}
          leftSection={<IconSearch size={14} aria-hidden />}
          placeholder={t('masterData.search')}
          aria-label={t('masterData.search')}
          value={search.text ?? ''}
          onChange={(event) =>
            void navigate({ search: { ...search, text: event.currentTarget.value || undefined }, replace: true })
          }
        />
      }
    >
      <Tabs
        value={tab}
        onChange={(next) => void navigate({ search: { tab: next ?? undefined }, replace: true })}
        style={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
      >
        <Tabs.List mb={10}>
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`masterData.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} className={classes.fillPanel}>
          {tab === 'parts' && <Parts text={search.text} />}
          {tab === 'sites' && <Sites text={search.text} />}
          {tab === 'lanes' && <Lanes text={search.text} />}
          {tab === 'packagings' && <Packagings text={search.text} />}
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Parts({ text }: { text?: string }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const query = useQuery(partsQuery);
  const [edited, setEdited] = useState<Part>();
  const columns: Column<Part>[] = [
    {
      id: 'number',
      header: t('masterData.ownNumber'),
      value: (part) => part.myNumber,
      cell: (part) => <span className="mono">{part.myNumber}</span>,
      width: 180,
    },
    {
      id: 'others',
      header: t('masterData.otherNumbers'),
      value: (part) => [part.number, ...part.numbers.map(({ number }) => number)].join(' '),
      cell: (part) => <span className="mono">{names.partnerNumber(part.id)}</span>,
      width: 180,
    },
    { id: 'description', header: t('field.description'), value: (part) => part.description, grow: true },
    { id: 'owner', header: t('field.owner'), value: (part) => names.organisation(part.owner), width: 190 },
    { id: 'unit', header: t('field.unit'), value: (part) => unitName(part.unit, t), width: 80 },
    {
      id: 'pack',
      header: t('masterData.perPack'),
      value: (part) => part.quantityPerPack,
      cell: (part) => (part.quantityPerPack == null ? '–' : format.quantity(part.quantityPerPack)),
      width: 100,
      numeric: true,
    },
    {
      id: 'mass',
      header: t('masterData.mass'),
      value: (part) => part.massKg,
      cell: (part) => (part.massKg == null ? '–' : format.quantity(part.massKg)),
      width: 90,
      numeric: true,
    },
  ];
  return (
    <Answered query={query}>
      {(parts) => (
        <MasterSheet>
          <DataTable
            label={t('masterData.parts')}
            rows={parts}
            columns={columns}
            rowKey={(part) => part.id}
            text={text}
            onOpen={setEdited}
            emptyTitle={t('masterData.empty')}
            emptyText={t('masterData.emptyText')}
          />
          {edited && <PartForm part={edited} onClose={() => setEdited(undefined)} />}
        </MasterSheet>
      )}
    </Answered>
  );
}

function Sites({ text }: { text?: string }): ReactNode {
  const { t } = useTranslation();
  const names = useNames();
  const query = useQuery(sitesQuery);
  const [edited, setEdited] = useState<Site>();
  const columns: Column<Site>[] = [
    {
      id: 'name',
      header: t('field.site'),
      value: (site) => site.name,
      cell: (site) => <TwoLines first={site.name} second={site.id} />,
      grow: true,
    },
    { id: 'owner', header: t('field.organisation'), value: (site) => names.organisation(site.owner), width: 210 },
    { id: 'kind', header: t('field.kind'), value: (site) => siteKind(site.kind, t), width: 130 },
    {
      id: 'city',
      header: t('field.city'),
      value: (site) => [site.city, site.country].filter(Boolean).join(', '),
      width: 170,
    },
    { id: 'zone', header: t('field.timeZone'), value: (site) => site.timeZone, width: 150 },
    {
      id: 'codes',
      header: t('masterData.codes'),
      value: (site) => Object.values(site.identifiers ?? {}).join(' '),
      width: 170,
    },
  ];
  return (
    <Answered query={query}>
      {(sites) => (
        <MasterSheet>
          <DataTable
            tall
            label={t('masterData.sites')}
            rows={sites}
            columns={columns}
            rowKey={(site) => `${site.owner}/${site.id}`}
            text={text}
            onOpen={setEdited}
            emptyTitle={t('masterData.empty')}
            emptyText={t('masterData.emptyText')}
          />
          {edited && <SiteForm site={edited} onClose={() => setEdited(undefined)} />}
        </MasterSheet>
      )}
    </Answered>
  );
}
