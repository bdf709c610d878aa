import { Migrator } from 'kysely/migration';
import type { Database, Transaction } from './database.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { assertRolesAreHarmless, ensureRoles } from './roles.ts';

const MIGRATION_LOCK = 4_711_200_145;

/**
 * Brings the tables up to date, in one transaction: either all of it is there afterwards or nothing has changed.
 * Two servers that start together take turns.
 */
export async function migrate(db: Database): Promise<{ applied: string[] }> {
  return db.system(async (tx) => ({ applied: await migrateIn(tx) }));
}

/** The same inside a transaction that is open already; a restore goes `to` the migration that its backup was made at. */
export async function migrateIn(tx: Transaction, to?: string): Promise<string[]> {
  await tx.query(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
  await tx.query('set local statement_timeout = 0');
  await ensureRoles(tx);
  const applied = await applyMigrations(tx, to);
  await assertRolesAreHarmless(tx);
  return applied;
}

async function applyMigrations(tx: Transaction, to: string | undefined): Promise<string[]> {
  if (to && !(to in MIGRATIONS))
    throw new Error(`This version of Intakt does not know the migration ${to}; use a newer one.`);
  const migrator = new Migrator({ db: tx.kysely, provider: { getMigrations: async () => MIGRATIONS } });
  const { error, results = [] } = to ? await migrator.migrateTo(to) : await migrator.migrateToLatest();
  const failed = results.find((result) => result.status === 'Error');
  if (error)
    throw new Error(`The migration ${failed?.migrationName ?? ''} failed: ${(error as Error).message}`, {
      cause: error,
    });
  return results.map((result) => result.migrationName);
}
