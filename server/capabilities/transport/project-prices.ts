import type { EventData, RATE_KINDS } from '@intakt/contract';
import { need, type Projection, type Projections } from '../../record/projection.ts';
import type { RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';

type Rates = 'tariff-agreed' | 'groupage-rates-agreed' | 'full-load-rates-agreed';
type OfRates = Pick<EventData<Rates>, 'carrier' | 'customer' | 'tariff'>;

const ratesOf = (rows: RowSet, { carrier, customer, tariff }: OfRates) =>
  rows.get('price_list', carrier, customer, tariff);

/** What the carrier itself said is not overwritten by what its customer reports of it, and a name stands for one kind of price. */
const agreed = <T extends Rates>(kind: (typeof RATE_KINDS)[number]): Projection<T> => ({
  needs: ({ data }) => [need('price_list', data.carrier, data.customer, data.tariff)],
  check: ({ data, confirmed }, rows) => {
    const known = ratesOf(rows, data);
    const isTaken = known && (known.kind !== kind || (known.confirmed && !confirmed));
    return isTaken ? new Refusal('ID_TAKEN', { what: 'tariff', id: data.tariff, owner: data.carrier }) : undefined;
  },
  apply: (event, rows) => {
    const { tariff, carrier, customer, name, currency, validFrom, validTo, ...terms }: EventData<Rates> = event.data;
    rows.put('price_list', {
      ...{ owner: carrier, id: tariff, customer, kind, name, currency },
      ...{ valid_from: validFrom, valid_to: validTo ?? null, terms },
      ...{ confirmed: event.confirmed, audience: event.audience, sequence: event.sequence },
    });
  },
});

export const priceProjections: Projections = {
  'tariff-agreed': agreed('tour'),
  'groupage-rates-agreed': agreed('groupage'),
  'full-load-rates-agreed': agreed('full-load'),
};
