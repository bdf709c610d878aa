import { createHmac } from 'node:crypto';
import type { House } from '../../house.ts';
import { nextTry } from '../post/backoff.ts';
import { post } from '../post/guarded-post.ts';
import { toDocument } from './answer.ts';
import { type Leased, leaseDue, settleSubscription } from './named-store.ts';
import { findCaptured, readQuery } from './query.ts';
import { nextTime } from './schedule.ts';

const LEASE_SECONDS = 60;
const MOST_AT_ONCE = 20;
const PAGE = 500;
const DAY_MS = 86_400_000;

/** Reports what was captured to the subscriptions for which it is time. Returns whether one may have more. */
export async function reportSubscriptions(house: House): Promise<boolean> {
  const now = house.clock.instant();
  const due = await house.db.system((tx) => leaseDue(tx, { now, seconds: LEASE_SECONDS, most: MOST_AT_ONCE }));
  let more = false;
  for (const subscription of due) if (await report(house, subscription)) more = true;
  return more;
}

/** Reads as the subscriber's organisation, so that a report holds what its query would. */
async function report(house: House, subscription: Leased): Promise<boolean> {
  const { id, owner, query: queryName, definition, reportIfEmpty, schedule, attempts } = subscription;
  const { end, found } = await house.db.as(
    { kind: 'organisation', org: owner },
    async (tx) => ({
      end: await lastNumber(tx, owner, subscription.position),
      found: await findCaptured(tx, readQuery(definition), { owner, after: subscription.position, limit: PAGE }),
    }),
    { readOnly: true },
  );
  const isFull = found.length === PAGE;
  const position = isFull ? found.at(-1)!.number : end;
  const now = house.clock.now();
  const due = schedule && !isFull ? iso(nextTime(schedule, now)) : isFull && schedule ? iso(now) : undefined;
  if (found.length === 0 && !(schedule && reportIfEmpty)) {
    await settle(house, id, { position, attempts: 0, dueAt: due, problem: undefined, lastAt: undefined });
    return false;
  }
  const letter = JSON.stringify(toDocument(house, found, { queryName, subscriptionID: id }));
  const answer = await post(letterTo(subscription, letter), house.config.privateTargets);
  if (answer.ok) {
    await settle(house, id, { position, attempts: 0, dueAt: due, problem: undefined, lastAt: iso(now) });
    return isFull;
  }
  const failed = attempts + 1;
  const again = nextTry(failed, now) ?? iso(now + DAY_MS);
  await settle(house, id, {
    ...{ position: subscription.position, attempts: failed, dueAt: again },
    ...{ problem: answer.problem, lastAt: undefined },
  });
  return false;
}

const settle = (house: House, id: string, outcome: Parameters<typeof settleSubscription>[2]): Promise<unknown> =>
  house.db.system((tx) => settleSubscription(tx, id, outcome));

const iso = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : new Date(time).toISOString();

async function lastNumber(tx: Parameters<typeof findCaptured>[0], owner: string, position: number): Promise<number> {
  const [row] = await tx.query<{ number: number | null }>(
    'select max(number) as number from epcis_event where owner = $1',
    [owner],
  );
  return Math.max(position, row?.number ?? 0);
}

/** GS1-Signature is the HMAC-SHA256 of the body under the token that the subscriber gave. */
function letterTo({ dest, token }: Leased, body: string): Parameters<typeof post>[0] {
  const signature: Record<string, string> = token
    ? { 'gs1-signature': createHmac('sha256', token).update(body).digest('base64url') }
    : {};
  return {
    url: dest,
    body,
    headers: { 'content-type': 'application/ld+json', 'gs1-epcis-version': '2.0.0', ...signature },
  };
}
