import type { EventCommand, Id, Instant } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import type { ComparedRow } from './compare.ts';

export interface ImportPreview {
  id: string;
  organisation: Id;
  kind: string;
  fileName: string;
  commands: EventCommand[];
  rows: ComparedRow[];
  createdBy?: Id;
  createdAt: Instant;
  appliedAt?: Instant;
}

export async function insertPreview(tx: Transaction, preview: ImportPreview): Promise<void> {
  const { id, organisation, kind, fileName, commands, rows, createdBy, createdAt } = preview;
  await tx.query(
    `insert into import_preview (id, organisation, kind, file_name, commands, rows, created_by, created_at)
     values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8)`,
    [id, organisation, kind, fileName, JSON.stringify(commands), JSON.stringify(rows), createdBy ?? null, createdAt],
  );
}

export const findPreview = async (tx: Transaction, id: string): Promise<ImportPreview | undefined> =>
  (
    await tx.query<ImportPreview>(
      `select id, organisation, kind, file_name as "fileName", commands, rows, created_by as "createdBy", created_at as "createdAt", applied_at as "appliedAt"
       from import_preview where id = $1`,
      [id],
    )
  )[0];

export const markApplied = (tx: Transaction, id: string, at: Instant): Promise<unknown> =>
  tx.query('update import_preview set applied_at = coalesce(applied_at, $2) where id = $1', [id, at]);
