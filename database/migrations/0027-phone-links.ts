import { linked, readable } from './policies.ts';

/** What the holder of a link sees beside its consignment: both ends, the papers, whose goods they are; at a gate, the site's. */
const atGate = `(${linked(`'site:' || customer || '/' || site_to`)} or ${linked(`'site:' || owner || '/' || site_from`)})`;
const ofLinkedConsignment = (condition: string): string =>
  `(select coalesce(current_setting('app.kind', true), '')) = 'link' and exists (select 1 from consignment c where ${condition})`;

export const phoneLinkPolicies = `
  ${readable('consignment', atGate, 'gate')}
  ${readable('site', `${linked(`'site:' || owner || '/' || id`)} or (${ofLinkedConsignment('(c.site_from = site.id and c.owner = site.owner) or (c.site_to = site.id and c.customer = site.owner)')})`, 'link')}
  ${readable('organisation', ofLinkedConsignment('organisation.owner in (c.owner, c.customer, c.carrier)'), 'link')}
  ${readable('transport_milestone', ofLinkedConsignment('c.owner = transport_milestone.owner and c.shipment = transport_milestone.shipment'), 'link')}
`;
