import pg from 'pg';
import type { Transaction } from './database.ts';

/** What a backup must know about the tables, read from PostgreSQL's own catalogue so that no list can be forgotten. */
export type Column = { name: string; type: string };
export type Table = { name: string; columns: Column[] };
export type Partition = { name: string; parent: string; bound: string };
export type Sequence = { name: string; value: string };
export type ForeignKey = { table: string; name: string; definition: string };

/** The migrator's own tables are made by migrating, not by restoring. */
const OWN_TABLE = `n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not like 'kysely\\_migration%'`;

/** Tables with the columns that are written; partitions are read and written through their parent. */
export function listTables(tx: Transaction): Promise<Table[]> {
  return tx.query<Table>(
    `select c.relname as name,
            json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where ${OWN_TABLE} and not c.relispartition
      group by c.relname order by c.relname`,
  );
}

/** Parents before their partitions' partitions: a lower oid was made earlier. */
export function listPartitions(tx: Transaction): Promise<Partition[]> {
  return tx.query<Partition>(
    `select c.relname as name, p.relname as parent, pg_get_expr(c.relpartbound, c.oid) as bound
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_inherits i on i.inhrelid = c.oid
       join pg_class p on p.oid = i.inhparent
      where ${OWN_TABLE} and c.relispartition order by c.oid`,
  );
}

export function listSequences(tx: Transaction): Promise<Sequence[]> {
  return tx.query<Sequence>(
    `select sequencename as name, last_value::text as value from pg_sequences
      where schemaname = 'public' and last_value is not null order by 1`,
  );
}

/** A constraint of a partition belongs to its parent's and goes and comes with it. */
export function listForeignKeys(tx: Transaction): Promise<ForeignKey[]> {
  return tx.query<ForeignKey>(
    `select c.relname as table, f.conname as name, pg_get_constraintdef(f.oid) as definition
       from pg_constraint f
       join pg_class c on c.oid = f.conrelid
       join pg_namespace n on n.oid = c.relnamespace
      where ${OWN_TABLE} and f.contype = 'f' and f.conparentid = 0 order by 1, 2`,
  );
}

/** The newest migration that this database has had, or undefined where it has had none. */
export async function lastMigration(tx: Transaction): Promise<string | undefined> {
  const [known] = await tx.query<{ there: boolean }>(
    `select to_regclass('public.kysely_migration') is not null as there`,
  );
  if (!known!.there) return undefined;
  const [last] = await tx.query<{ name: string }>('select name from kysely_migration order by name desc limit 1');
  return last?.name;
}

export const quote = pg.escapeIdentifier;
