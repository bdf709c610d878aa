import type { CommitLine, EventData, RecordedEvent, ScheduleQuantity } from '@intakt/contract';
import { need, type Projection } from '../../record/projection.ts';
import type { Row, RowSet } from '../../record/row-set.ts';
import { Refusal } from '../../refuse.ts';
import { isSame, objectionTo } from './commit-rules.ts';
import { releasedIn } from './release-weeks.ts';

type Commit = EventData<'demand-committed'>;
type Answer = EventData<'proposal-answered'>;
type Line = Row & { requested: number; committed: number; answer: string | null };

const scheduleOf = (d: Commit): string[] => [d.customer, d.supplier, d.part, d.shipTo, d.kind];
const linesOf = (d: Commit | Answer): string[] => [d.supplier, d.customer, d.part, d.shipTo, d.kind];

/** Only the current release can be committed to: an answer to one that was replaced would promise what nobody asks for any more. */
export const demandCommitted: Projection<'demand-committed'> = {
  needs: ({ data }) => [
    need('schedule', ...scheduleOf(data)),
    ...data.lines.map(({ week }) => need('commit_line', ...linesOf(data), week)),
  ],
  check: ({ data }, rows) => {
    const schedule = rows.get<Row & { quantities: ScheduleQuantity[] }>('schedule', ...scheduleOf(data));
    if (!schedule) return new Refusal('NOT_FOUND', { what: 'delivery schedule', id: scheduleOf(data).join(' ') });
    if (schedule.event_id !== data.releaseEvent)
      return new Refusal('WRONG_STATE', {
        ...{ what: 'release', id: data.release, state: `replaced by ${schedule.release}` },
        ...{ action: 'a commit', needed: 'the current release; read it again' },
      });
    const wrong = objectionTo(data.lines, (week) => releasedIn(schedule.quantities, week));
    return wrong && new Refusal('INVALID', wrong);
  },
  apply: (event, rows) => {
    const { data } = event;
    putStatement(event, rows);
    for (const line of data.lines)
      rows.put('commit_line', {
        ...headOf(data),
        ...lineOf(line),
        unit: data.unit,
        release: data.release,
        release_event: data.releaseEvent,
        committed_at: event.occurredAt,
        event_id: event.eventId,
        answer: null,
        answer_text: null,
        answered_at: null,
        audience: event.audience,
        sequence: event.sequence,
      });
  },
};

function putStatement(
  event: RecordedEvent<'demand-committed'> | RecordedEvent<'proposal-answered'>,
  rows: RowSet,
): void {
  const { eventId, audience, sequence } = event;
  rows.put('commit_statement', { ...headOf(event.data), event_id: eventId, audience, sequence });
}

const headOf = ({ supplier, customer, part, shipTo, shipFrom, kind }: Commit | Answer) => ({
  owner: supplier,
  customer,
  part,
  ship_to: shipTo,
  ship_from: shipFrom ?? null,
  kind,
});

const lineOf = ({ week, requested, committed, reason, text, possibleIf }: CommitLine) => ({
  week,
  requested,
  committed,
  reason: reason ?? null,
  text: text ?? null,
  possible_if: possibleIf ?? null,
});

/** The customer answers the number that stands: a counter-proposal that was changed or answered meanwhile is another one. */
export const proposalAnswered: Projection<'proposal-answered'> = {
  needs: ({ data }) => data.answers.map(({ week }) => need('commit_line', ...linesOf(data), week)),
  check: ({ data }, rows) => {
    for (const { week, proposed } of data.answers) {
      const line = rows.get<Line>('commit_line', ...linesOf(data), week);
      const state = stateOf(line, proposed);
      if (state)
        return new Refusal('WRONG_STATE', {
          ...{ what: 'The counter-proposal for the week of', id: week, state },
          ...{ action: 'an answer', needed: `an open counter-proposal of ${proposed}; read it again` },
        });
    }
    return undefined;
  },
  apply: (event, rows) => {
    putStatement(event, rows);
    for (const { week, answer, text } of event.data.answers) {
      const line = rows.get<Line>('commit_line', ...linesOf(event.data), week);
      if (!line) continue;
      rows.put('commit_line', {
        ...line,
        answer,
        answer_text: text ?? null,
        answered_at: event.occurredAt,
        sequence: event.sequence,
      });
    }
  },
};

/** Why a line is no open counter-proposal of this quantity. */
function stateOf(line: Line | undefined, proposed: number): string | undefined {
  if (!line) return 'not there';
  if (isSame(line.committed, line.requested)) return `committed as requested, ${line.requested}`;
  if (line.answer) return `${line.answer} already`;
  return isSame(line.committed, proposed) ? undefined : `now ${line.committed}`;
}

export const releaseChanged: Projection<'release-changed'> = {
  needs: ({ data: d }) => [need('release_change', d.customer, d.supplier, d.part, d.shipTo, d.kind, d.release)],
  apply: ({ data, eventId, occurredAt, audience, sequence }, rows) => {
    rows.put('release_change', {
      owner: data.customer,
      supplier: data.supplier,
      part: data.part,
      ship_to: data.shipTo,
      ship_from: data.shipFrom ?? null,
      kind: data.kind,
      release: data.release,
      previous_release: data.previousRelease,
      cause: data.cause,
      text: data.text ?? null,
      unit: data.unit,
      weeks: data.weeks,
      changed_at: occurredAt,
      event_id: eventId,
      audience,
      sequence,
    });
  },
};
