import type { Id, Instant, IsoDay, Role } from '@intakt/contract';
import type { House } from '../house.ts';
import type { Principal } from './principal.ts';

type OrganisationRole = 'oem' | 'supplier' | 'carrier' | 'warehouse';
export interface MeAnswer {
  organisation: { id: Id; name: string; roles: OrganisationRole[] };
  person?: { id: Id; name: string; email: string; language: string };
  roles: Role[];
  sites: Id[];
  kind: Principal['kind'];
  object?: string;
  demo: boolean;
  now: Instant;
  today: IsoDay;
  features: { oidc?: { name: string }; tileUrl?: string };
}

/** Who asks, and what the pages need to know before anything else. */
export async function describeMe(house: House, who: Principal): Promise<MeAnswer> {
  const { config, clock } = house;
  return {
    ...(await findNames(house, who)),
    roles: 'roles' in who ? who.roles : [],
    sites: who.kind === 'person' ? who.sites : [],
    kind: who.kind,
    ...(who.kind === 'link' ? { object: who.object } : {}),
    demo: config.demo,
    now: clock.instant(),
    today: clock.today(),
    features: {
      ...(config.oidc ? { oidc: { name: config.oidc.name } } : {}),
      ...(config.tileUrl ? { tileUrl: config.tileUrl } : {}),
    },
  };
}

/** As the server itself: a device and a link may know for whom they work, although they may not read its row. */
function findNames(house: House, who: Principal): Promise<Pick<MeAnswer, 'organisation' | 'person'>> {
  return house.db.system(async (tx) => {
    const [organisation] = await tx.query<MeAnswer['organisation']>(
      'select owner as id, name, roles from organisation where owner = $1',
      [who.organisation],
    );
    const known = organisation ?? { id: who.organisation, name: who.organisation, roles: [] };
    if (who.kind !== 'person') return { organisation: known };
    const [person] = await tx.query<NonNullable<MeAnswer['person']>>(
      'select id, name, email, language from person where id = $1',
      [who.person],
    );
    return person ? { organisation: known, person } : { organisation: known };
  });
}
