import {
  AgreementTerm,
  BillOfMaterial,
  Id,
  Identifiers,
  Instant,
  IsoDay,
  Lane,
  ORGANISATION_ROLES,
  Packaging,
  Part,
  Site,
} from '@intakt/contract';
import { type TArray, type TOptional, type TSchema, type TString, Type } from 'typebox';
import { Nullable } from '../../access/schemas.ts';

export const Page = {
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 5000, description: 'Rows of one answer; 1000 unless told.' }),
  ),
  cursor: Type.Optional(Type.String({ maxLength: 400, description: '`next` of the answer before.' })),
};
export const PageQuery = Type.Object(Page);
export const pageOf = <N extends string, S extends TSchema>(name: N, row: S) =>
  Type.Object({ [name]: Type.Array(row), next: Type.Optional(Type.String()) } as Record<N, TArray<S>> & {
    next: TOptional<TString>;
  });

export const OrganisationView = Type.Object({
  id: Id,
  name: Type.String(),
  roles: Type.Array(Type.Enum([...ORGANISATION_ROLES])),
  country: Nullable(Type.String()),
  identifiers: Identifiers,
  tier: Nullable(Type.Integer()),
  joined: Type.Boolean({ description: 'It speaks for itself; before, a partner has reported it.' }),
});
export const SiteView = Type.Object({
  id: Id,
  owner: Id,
  name: Type.String(),
  kind: Site.properties.kind,
  city: Nullable(Type.String()),
  country: Nullable(Type.String()),
  position: Nullable(Type.Object({ longitude: Type.Number(), latitude: Type.Number() })),
  timeZone: Type.String(),
  identifiers: Identifiers,
  workingWeekdays: Type.Array(Type.Integer()),
  holidays: Type.Array(IsoDay),
  dockBays: Nullable(Type.Integer()),
});
export const PackagingView = Type.Object({
  id: Id,
  owner: Id,
  code: Type.String(),
  kind: Packaging.properties.kind,
  returnable: Type.Boolean(),
  tareKg: Nullable(Type.Number()),
  lengthMm: Nullable(Type.Number()),
  widthMm: Nullable(Type.Number()),
  heightMm: Nullable(Type.Number()),
});
export const PartView = Type.Object({
  id: Id,
  owner: Id,
  number: Type.String(),
  description: Nullable(Type.String()),
  unit: Part.properties.unit,
  massKg: Nullable(Type.Number()),
  packaging: Nullable(Id),
  quantityPerPack: Nullable(Type.Number()),
  family: Nullable(Type.String()),
  myNumber: Type.String({ description: "My own number of the part, else its owner's." }),
  numbers: Type.Array(Type.Object({ organisation: Id, number: Type.String() })),
});
export const LaneView = Type.Object({
  id: Id,
  supplier: Id,
  customer: Id,
  part: Id,
  from: Id,
  to: Id,
  carrier: Nullable(Id),
  mode: Lane.properties.mode,
  leadTimeDays: Type.Number(),
  incoterm: Nullable(Type.String()),
  quota: Type.Array(Type.Object({ share: Type.Number(), validFrom: IsoDay, validTo: Type.Optional(IsoDay) })),
  minimumQuantity: Nullable(Type.Number()),
  roundingQuantity: Nullable(Type.Number()),
  endsOn: Nullable(IsoDay),
  confirmed: Type.Boolean(),
});
export const BillOfMaterialView = Type.Object({
  owner: Id,
  parent: Id,
  components: BillOfMaterial.properties.components,
  exploded: Type.Optional(
    Type.Array(
      Type.Object({
        level: Type.Integer({ description: '1 for the components of the part itself.' }),
        parent: Id,
        part: Id,
        quantity: Type.Number({ description: 'In one unit of the part at the top.' }),
        unit: Type.String(),
      }),
    ),
  ),
});
export const IdentifierView = Type.Object({
  partner: Type.String(),
  scheme: Type.String(),
  code: Type.String(),
  means: Id,
});
export const AgreementView = Type.Object({
  id: Id,
  proposer: Id,
  counterparty: Id,
  title: Type.String(),
  terms: Type.Array(AgreementTerm),
  coversFrom: IsoDay,
  state: Type.Enum(['proposed', 'accepted', 'revoked']),
  proposedAt: Instant,
  decidedAt: Nullable(Instant),
  revokedAt: Nullable(Instant),
  revokedBy: Nullable(Id),
  reason: Nullable(Type.String()),
});
const AccountTerm = Type.Object({ ...AgreementTerm.properties, agreement: Id, coversFrom: IsoDay });
export const PartnerView = Type.Object({
  organisation: OrganisationView,
  relations: Type.Array(Type.Enum(['customer', 'supplier', 'carrier'])),
  lanes: Type.Integer(),
  sites: Type.Integer(),
  give: Type.Array(AccountTerm),
  get: Type.Array(AccountTerm),
  proposals: Type.Integer({ description: 'Agreements that wait for an answer of one of the two.' }),
});
