import type { EventData, Id } from '@intakt/contract';
import { need, type Projection, type Projections } from '../../record/projection.ts';
import type { Row, RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';

type OfTender = { customer: Id; tender: Id; carrier: Id };
const tenderOf = (rows: RowSet, { customer, tender, carrier }: OfTender) =>
  rows.get('tender', customer, tender, carrier);
const tenderNeeds = ({ data }: { data: OfTender }) => [need('tender', data.customer, data.tender, data.carrier)];

const wrongTender = (known: Row | undefined, id: Id, action: string, needed: string): Refusal =>
  known
    ? new Refusal('WRONG_STATE', { what: 'Tender', id, state: String(known.state), action, needed })
    : new Refusal('UNKNOWN_REFERENCE', { what: 'tender', id });

const tenderOpened: Projection<'tender-opened'> = {
  needs: tenderNeeds,
  check: ({ data }, rows) => {
    const known = tenderOf(rows, data);
    if (!known || (data.round > Number(known.round) && ['rejected', 'countered', 'open'].includes(String(known.state))))
      return undefined;
    return wrongTender(
      known,
      data.tender,
      `asking ${data.carrier} again`,
      'a later round of a tender that is not closed',
    );
  },
  apply: ({ data, occurredAt, audience, sequence }, rows) => {
    const { vehicleName, departsAt, arrivesAt, distanceKm, massKg, loadingMeters, sites } = data;
    rows.put('tender', {
      owner: data.customer,
      id: data.tender,
      carrier: data.carrier,
      tour: data.tour,
      round: data.round,
      state: 'open',
      respond_by: data.respondBy,
      price_asked: data.priceAsked ?? null,
      price_answered: tenderOf(rows, data)?.price_answered ?? null,
      price_awarded: null,
      reason: null,
      currency: data.currency,
      terms: { vehicleName, departsAt, arrivesAt, distanceKm, massKg, loadingMeters, sites },
      opened_at: occurredAt,
      answered_at: null,
      audience,
      sequence,
    });
  },
};

const ANSWERED = { accept: 'accepted', reject: 'rejected', counter: 'countered' } as const;

const tenderAnswered: Projection<'tender-answered'> = {
  needs: tenderNeeds,
  check: ({ data, occurredAt }, rows) => {
    const known = tenderOf(rows, data);
    if (known?.state !== 'open' || known.round !== data.round)
      return wrongTender(known, data.tender, `answering round ${data.round}`, 'an open round');
    if (Date.parse(occurredAt) > Date.parse(String(known.respond_by)))
      return wrongTender(
        { ...known, state: `over since ${known.respond_by}` },
        data.tender,
        'answering',
        'an answer in time',
      );
    if (data.answer !== 'reject' && data.price === undefined && known.price_asked === null)
      return new Refusal('INVALID', {
        path: 'price',
        problem: 'is needed: the customer asks for your price',
        value: 'nothing',
      });
    return undefined;
  },
  apply: ({ data, occurredAt, sequence }, rows) => {
    const known = tenderOf(rows, data)!;
    rows.put('tender', {
      ...known,
      state: ANSWERED[data.answer],
      price_answered: data.answer === 'reject' ? null : (data.price ?? known.price_asked),
      reason: data.reason ?? null,
      answered_at: occurredAt,
      sequence,
    });
  },
};

const tenderClosed: Projection<'tender-closed'> = {
  needs: tenderNeeds,
  check: ({ data }, rows) => {
    const known = tenderOf(rows, data);
    const isOpen = known && !['awarded', 'lost', 'withdrawn'].includes(String(known.state));
    if (!isOpen) return wrongTender(known, data.tender, 'closing', 'a tender that is not closed');
    const mayWin = known.state === 'accepted' || known.state === 'countered';
    if (data.outcome === 'awarded' && !mayWin)
      return wrongTender(known, data.tender, `awarding it to ${data.carrier}`, 'its acceptance or counter-offer');
    return undefined;
  },
  apply: ({ data, sequence }, rows) =>
    rows.put('tender', { ...tenderOf(rows, data), state: data.outcome, price_awarded: data.price ?? null, sequence }),
};

const freightAccrued: Projection<'freight-accrued'> = {
  needs: ({ data }) => [need('freight', data.customer, data.tour, data.carrier)],
  apply: ({ data, audience, sequence }, rows) => {
    const known = rows.get('freight', data.customer, data.tour, data.carrier);
    rows.put('freight', {
      owner: data.customer,
      tour: data.tour,
      carrier: data.carrier,
      basis: data.basis,
      agreed_by: data.agreedBy ?? null,
      currency: data.currency,
      lines: data.lines,
      planned: data.basis === 'planned' ? data.total : (known?.planned ?? null),
      driven: data.basis === 'driven' ? data.total : null,
      day: data.day,
      invoiced: known?.invoiced ?? 0,
      invoice: known?.invoice ?? null,
      audience,
      sequence,
    });
  },
};

const freightInvoiced: Projection<'freight-invoiced'> = {
  needs: ({ data }) => [
    need('freight_invoice', data.carrier, data.invoice),
    ...data.lines.map(({ tour }) => need('freight', data.customer, tour, data.carrier)),
  ],
  check: (event, rows) => {
    const { carrier, invoice } = event.data;
    return rows.get('freight_invoice', carrier, invoice)
      ? new Refusal('ID_TAKEN', { what: 'freight invoice', id: invoice, owner: carrier })
      : undefined;
  },
  apply: ({ data, confirmed, audience, sequence }, rows) => {
    rows.put('freight_invoice', {
      owner: data.carrier,
      id: data.invoice,
      customer: data.customer,
      number: data.number,
      invoiced_on: data.invoicedOn,
      currency: data.currency,
      lines: data.lines,
      total: data.lines.reduce((sum, { amount }) => sum + amount, 0),
      state: 'received',
      reason: null,
      confirmed,
      audience,
      sequence,
    });
    for (const { tour, amount } of data.lines) {
      const freight = rows.get('freight', data.customer, tour, data.carrier);
      if (freight)
        rows.put('freight', {
          ...freight,
          invoiced: Number(freight.invoiced) + amount,
          invoice: data.invoice,
          sequence,
        });
    }
  },
};

const freightInvoiceDecided: Projection<'freight-invoice-decided'> = {
  needs: ({ data }) => [need('freight_invoice', data.carrier, data.invoice)],
  check: ({ data }, rows) => {
    const known = rows.get('freight_invoice', data.carrier, data.invoice);
    return known?.customer === data.customer
      ? undefined
      : new Refusal('UNKNOWN_REFERENCE', { what: 'freight invoice', id: data.invoice });
  },
  apply: ({ data, sequence }, rows) => {
    const known = rows.get('freight_invoice', data.carrier, data.invoice);
    rows.put('freight_invoice', { ...known, state: data.decision, reason: data.reason ?? null, sequence });
  },
};

const claimRaised: Projection<'claim-raised'> = {
  needs: ({ data }) => [need('claim', data.by, data.claim), need('tour', data.customer, data.tour)],
  check: ({ data }, rows) => {
    if (rows.get('claim', data.by, data.claim))
      return new Refusal('ID_TAKEN', { what: 'claim', id: data.claim, owner: data.by });
    return rows.get('tour', data.customer, data.tour)?.carrier === data.carrier
      ? undefined
      : new Refusal('UNKNOWN_REFERENCE', { what: `tour of carrier ${data.carrier}`, id: data.tour });
  },
  apply: ({ data, occurredAt, audience, sequence }, rows) =>
    rows.put('claim', {
      owner: data.by,
      id: data.claim,
      customer: data.customer,
      carrier: data.carrier,
      tour: data.tour,
      kind: data.kind,
      amount: data.amount,
      currency: data.currency,
      description: data.text,
      state: 'raised',
      settled: null,
      reason: null,
      raised_at: occurredAt,
      audience,
      sequence,
    }),
};

const claimSettled: Projection<'claim-settled'> = {
  needs: ({ data }) => [need('claim', data.by, data.claim)],
  check: ({ data }, rows) => {
    const known = rows.get('claim', data.by, data.claim);
    const isTheirs = known?.customer === data.customer && known.carrier === data.carrier;
    if (!isTheirs) return new Refusal('UNKNOWN_REFERENCE', { what: 'claim', id: data.claim });
    if (known.state === 'raised') return undefined;
    return new Refusal('WRONG_STATE', {
      ...{ what: 'Claim', id: data.claim, state: String(known.state) },
      ...{ action: 'settling', needed: 'a claim that is not settled' },
    });
  },
  apply: ({ data, sequence }, rows) =>
    rows.put('claim', {
      ...rows.get('claim', data.by, data.claim),
      state: data.outcome,
      settled: data.outcome === 'accepted' ? data.amount : 0,
      reason: data.reason ?? null,
      sequence,
    }),
};

const ruleOf = (rows: RowSet, { owner, rule, partner }: { owner: Id; rule: Id; partner: Id }) =>
  rows.get('share_rule', owner, rule, partner);

const shareRuleProposed: Projection<'share-rule-proposed'> = {
  needs: ({ data }) => [need('share_rule', data.owner, data.rule, data.partner)],
  check: ({ data }, rows) =>
    ruleOf(rows, data) ? new Refusal('ID_TAKEN', { what: 'share rule', id: data.rule, owner: data.owner }) : undefined,
  apply: ({ data, audience, sequence }, rows) => {
    const { owner, rule: id, partner, kind, validFrom } = data;
    rows.put('share_rule', {
      owner,
      id,
      partner,
      kind,
      valid_from: validFrom,
      state: 'proposed',
      reason: null,
      audience,
      sequence,
    });
  },
};

const shareRuleAnswered: Projection<'share-rule-answered'> = {
  needs: ({ data }) => [need('share_rule', data.owner, data.rule, data.partner)],
  check: ({ data }, rows) =>
    ruleOf(rows, data) ? undefined : new Refusal('UNKNOWN_REFERENCE', { what: 'share rule', id: data.rule }),
  apply: ({ data, sequence }, rows) =>
    rows.put('share_rule', { ...ruleOf(rows, data), state: data.answer, reason: data.reason ?? null, sequence }),
};

const tourShareComputed: Projection<'tour-share-computed'> = {
  needs: () => [],
  apply: ({ data, audience, sequence }, rows) => rows.put('tour_share', shareRow(data, audience, sequence)),
};

const shareRow = (data: EventData<'tour-share-computed'>, audience: string[], sequence: number): Row => ({
  owner: data.owner,
  tour: data.tour,
  partner: data.partner,
  rule: data.rule,
  kind: data.kind,
  day: data.day,
  cost: data.cost,
  co2_kg: data.co2Kg,
  alone_cost: data.aloneCost,
  alone_co2_kg: data.aloneCo2Kg,
  total_cost: data.totalCost,
  total_co2_kg: data.totalCo2Kg,
  partners: data.partners,
  audience,
  sequence,
});

export const freightProjections: Projections = {
  'tender-opened': tenderOpened,
  'tender-answered': tenderAnswered,
  'tender-closed': tenderClosed,
  'freight-accrued': freightAccrued,
  'freight-invoiced': freightInvoiced,
  'freight-invoice-decided': freightInvoiceDecided,
  'claim-raised': claimRaised,
  'claim-settled': claimSettled,
  'share-rule-proposed': shareRuleProposed,
  'share-rule-answered': shareRuleAnswered,
  'tour-share-computed': tourShareComputed,
};
