import { need, type Projection } from '../../record/projection.ts';
import { unknownOrganisation } from './project-part.ts';

/** What a code in a partner's messages means to the organisation that reads them. */
export const identifierMapped: Projection<'identifier-mapped'> = {
  needs: ({ data }) => [
    need('identifier', data.owner, data.partner, data.scheme, data.code),
    ...(data.scheme === 'party' ? [need('organisation', data.means)] : []),
  ],
  check: ({ data }, rows) => (data.scheme === 'party' ? unknownOrganisation(rows, data.means) : undefined),
  apply: (event, rows) => {
    const { owner, partner, scheme, code, means } = event.data;
    rows.put('identifier', { owner, partner, scheme, code, means, audience: event.audience, sequence: event.sequence });
  },
};
