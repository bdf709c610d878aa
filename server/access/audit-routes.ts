import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Instant } from '@intakt/contract';
import type { Transaction } from '@intakt/database';
import { Type } from 'typebox';
import { type Routes, readAs } from '../house.ts';
import { may } from './access.ts';
import { principalOf } from './authenticate.ts';
import { Nullable } from './schemas.ts';

const AuditRow = Type.Object({
  at: Instant,
  kind: Type.String(),
  person: Nullable(Type.String()),
  email: Nullable(Type.String()),
  outcome: Nullable(Type.String()),
  method: Nullable(Type.String()),
  address: Nullable(Type.String()),
  detail: Nullable(Type.String()),
});

/** Every sign-in and every change of what somebody may do, newest first. */
export const auditRoutes: Routes = (instance, house) => {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/api/audit',
    {
      schema: {
        tags: ['access'],
        summary: 'Sign-ins and permission changes of my organisation, newest first',
        querystring: Type.Object({
          before: Type.Optional(Instant),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 200 })),
        }),
        response: { 200: Type.Object({ audit: Type.Array(AuditRow), next: Type.Optional(Instant) }) },
      },
    },
    async (request) => {
      const who = may.readAudit(principalOf(request));
      const { before = '9999-12-31T00:00:00.000Z', limit = 200 } = request.query;
      const audit = await readAs(house, who, (tx) => readAudit(tx, before, limit));
      return audit.length === limit ? { audit, next: audit.at(-1)!.at } : { audit };
    },
  );
};

interface Audit {
  at: Instant;
  kind: string;
  person: string | null;
  email: string | null;
  outcome: string | null;
  method: string | null;
  address: string | null;
  detail: string | null;
}
/** Written out in the statement, so that a partial index on these types can serve it. */
export const CHANGES = `'roles-granted', 'credential-changed', 'person-erased', 'agreement-proposed', 'agreement-accepted', 'agreement-revoked'`;

const readAudit = (tx: Transaction, before: string, limit: number): Promise<Audit[]> =>
  tx.query<Audit>(
    `select * from (
       (select at, 'sign-in' as kind, person, email, outcome, method, address, null as detail
          from sign_in_log where at < $1 order by at desc limit $2)
       union all
       (select (body::json ->> 'recordedAt')::timestamptz, type, body::json #>> '{data,person}', null, null, null, null,
               (body::json -> 'data')::text
          from ledger_event
         where type in (${CHANGES}) and (body::json ->> 'recordedAt')::timestamptz < $1 order by sequence desc limit $2)
     ) audit order by at desc limit $2`,
    [before, limit],
  ) as Promise<Audit[]>;
