import {
  type BundleVerdict,
  decodeVerifierKey,
  isReceipt,
  isTlogProof,
  toBase64,
  verifyBundle,
  verifyReceipt,
} from '@intakt/ledger';

/** What is checked, in this order; what comes after a step that failed was not reached. */
export const STEPS = ['shape', 'signature', 'place', 'growth', 'witnesses'] as const;
export type Step = (typeof STEPS)[number];
export type Outcome = 'passed' | 'failed' | 'open' | 'absent';

export interface Check {
  ok: boolean;
  steps: { step: Step; outcome: Outcome }[];
  /** The facts that were proved, as name and value. */
  facts: [name: string, value: string][];
  /** Why it is not proved. */
  problem?: string;
}

type Reason = Extract<BundleVerdict, { ok: false }>['reason'] | 'malformed-receipt';

const FAILS_AT: Record<Reason, Step> = {
  key: 'signature',
  'malformed-bundle': 'shape',
  'malformed-receipt': 'shape',
  'malformed-note': 'signature',
  'malformed-checkpoint': 'signature',
  'unknown-key': 'signature',
  signature: 'signature',
  origin: 'signature',
  'leaf-not-in-tree': 'place',
  'not-append-only': 'growth',
  cosignature: 'witnesses',
};

/** Checks a bundle, a tlog-proof or a receipt, here and without asking anybody. */
export async function checkProof(text: string, keys: string[], witnesses: string[]): Promise<Check> {
  if (isReceipt(text)) return checkReceipt(text, keys);
  const proof = isTlogProof(text) ? text : parse(text);
  if (proof === undefined) return refuted('malformed-bundle', 'This is neither a proof nor a receipt.');
  const verdict = await verifyBundle(proof, keys, witnesses);
  if (!verdict.ok) return refuted(verdict.reason, verdict.detail);
  const absent: Step[] = [
    ...(verdict.earlier ? [] : ['growth' as const]),
    ...(verdict.witnesses.length > 0 ? [] : ['witnesses' as const]),
  ];
  return {
    ok: true,
    steps: STEPS.map((step) => ({ step, outcome: absent.includes(step) ? 'absent' : 'passed' })),
    facts: [
      ['log', verdict.origin],
      ['entry', `${verdict.index + 1} / ${verdict.size}`],
      ['leaf', verdict.leafHash],
      ['root', verdict.root],
      ...verdict.witnesses.map(({ name, timestampSeconds }): [string, string] => [
        'witness',
        `${name}, ${new Date(timestampSeconds * 1000).toISOString()}`,
      ]),
    ],
  };
}

async function checkReceipt(note: string, keys: string[]): Promise<Check> {
  const decoded = keys.map(decodeVerifierKey);
  const unread = decoded.find((key) => !key.ok);
  if (unread && !unread.ok) return refuted('key', unread.detail);
  const verdict = await verifyReceipt(note, ...decoded.flatMap((key) => (key.ok ? [key.key] : [])));
  if (!verdict.ok) return refuted(verdict.reason, verdict.detail);
  const { origin, eventId, index, leafHash, recordedAt } = verdict.receipt;
  return {
    ok: true,
    steps: STEPS.map((step) => ({ step, outcome: step === 'shape' || step === 'signature' ? 'passed' : 'absent' })),
    facts: [
      ['log', origin],
      ['event', eventId],
      ['entry', `${index + 1}`],
      ['leaf', toBase64(leafHash)],
      ['recorded', recordedAt],
    ],
  };
}

function refuted(reason: Reason, problem: string): Check {
  const failed = STEPS.indexOf(FAILS_AT[reason]);
  const outcomeOf = (at: number): Outcome => (at < failed ? 'passed' : at === failed ? 'failed' : 'open');
  return { ok: false, steps: STEPS.map((step, at) => ({ step, outcome: outcomeOf(at) })), facts: [], problem };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
