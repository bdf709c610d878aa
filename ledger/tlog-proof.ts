/**
 * The proof of one event as a text file of its own (C2SP tlog-proof): index, inclusion proof and the log's checkpoint
 * with whatever witnesses added. The line `extra` carries the leaf itself, so that the file needs nothing beside it.
 */
import { type OpenBundle, type ReadBundle, readBundle } from './bundle.ts';
import { fromBase64, toBase64 } from './bytes.ts';
import { leafBytes } from './leaf.ts';

const HEADER = 'c2sp.org/tlog-proof@v1';
const INDEX = /^index (0|[1-9][0-9]*)$/;

/** Whether a text claims to be such a file. */
export const isTlogProof = (text: string): boolean => text.startsWith(`${HEADER}\n`);

/** The file, to be kept as `….tlog-proof`. An earlier checkpoint has no place in the format and is left out. */
export function formatTlogProof({ event, salt, index, inclusion, checkpoint }: OpenBundle): string {
  const lines = [HEADER, `extra ${toBase64(leafBytes({ salt, event }))}`, `index ${index}`, ...inclusion.map(toBase64)];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** Takes the file apart. What it says is not to be believed before `verifyBundle` says so. */
export function readTlogProof(text: string): ReadBundle {
  const end = text.indexOf('\n\n');
  if (!isTlogProof(text) || end < 0)
    return bad(`A proof begins with ${HEADER} and has a blank line before its checkpoint`);
  const lines = text.slice(0, end).split('\n').slice(1);
  const extra = lines[0]?.startsWith('extra ') ? lines.shift()!.slice('extra '.length) : undefined;
  if (extra === undefined)
    return bad('The proof has no line "extra" with the event; without it the leaf cannot be rebuilt');
  const [, index] = INDEX.exec(lines.shift() ?? '') ?? [];
  if (index === undefined) return bad('The proof has no line "index" with a whole number');
  const leaf = readLeaf(extra);
  if (leaf === undefined) return bad('"extra" is not the base64 of a leaf: canonical JSON of an event with its salt');
  const { salt, ...event } = leaf;
  const checkpoint = text.slice(end + 2);
  return readBundle({ format: 'intakt-proof/1', event, salt, index: Number(index), checkpoint, inclusion: lines });
}

function readLeaf(base64: string): Record<string, unknown> | undefined {
  const bytes = fromBase64(base64);
  if (bytes === undefined) return undefined;
  try {
    const leaf: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof leaf === 'object' && leaf !== null && !Array.isArray(leaf)
      ? (leaf as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

const bad = (detail: string): ReadBundle => ({ ok: false, detail });
