/** What a witness does with a checkpoint (C2SP tlog-witness, add-checkpoint); where it keeps what it saw is its own affair. */
import { equalBytes, fromBase64, toBase64 } from './bytes.ts';
import { type Checkpoint, parseCheckpoint, verifyCheckpoint } from './checkpoint.ts';
import { cosign } from './cosignature.ts';
import { emptyRoot, isHash } from './merkle.ts';
import { sha256 } from './sha256.ts';
import { type NoteSigner, parseNote } from './signed-note.ts';
import type { VerifierKey } from './verifier-key.ts';
import { verifyConsistency } from './verify.ts';

export interface AddCheckpoint {
  /** Size of the tree that the log believes the witness saw last. */
  oldSize: number;
  consistency: Uint8Array[];
  /** The log's signed note. */
  note: string;
}

/** An HTTP answer, and with 200 the checkpoint that is to be kept before it is given. */
export interface WitnessAnswer {
  status: 200 | 400 | 403 | 404 | 409 | 422;
  body: string;
  contentType?: 'text/x.tlog.size';
  /** The checkpoint with the witness's own signature. */
  keep?: { origin: string; note: string };
}

const MAX_PROOF_LINES = 63;
const OLD = /^old (0|[1-9][0-9]*)$/;

export function formatAddCheckpoint({ oldSize, consistency, note }: AddCheckpoint): string {
  return `${[`old ${oldSize}`, ...consistency.map(toBase64)].join('\n')}\n\n${note}`;
}

function readAddCheckpoint(body: string): AddCheckpoint | undefined {
  const end = body.indexOf('\n\n');
  if (end < 0) return undefined;
  const [first, ...lines] = body.slice(0, end).split('\n');
  const [, oldSize] = OLD.exec(first!) ?? [];
  const consistency = lines.map(fromBase64);
  if (oldSize === undefined || lines.length > MAX_PROOF_LINES || !Number.isSafeInteger(Number(oldSize)))
    return undefined;
  if (!consistency.every((hash) => hash !== undefined && isHash(hash))) return undefined;
  return { oldSize: Number(oldSize), consistency: consistency as Uint8Array[], note: body.slice(end + 2) };
}

/**
 * Answers one request. The caller asks with what it kept last for the origin (`originOf`), keeps `keep` durably before it
 * answers, and takes one request of an origin at a time.
 *
 * @param logs the keys that the witness trusts, by the origin of their log
 * @param last the note that was kept last for this origin, if any
 */
export async function witnessCheckpoint(
  body: string,
  {
    logs,
    last,
    witness,
    timestampSeconds,
  }: { logs: ReadonlyMap<string, VerifierKey[]>; last?: string; witness: NoteSigner; timestampSeconds: number },
): Promise<WitnessAnswer> {
  const request = readAddCheckpoint(body);
  const origin = request && originOf(request.note);
  if (!request || origin === undefined) return refuse(400, 'This is no add-checkpoint request');
  const keys = logs.get(origin);
  if (!keys) return refuse(404, `The log ${origin} is not known here`);
  const verified = await verifyCheckpoint(request.note, ...keys);
  if (!verified.ok) return refuse(verified.reason === 'malformed-checkpoint' ? 400 : 403, verified.detail);
  const refusal = refuseGrowth(request, verified.checkpoint, seenIn(last));
  if (refusal) return refusal;
  const signed = await cosign(request.note, witness, timestampSeconds);
  const line = signed.trimEnd().split('\n').at(-1)!;
  return { status: 200, body: `${line}\n`, keep: { origin, note: signed } };
}

/** The origin that a note names, believed or not. */
export function originOf(note: string): string | undefined {
  const parsed = parseNote(note);
  const read = parsed.ok ? parseCheckpoint(parsed.note.text) : undefined;
  return read?.ok ? read.checkpoint.origin : undefined;
}

function seenIn(last: string | undefined): Checkpoint | undefined {
  const parsed = last === undefined ? undefined : parseNote(last);
  const read = parsed?.ok ? parseCheckpoint(parsed.note.text) : undefined;
  return read?.ok ? read.checkpoint : undefined;
}

function refuseGrowth(
  { oldSize, consistency }: AddCheckpoint,
  { size, root }: Checkpoint,
  seen: Checkpoint | undefined,
): WitnessAnswer | undefined {
  if (oldSize > size) return refuse(400, `The old size ${oldSize} is above the size ${size}`);
  const seenSize = seen?.size ?? 0;
  if (oldSize !== seenSize) return { status: 409, body: `${seenSize}\n`, contentType: 'text/x.tlog.size' };
  if (size === 0 && !equalBytes(root, emptyRoot(sha256))) return refuse(422, 'The empty tree has another root');
  if (oldSize === 0)
    return consistency.length > 0 ? refuse(422, 'From the empty tree there is nothing to prove') : undefined;
  const oldRoot = seen!.root;
  if (oldSize === size)
    return equalBytes(root, oldRoot) && consistency.length === 0
      ? undefined
      : refuse(422, `The tree of ${size} had another root when it was seen before`);
  return verifyConsistency(sha256, { oldSize, newSize: size, oldRoot, newRoot: root, proof: consistency })
    ? undefined
    : refuse(422, `The tree of ${size} is not shown to continue the tree of ${oldSize} that was seen before`);
}

const refuse = (status: 400 | 403 | 404 | 422, detail: string): WitnessAnswer => ({ status, body: `${detail}\n` });
