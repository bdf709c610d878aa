import { Badge, Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useWindowEvent } from '@mantine/hooks';
import { IconDownload, IconTableImport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../languages/languages.ts';
import { type Column, DataTable } from '../../shell/data-table.tsx';
import { tellDone, tellFailure } from '../../shell/notices.ts';
import { Page, Panel } from '../../shell/page.tsx';
import classes from '../visibility/lists.module.css';
import { applyImport, IMPORT_KINDS, type ImportPreview, type ImportRow, previewImport } from './queries.ts';
import { MAX_FILE_BYTES } from './window-drop.tsx';

const ACTIONS = ['all', 'create', 'change', 'same', 'error'] as const;
const SHEETS = [
  'text/csv',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** A sheet in, a preview of every row, and only then the change. Nothing is ever wiped. */
export function Import(): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/import' });
  const navigate = useNavigate({ from: '/import' });
  const kind = IMPORT_KINDS.find((one) => one === search.kind) ?? 'parts';
  const preview = useMutation({
    mutationFn: (file: File) => previewImport(kind, file),
    onError: (error) => tellFailure(error),
  });
  return (
    <Page
      fill
      title={t('screen.import')}
      note={t('import.note')}
      tools={
        <Group gap="sm" align="center">
          <Select
            w={210}
            aria-label={t('import.kind')}
            allowDeselect={false}
            value={kind}
            data={IMPORT_KINDS.map((value) => ({ value, label: t(`importKind.${value}`) }))}
            onChange={(next) => {
              preview.reset();
              void navigate({ search: { kind: next ?? undefined } });
            }}
          />
          <Downloads what="template" kind={kind} />
          <Downloads what="rows" kind={kind} />
        </Group>
      }
    >
      {preview.data ? (
        <Rows preview={preview.data} onDone={preview.reset} />
      ) : (
        <SheetDrop busy={preview.isPending} onFile={(file) => preview.mutate(file)} />
      )}
    </Page>
  );
}

/** Links, not requests: the browser names the file, and the headings come in the language of the screen. */
function Downloads({ what, kind }: { what: 'template' | 'rows'; kind: string }): ReactNode {
  const { t } = useTranslation();
  const name = t(`import.${what}`);
  return (
    <Group gap={4} wrap="nowrap">
      <Text c="dimmed">{name}</Text>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button
          key={format}
          component="a"
          variant="default"
          size="compact-sm"
          leftSection={<IconDownload size={14} aria-hidden />}
          aria-label={`${name}, ${format.toUpperCase()}`}
          href={`/api/imports/${what}?${new URLSearchParams({ kind, format, language: currentLanguage() })}`}
          download={`${kind}.${format}`}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </Group>
  );
}

/** A file, or rows with their headings as they are copied in a spreadsheet. */
function SheetDrop({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }): ReactNode {
  const { t } = useTranslation();
  useWindowEvent('paste', ({ clipboardData, target }) => {
    const rows = clipboardData?.getData('text/plain') ?? '';
    const isField = target instanceof HTMLInputElement;
    if (!busy && !isField && rows.trim().includes('\n')) onFile(new File([rows], 'pasted.csv', { type: 'text/csv' }));
  });
  return (
    <Dropzone
      accept={SHEETS}
      multiple={false}
      maxSize={MAX_FILE_BYTES}
      loading={busy}
      onDrop={([file]) => file && onFile(file)}
      inputProps={{ 'aria-label': t('import.choose') }}
      bg="var(--surface)"
    >
      <Stack align="center" gap={6} py={70}>
        <IconTableImport size={38} stroke={1.3} aria-hidden />
        <Text fw={600} size="md">
          {t('import.choose')}
        </Text>
        <Text c="dimmed" ta="center" maw={440}>
          {t('import.chooseText')}
        </Text>
      </Stack>
    </Dropzone>
  );
}

function Rows({ preview, onDone }: { preview: ImportPreview; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [action, setAction] = useState<string>(preview.counts.error ? 'error' : 'all');
  const apply = useMutation({
    mutationFn: () => applyImport(preview.id),
    onSuccess: async () => {
      await client.invalidateQueries();
      tellDone(t('import.applied'));
      onDone();
    },
    onError: (error) => tellFailure(error),
  });
  const changes = (preview.counts.create ?? 0) + (preview.counts.change ?? 0);
  const shown = action === 'all' ? preview.rows : preview.rows.filter((row) => row.action === action);
  return (
    <Stack gap="sm" style={{ flex: 1, minHeight: 0 }}>
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t('import.filter')}
          value={action}
          onChange={setAction}
          data={ACTIONS.map((value) => ({
            value,
            label: `${t(`importAction.${value}`)} ${value === 'all' ? preview.rows.length : (preview.counts[value] ?? 0)}`,
          }))}
        />
        <Group gap="xs">
          {(preview.counts.error ?? 0) > 0 && (
            <Text c="var(--red)">{t('import.errorsStay', { count: preview.counts.error })}</Text>
          )}
          <Button variant="default" onClick={onDone}>
            {t('action.cancel')}
          </Button>
          <Button disabled={changes === 0} loading={apply.isPending} onClick={() => apply.mutate()}>
            {t('import.apply', { count: changes })}
          </Button>
        </Group>
      </Group>
      <div className={classes.fillPanel}>
        <Panel flush>
          <div className={classes.fill}>
            <DataTable
              label={t('import.preview')}
              rows={shown}
              columns={useRowColumns()}
              rowKey={(row) => String(row.row)}
              emptyTitle={t('import.noRows')}
            />
          </div>
        </Panel>
      </div>
    </Stack>
  );
}

const COLOURS: Record<ImportRow['action'], string> = { create: 'green', change: 'petrol', same: 'gray', error: 'red' };

function useRowColumns(): Column<ImportRow>[] {
  const { t } = useTranslation();
  return [
    { id: 'row', header: t('import.row'), value: (row) => row.row, width: 64, numeric: true },
    {
      id: 'action',
      header: t('import.action'),
      value: (row) => row.action,
      cell: (row) => <Badge color={COLOURS[row.action]}>{t(`importAction.${row.action}`)}</Badge>,
      width: 110,
    },
    {
      id: 'key',
      header: t('import.key'),
      value: (row) => row.key,
      cell: (row) => <span className="mono">{row.key}</span>,
      width: 190,
    },
    {
      id: 'what',
      header: t('import.what'),
      value: (row) => row.changes.length + row.errors.length,
      cell: (row) => <What row={row} />,
      grow: true,
      width: 320,
    },
  ];
}

function What({ row }: { row: ImportRow }): ReactNode {
  if (row.errors.length > 0) {
    return row.errors.map((error) => (
      <Text key={error.field} span c="var(--red)" mr="md">
        <strong>{error.field}</strong>{' '}
        {error.value !== undefined && <code className="mono">{String(error.value)}</code>} {error.message}
      </Text>
    ));
  }
  return row.changes.map((change) => (
    <Text key={change.field} span mr="md">
      <Text span c="dimmed">
        {change.field}
      </Text>{' '}
      {change.old !== undefined && <s>{String(change.old)}</s>} {String(change.new ?? '–')}
    </Text>
  ));
}
