import type { RecordedEvent } from '@intakt/contract';
import { need, type Projection, type Projections } from '../../record/projection.ts';
import type { Row } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';

interface ExceptionRow extends Row {
  state: string;
  options: { option: string; of?: string }[] | null;
  raised_at: string;
}

const raised: Projection<'exception-raised'> = {
  needs: ({ data }) => [need('exception', data.owner, data.exception)],
  apply: ({ data, occurredAt, audience, sequence }, rows) => {
    const present = rows.get<ExceptionRow>('exception', data.owner, data.exception);
    const isNew = present?.state !== 'open';
    rows.put('exception', {
      owner: data.owner,
      id: data.exception,
      kind: data.kind,
      state: 'open',
      sites: [...new Set(data.hits.map(({ site }) => site))],
      stop_at: data.hits.find(({ stopAt }) => stopAt)?.stopAt ?? null,
      impact_at: data.impactAt ?? data.hits[0]!.stopAt ?? null,
      impact: data.impact ?? null,
      hits: data.hits,
      cause: data.cause ?? null,
      partner: data.partner ?? null,
      reference: data.reference ?? null,
      difference: data.difference ?? null,
      // What could be done about it was computed for another stop.
      options: null,
      chosen: isNew ? null : (present?.chosen ?? null),
      chosen_of: isNew ? null : (present?.chosen_of ?? null),
      raised_at: isNew ? occurredAt : present.raised_at,
      changed_at: occurredAt,
      audience,
      sequence,
    });
  },
};

/** What is said about an exception that is not open any more changes nothing. */
const change = (
  event: RecordedEvent<'exception-withdrawn' | 'exception-options-ranked' | 'exception-option-chosen'>,
  rows: Parameters<Projection['apply']>[1],
  columns: Row,
): void => {
  const present = rows.get<ExceptionRow>('exception', event.data.owner, event.data.exception);
  if (present?.state !== 'open') return;
  rows.put('exception', { ...present, ...columns, changed_at: event.occurredAt, sequence: event.sequence });
};
const needsException = ({ data }: { data: { owner: string; exception: string } }) => [
  need('exception', data.owner, data.exception),
];

const withdrawn: Projection<'exception-withdrawn'> = {
  needs: needsException,
  apply: (event, rows) => change(event, rows, { state: 'withdrawn' }),
};

const optionsRanked: Projection<'exception-options-ranked'> = {
  needs: needsException,
  apply: (event, rows) => change(event, rows, { options: event.data.options }),
};

const optionChosen: Projection<'exception-option-chosen'> = {
  needs: needsException,
  check: ({ data }, rows) => {
    const present = rows.get<ExceptionRow>('exception', data.owner, data.exception);
    if (!present) return new Refusal('NOT_FOUND', { what: 'exception', id: data.exception });
    const needed = 'an open exception and one of its options';
    const offered = present.options?.some(({ option, of }) => option === data.option && of === data.of);
    if (present.state === 'open' && offered) return undefined;
    const wanted = data.of ? `${data.option} of ${data.of}` : data.option;
    const state = present.state === 'open' ? `without the option ${wanted}` : present.state;
    return new Refusal('WRONG_STATE', { what: 'Exception', id: data.exception, state, action: 'choosing', needed });
  },
  apply: (event, rows) => change(event, rows, { chosen: event.data.option, chosen_of: event.data.of ?? null }),
};

const lightChanged: Projection<'exception-light-changed'> = {
  needs: () => [],
  apply: ({ data, audience, sequence }, rows) =>
    rows.put('exception_light', {
      owner: data.owner,
      exception: data.exception,
      site: data.site,
      part: data.part,
      kind: data.kind,
      light: data.light,
      stop_shift: data.stopShift ?? null,
      audience,
      sequence,
    }),
};

const toldOf: Projection<'exception-told'> = {
  needs: () => [],
  apply: ({ data, audience, sequence }, rows) =>
    rows.put('exception_told', {
      owner: data.owner,
      exception: data.exception,
      partner: data.to,
      kind: data.kind,
      state: data.state,
      site: data.site ?? null,
      part: data.part ?? null,
      supplier: data.supplier ?? null,
      shipment: data.shipment ?? null,
      reference: data.reference ?? null,
      difference: data.difference ?? null,
      audience,
      sequence,
    }),
};

const lineStopCost: Projection<'line-stop-cost-stated'> = {
  needs: () => [],
  apply: ({ data, audience, sequence }, rows) =>
    rows.put('line_stop_cost', {
      owner: data.owner,
      site: data.site,
      euro_per_minute: data.euroPerMinute,
      minutes_per_day: data.minutesPerDay,
      audience,
      sequence,
    }),
};

export const exceptionProjections: Projections = {
  'exception-raised': raised,
  'exception-withdrawn': withdrawn,
  'exception-options-ranked': optionsRanked,
  'exception-option-chosen': optionChosen,
  'exception-light-changed': lightChanged,
  'exception-told': toldOf,
  'line-stop-cost-stated': lineStopCost,
};
