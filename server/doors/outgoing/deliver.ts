import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { House } from '../../house.ts';
import { findSecret } from '../partners/store.ts';
import { nextTry } from '../post/backoff.ts';
import { post } from '../post/guarded-post.ts';
import { signedHeaders } from '../post/sign.ts';
import { type Due, settleOutgoing, takeDue } from './store.ts';

/** Longer than any delivery may take, so that nobody else takes up what is under way. */
const LEASE_MS = 120_000;
const MOST_AT_ONCE = 20;
export const OUT_FOLDER = 'edi-out';

/** Hands what is due to its channels, in the order it was written. Returns how many were tried. */
export async function deliverDue(house: House): Promise<number> {
  const now = house.clock.now();
  const lease = { now: iso(now), leaseUntil: iso(now + LEASE_MS), most: MOST_AT_ONCE };
  const due = await house.db.system((tx) => takeDue(tx, lease));
  for (const message of due) {
    const outcome = await handOver(house, message);
    await house.db.system((tx) => settleOutgoing(tx, message, outcome));
  }
  return due.length;
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

async function handOver(house: House, message: Due): Promise<Parameters<typeof settleOutgoing>[2]> {
  const at = house.clock.instant();
  const answer = message.channel === 'webhook' ? await postMessage(house, message) : await intoFolder(house, message);
  if (answer.ok) return { state: 'sent', at, ...(answer.target ? { target: answer.target } : {}) };
  const dueAt = nextTry(message.attempts, house.clock.now());
  return { state: dueAt ? 'waiting' : 'failed', at, dueAt, problem: answer.problem };
}

const MEDIA_TYPES: Record<Due['format'], string> = {
  edifact: 'application/edifact',
  x12: 'application/edi-x12',
  vda: 'application/octet-stream',
  csv: 'text/csv; charset=utf-8',
};

type Answer = { ok: true; target?: string } | { ok: false; problem: string };

async function postMessage(house: House, { id, owner, partner, format, name, target, bytes }: Due): Promise<Answer> {
  const secret = await house.db.system((tx) => findSecret(tx, owner, partner ?? ''));
  if (!target || !secret) return { ok: false, problem: 'The partner’s profile names no webhook any more.' };
  const headers = {
    'content-type': MEDIA_TYPES[format],
    'x-file-name': encodeURIComponent(name),
    ...signedHeaders(secret, { id, at: new Date(house.clock.now()), body: bytes }),
  };
  return post({ url: target, headers, body: bytes }, house.config.privateTargets);
}

/** Written aside and renamed: whoever collects from the folder never sees half a file. The same try again writes the same file. */
async function intoFolder(house: House, { owner, partner, name, bytes }: Due): Promise<Answer> {
  const target = path.join(OUT_FOLDER, owner, partner ?? '_', name);
  const file = path.join(house.config.dataDir, target);
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(`${file}.part`, bytes);
    await rename(`${file}.part`, file);
    return { ok: true, target };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}
