import { decode, toWall } from '@intakt/edi';
import { describe, expect, test } from 'vitest';
import { DeliveryPlan } from './delivery-plan.ts';
import { despatchAdvice } from './despatch.ts';
import { despatchFile, scheduleFile } from './edi-files.ts';
import { demonstrationNetwork } from './network.ts';
import { scheduleOf } from './schedules.ts';

const plan = new DeliveryPlan(demonstrationNetwork(1), '2026-11-24');
const relation = plan.network.relations.find((way) => way.relation === 'way-sedana-aurin')!;
const wall = (moment: string, site: string): string =>
  toWall(moment, plan.network.sites.find((row) => row.site === site)!.timeZone).replace('Z', '');
const [load] = plan.loads(relation, plan.opened + 1);

function read(bytes: Uint8Array) {
  const answer = decode(bytes, { timeZoneOffsetMinutes: 'local' });
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.interchanges[0]!;
}

describe.each(['edifact', 'x12'] as const)('in %s', (format) => {
  test('a despatch advice reads back with its lines, local times and labels', () => {
    const interchange = read(despatchFile(plan, load!, format).bytes);
    const advice = despatchAdvice(plan, load!);
    const [statement] = interchange.messages[0]!.statements;
    expect(statement).toMatchObject({
      kind: 'despatch',
      despatchNote: advice.despatchNote,
      despatchedAt: wall(advice.despatchedAt, relation.from),
      expectedAt: wall(advice.expectedAt, relation.to),
      mode: 'road',
      lines: advice.lines.map(({ line, quantity, unit }) => ({ line, quantity, unit })),
    });
    const units = statement!.kind === 'despatch' ? statement!.units.map(({ unit }) => unit) : [];
    expect(units.toSorted()).toEqual(advice.units!.map(({ unit }) => unit).toSorted());
  });

  test('a schedule reads back with its quantities and cumulatives, release after release', () => {
    const interchange = read(scheduleFile(plan, relation, plan.opened + 1, '20261124', format).bytes);
    const statements = interchange.messages.flatMap((message) => message.statements);
    expect(statements).toHaveLength(relation.lanes.length);
    for (const [index, statement] of statements.entries()) {
      if (statement.kind !== 'schedule') throw new Error(`${statement.kind} in a schedule file`);
      const written = scheduleOf(plan, relation, relation.lanes[index]!, plan.opened + 1, '20261124');
      const days = ({ from, quantity }: { from: string; quantity: number }) => ({ from, quantity });
      expect(statement.quantities.map(days)).toEqual(written.quantities.map(days));
      expect(statement.cumulative?.received).toBe(written.cumulative!.received);
      expect(statement.release).toBe('20261125');
    }
  });

  test('the file written again is the same to the byte', () => {
    expect(despatchFile(plan, load!, format).bytes).toEqual(despatchFile(plan, load!, format).bytes);
  });
});
