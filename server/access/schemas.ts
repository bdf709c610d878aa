import { Id, Instant, IsoDay, ORGANISATION_ROLES, ROLES, Text } from '@intakt/contract';
import { Type } from 'typebox';

export const closed = { additionalProperties: false } as const;
export const Nullable = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

export const Roles = Type.Array(Type.Enum([...ROLES]), { maxItems: 6, uniqueItems: true });
export const Sites = Type.Array(Id, { maxItems: 200, uniqueItems: true });
export const Language = Type.Enum(['en', 'de', 'zh']);
export const Email = Type.String({ format: 'email', maxLength: 200 });
/** Long rather than complicated (NIST SP 800-63B); the upper bound keeps hashing cheap. */
export const Password = Type.String({ minLength: 10, maxLength: 200 });
export const Token = Type.Object({ token: Type.String({ minLength: 20, maxLength: 100 }) }, closed);
export const ById = Type.Object({ id: Id }, closed);
/** A body that may be left out altogether. */
export const NoneOr = <S extends Type.TSchema>(body: S) => Type.Union([body, Type.Null()]);
export const Done = Type.Object({ done: Type.Literal(true) });
export const DONE = { done: true } as const;

export const Me = Type.Object({
  organisation: Type.Object({ id: Id, name: Type.String(), roles: Type.Array(Type.Enum([...ORGANISATION_ROLES])) }),
  person: Type.Optional(Type.Object({ id: Id, name: Text, email: Type.String(), language: Type.String() })),
  roles: Roles,
  sites: Type.Array(Id),
  kind: Type.Enum(['person', 'organisation', 'device', 'link']),
  object: Type.Optional(Type.String()),
  demo: Type.Boolean(),
  now: Instant,
  today: IsoDay,
  features: Type.Object({
    oidc: Type.Optional(Type.Object({ name: Type.String() })),
    tileUrl: Type.Optional(Type.String()),
  }),
});
export const SignedIn = Type.Object({ me: Me });
export const Issued = Type.Object({
  id: Id,
  token: Type.String({ description: 'Shown this once; only its hash is kept.' }),
});
