import { WHAT_IFS_A_DAY } from '@intakt/contract';
import { need, type Projections } from '../../record/projection.ts';
import type { Row } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';

interface WhatIfRow extends Row {
  asked: number;
}

/** Counted under the lock of the ledger, so that a thousand at once are no more than one after the other. */
export const whatIfProjections: Projections = {
  'what-if-asked': {
    needs: ({ data }) => [need('what_if', data.owner, data.asker, data.site, data.part, data.day)],
    check: ({ data: { owner, asker, site, part, day } }, rows) => {
      const present = rows.get<WhatIfRow>('what_if', owner, asker, site, part, day);
      if ((present?.asked ?? 0) < WHAT_IFS_A_DAY) return undefined;
      return new Refusal('WHAT_IFS_USED_UP', { limit: WHAT_IFS_A_DAY, part, site, day });
    },
    apply: ({ data, occurredAt, audience, sequence }, rows) => {
      const { owner, asker, site, part, day, changes } = data;
      const present = rows.get<WhatIfRow>('what_if', owner, asker, site, part, day);
      rows.put('what_if', {
        owner,
        asker,
        site,
        part,
        day,
        asked: (present?.asked ?? 0) + 1,
        last_at: occurredAt,
        changes,
        audience,
        sequence,
      });
    },
  },
};
