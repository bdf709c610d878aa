/** RFC 6962 test vectors that the transparency-dev project published; read where INTAKT_DATA says, never shipped. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeSha256 } from './node.ts';
import { sha256 } from './sha256.ts';
import { verifyConsistency, verifyInclusion, verifySubtreeConsistency, verifySubtreeInclusion } from './verify.ts';

interface Vector {
  desc: string;
  wantErr: boolean;
  leafIdx: number;
  treeSize: number;
  size1: number;
  size2: number;
  size: number;
  start: number;
  end: number;
  root: string;
  root1: string;
  root2: string;
  leafHash: string;
  proof: string[] | null;
}

const data = process.env.INTAKT_DATA;

const CHECKS: Record<string, (vector: Vector, hash: typeof sha256) => boolean> = {
  inclusion: (v, hash) => verifyInclusion(hash, { index: v.leafIdx, treeSize: v.treeSize, ...leafOf(v) }),
  consistency: (v, hash) =>
    verifyConsistency(hash, {
      oldSize: v.size1,
      newSize: v.size2,
      oldRoot: bytesOf(v.root1),
      newRoot: bytesOf(v.root2),
      proof: proofOf(v),
    }),
  subtreeinclusion: (v, hash) =>
    verifySubtreeInclusion(hash, { index: v.leafIdx, subtree: { start: v.start, end: v.end }, ...leafOf(v) }),
  subtreeconsistency: (v, hash) =>
    verifySubtreeConsistency(hash, {
      subtree: { start: v.start, end: v.end },
      treeSize: v.size,
      subtreeRoot: bytesOf(v.root1),
      root: bytesOf(v.root2),
      proof: proofOf(v),
    }),
};

test.skipIf(!data)('every published vector is answered as published, with both SHA-256 (needs INTAKT_DATA)', () => {
  for (const [kind, check] of Object.entries(CHECKS)) {
    const vectors = readVectors(kind);
    expect(vectors.filter(([, vector]) => vector.wantErr).length, `refutations among ${kind}`).toBeGreaterThan(0);
    expect(vectors.filter(([, vector]) => !vector.wantErr).length, `proofs among ${kind}`).toBeGreaterThan(0);
    for (const hash of [nodeSha256, sha256]) {
      const wrong = vectors.filter(([, vector]) => check(vector, hash) === vector.wantErr);
      expect(wrong.map(([file, vector]) => `${kind}/${file}: ${vector.desc}`)).toEqual([]);
    }
  }
});

function readVectors(kind: string): [string, Vector][] {
  const folder = join(data!, 'tlog/merkle-testdata', kind);
  const files = globSync('**/*.json', { cwd: folder });
  return files.map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8'))]);
}

function leafOf(vector: Vector) {
  return { leafHash: bytesOf(vector.leafHash), root: bytesOf(vector.root), proof: proofOf(vector) };
}

function proofOf(vector: Vector): Uint8Array[] {
  return (vector.proof ?? []).map(bytesOf);
}

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
