/** SQL text of the row policies; written once here so that every table reads the same. */
const SETTING = (name: string): string => `(select coalesce(current_setting('app.${name}', true), ''))`;
/** The organisation of an organisation or a person; a device and a link are no organisation and match no such row. */
export const ORG = `(select case when current_setting('app.kind', true) in ('organisation', 'person') then coalesce(current_setting('app.org', true), '') else '' end)`;

/** The organisation is one of those that the row's event named. */
export const named = `${ORG} = any(audience)`;

export interface Sharing {
  kind: string;
  depth: 'exact' | 'light' | 'any';
  /** Columns of the table; a kind that is not about a part leaves `part` out. */
  site?: string;
  part?: string;
  /** Expression of type date that says from which day the fact is. */
  day?: string;
}

/** An accepted agreement widens the row's audience, resolved at every read. */
export const agreed = (table: string, { kind, depth, site, part, day }: Sharing): string => `exists (
  select 1 from agreement_grant g
  where g.viewer = ${ORG} and g.owner = ${table}.owner and g.kind = '${kind}' ${depth === 'any' ? '' : `and g.depth = '${depth}'`}
    ${site ? `and (g.site = '' or g.site = ${table}.${site})` : ''}
    ${part ? `and (g.part = '' or g.part = ${table}.${part})` : ''}
    ${day ? `and g.covers_from <= ${day}` : ''})`;

/** A link sees the one object it was made for; the object names its owner wherever ids are unique per owner only. */
export const linked = (object: string): string => `${SETTING('object')} = ${object}`;

export const secure = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy owner_all on ${table} for all to current_user using (true) with check (true);`;

export const readable = (table: string, using: string, name = 'audience'): string => `
  grant select on ${table} to intakt_request;
  create policy ${name} on ${table} for select to intakt_request using (${using});`;

/** People limited to sites see nothing of other sites. */
export const siteScoped = (table: string, ...columns: string[]): string => `
  create policy person_sites on ${table} as restrictive for select to intakt_request using (
    ${SETTING('sites')} = '' or ${columns.map((c) => `${c} = any(string_to_array(${SETTING('sites')}, ','))`).join(' or ')});`;
