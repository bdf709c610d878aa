import type { CapacityWeek } from '@intakt/contract';
import { need, type Projection } from '../../record/projection.ts';
import { Refusal } from '../../refuse.ts';

/** Weeks that are no Mondays, stand twice, or could never be made. */
function objection(weeks: readonly CapacityWeek[]): { path: string; problem: string; value: unknown } | undefined {
  const seen = new Set<string>();
  for (const [i, { week, actual, maximum }] of weeks.entries()) {
    const path = `data/weeks/${i}`;
    if (new Date(`${week}T00:00:00Z`).getUTCDay() !== 1)
      return { path: `${path}/week`, problem: 'must be the Monday of the week', value: week };
    if (seen.has(week)) return { path: `${path}/week`, problem: 'stands twice; name each week once', value: week };
    seen.add(week);
    if (actual > maximum)
      return {
        path: `${path}/actual`,
        problem: `is above the maximum of ${maximum}; raise that or lower this`,
        value: actual,
      };
  }
  return undefined;
}

export const capacityStated: Projection<'capacity-stated'> = {
  needs: ({ data }) => [need('capacity_group', data.owner, data.group)],
  check: ({ data }) => {
    const wrong = objection(data.weeks);
    return wrong && new Refusal('INVALID', wrong);
  },
  apply: ({ data, eventId, occurredAt, audience, sequence }, rows) => {
    rows.put('capacity_group', {
      owner: data.owner,
      id: data.group,
      name: data.name,
      customer: data.customer ?? null,
      site: data.site ?? null,
      unit: data.unit,
      parts: data.parts,
      flexibility: (data.flexibility ?? []).toSorted((a, b) => a.fromWeeks - b.fromWeeks),
      weeks: data.weeks.toSorted((a, b) => (a.week < b.week ? -1 : 1)),
      stated_at: occurredAt,
      event_id: eventId,
      audience,
      sequence,
    });
  },
};

export const capacityResourcesStated: Projection<'capacity-resources-stated'> = {
  needs: ({ data }) => [need('capacity_resource', data.owner, data.group)],
  apply: ({ data, audience, sequence }, rows) => {
    rows.put('capacity_resource', {
      owner: data.owner,
      id: data.group,
      shifts_per_week: data.shiftsPerWeek,
      hours_per_shift: data.hoursPerShift,
      hours_per_unit: data.hoursPerUnit,
      audience,
      sequence,
    });
  },
};

export const capacityWithdrawn: Projection<'capacity-withdrawn'> = {
  needs: ({ data }) => [
    need('capacity_group', data.owner, data.group),
    need('capacity_resource', data.owner, data.group),
  ],
  check: ({ data }, rows) =>
    rows.get('capacity_group', data.owner, data.group)
      ? undefined
      : new Refusal('NOT_FOUND', { what: 'capacity group', id: data.group }),
  apply: ({ data }, rows) => {
    for (const table of ['capacity_group', 'capacity_resource']) {
      const row = rows.get(table, data.owner, data.group);
      if (row) rows.remove(table, row);
    }
  },
};
