import type { Transaction } from './database.ts';
import { FEED_ROLE, REQUEST_ROLE } from './principal.ts';

const ROLES = [REQUEST_ROLE, FEED_ROLE];

/** Creates the roles that row security is written for, and lets the current user take them. */
export async function ensureRoles(tx: Transaction): Promise<void> {
  for (const role of ROLES) {
    await createRoleIfMissing(tx, role);
    await grantIfMissing(tx, role);
    await tx.query(`grant usage on schema public to ${role}`);
  }
}

async function createRoleIfMissing(tx: Transaction, role: string): Promise<void> {
  if (await roleExists(tx, role)) return;
  await tryOrExplain(
    tx,
    `create role ${role} nologin nosuperuser nobypassrls nocreaterole nocreatedb noreplication`,
    () => roleExists(tx, role),
    `The database user may not create the role ${role}. Let an administrator run: create role ${role} nologin; grant ${role} to <the user of DATABASE_URL>;`,
  );
}

async function grantIfMissing(tx: Transaction, role: string): Promise<void> {
  if (await maySetRole(tx, role)) return;
  await tryOrExplain(
    tx,
    `grant ${role} to current_user`,
    () => maySetRole(tx, role),
    `The database user may not take the role ${role}. Let an administrator run: grant ${role} to <the user of DATABASE_URL>;`,
  );
}

/** Roles belong to the whole server: another database of it may make the same one at the same moment, which is as good. */
async function tryOrExplain(tx: Transaction, statement: string, isThere: () => Promise<boolean>, explanation: string) {
  await tx.query('savepoint role_change');
  try {
    await tx.query(statement);
  } catch (error) {
    await tx.query('rollback to savepoint role_change');
    if (!(await isThere())) throw new Error(explanation, { cause: error });
  }
}

async function roleExists(tx: Transaction, role: string): Promise<boolean> {
  return (await tx.query('select 1 from pg_roles where rolname = $1', [role])).length > 0;
}

async function maySetRole(tx: Transaction, role: string): Promise<boolean> {
  const [row] = await tx.query<{ member: boolean }>(`select pg_has_role(current_user, $1, 'member') as member`, [role]);
  return row!.member;
}

type RoleFacts = { rolname: string; rolsuper: boolean; rolbypassrls: boolean; owner: boolean; inherits: boolean };

/** Row security does not hold for a superuser, for BYPASSRLS or for an owner: refuse to serve rather than to leak. */
export async function assertRolesAreHarmless(tx: Transaction): Promise<void> {
  const roles = await tx.query<RoleFacts>(
    `select rolname, rolsuper, rolbypassrls,
            exists (select 1 from pg_class where relowner = pg_roles.oid and relkind in ('r', 'p', 'v', 'm', 'f')) as owner,
            exists (select 1 from pg_auth_members where member = pg_roles.oid) as inherits
       from pg_roles where rolname = any($1)`,
    [ROLES],
  );
  const faults = roles.flatMap(faultsOf);
  if (faults.length > 0) throw new Error(`Row security would not hold on this server: ${faults.join('; ')}.`);
}

function faultsOf(role: RoleFacts): string[] {
  const { rolname } = role;
  return [
    role.rolsuper && `${rolname} is a superuser (alter role ${rolname} nosuperuser)`,
    role.rolbypassrls && `${rolname} has BYPASSRLS (alter role ${rolname} nobypassrls)`,
    role.owner && `${rolname} owns tables or views (reassign owned by ${rolname} to …)`,
    role.inherits && `${rolname} is a member of another role (revoke it: \\drg ${rolname})`,
  ].filter((fault) => typeof fault === 'string');
}
