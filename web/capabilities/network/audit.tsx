import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../shell/data-table.tsx';
import { useFormat } from '../../shell/format.ts';
import { Panel } from '../../shell/page.tsx';
import { Answered } from '../../shell/states.tsx';
import { type AuditRow, auditQuery } from './queries.ts';

/** Every sign-in and every change of permissions. */
export function Audit(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(auditQuery);
  const columns: Column<AuditRow>[] = [
    { id: 'at', header: t('field.time'), value: (row) => row.at, cell: (row) => format.instant(row.at), width: 150 },
    { id: 'kind', header: t('field.kind'), value: (row) => row.kind, width: 150 },
    { id: 'who', header: t('audit.who'), value: (row) => row.email ?? row.person, grow: true },
    { id: 'outcome', header: t('audit.outcome'), value: (row) => row.outcome, width: 130 },
    { id: 'method', header: t('audit.method'), value: (row) => row.method ?? row.detail, width: 150 },
    { id: 'address', header: t('audit.address'), value: (row) => row.address, width: 140 },
  ];
  return (
    <Panel flush title={t('administration.audit')}>
      <Answered query={query}>
        {(rows) => (
          <div style={{ height: 560, display: 'flex' }}>
            <DataTable
              label={t('administration.audit')}
              rows={rows}
              columns={columns}
              rowKey={(row) => `${row.at}${row.email}${row.kind}${row.detail}`}
              emptyTitle={t('audit.empty')}
            />
          </div>
        )}
      </Answered>
    </Panel>
  );
}
