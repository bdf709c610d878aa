import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { useNames } from '../../shell/names.ts';
import { Answered } from '../../shell/states.tsx';
import { MasterSheet } from './master-sheet.tsx';
import { PackagingForm } from './packaging-form.tsx';
import { type Packaging, packagingsQuery } from './queries.ts';

export function Packagings({ text }: { text?: string }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(packagingsQuery);
  const [opened, setOpened] = useState<Packaging | 'new'>();
  const columns = usePackagingColumns();
  return (
    <Answered query={query}>
      {(packagings) => (
        <MasterSheet>
          <Button
            m={8}
            style={{ alignSelf: 'flex-start' }}
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setOpened('new')}
          >
            {t('masterData.addPackaging')}
          </Button>
          <DataTable
            label={t('masterData.packagings')}
            rows={packagings}
            columns={columns}
            rowKey={(packaging) => `${packaging.owner}/${packaging.id}`}
            text={text}
            onOpen={setOpened}
            emptyTitle={t('masterData.empty')}
            emptyText={t('masterData.emptyText')}
          />
          {opened && (
            <PackagingForm packaging={opened === 'new' ? undefined : opened} onClose={() => setOpened(undefined)} />
          )}
        </MasterSheet>
      )}
    </Answered>
  );
}

function usePackagingColumns(): Column<Packaging>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return [
    {
      id: 'code',
      header: t('masterData.code'),
      value: (packaging) => packaging.code,
      cell: (packaging) => <span className="mono">{packaging.code}</span>,
      grow: true,
    },
    { id: 'kind', header: t('field.kind'), value: ({ kind }) => t(`packagingKind.${kind}`), width: 130 },
    { id: 'owner', header: t('field.owner'), value: ({ owner }) => names.organisation(owner), width: 210 },
    {
      id: 'returnable',
      header: t('masterData.returnable'),
      value: ({ returnable }) => (returnable ? t('masterData.yes') : '–'),
      width: 110,
    },
    {
      id: 'tare',
      header: t('masterData.tare'),
      value: ({ tareKg }) => tareKg,
      cell: ({ tareKg }) => (tareKg === null ? '–' : format.quantity(tareKg)),
      width: 90,
      numeric: true,
    },
    { id: 'size', header: t('masterData.size'), value: sizeOf, width: 170, numeric: true },
  ];
}

const sizeOf = ({ lengthMm, widthMm, heightMm }: Packaging): string =>
  [lengthMm, widthMm, heightMm].map((side) => side ?? '–').join(' × ');
