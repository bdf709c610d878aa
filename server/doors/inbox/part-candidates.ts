import type { PartReference } from '@intakt/contract';
import { canonicalPartNumber, comparePartNumbers } from '@intakt/identifiers';
import type { MasterData, PartEntry } from '../master-data/master-data.ts';
import { jaroWinkler, similarity } from '../master-data/similarity.ts';
import type { Unknown } from './message.ts';
import type { Candidate } from './propose.ts';

/** Parts of either side that the message may mean under another writing of their number. */
export function partCandidates(unknown: Unknown, data: MasterData): Candidate[] {
  const reference = (unknown.reference ?? {}) as PartReference;
  const numbers = [reference.buyerNumber, reference.supplierNumber].filter((number) => number !== undefined);
  const sides = [unknown.relation.customer, unknown.relation.supplier];
  const fitting = data.parts.filter((part) => unknown.fits.includes(part.id));
  const alike = similarParts(data.parts, numbers).filter(
    (part) => sides.includes(part.owner) && !fitting.includes(part),
  );
  return [
    ...fitting.map((part) => ({ ...labelled(part), score: 0.85, why: 'carries one of the numbers' })),
    ...alike.flatMap((part): Candidate[] => {
      const score = Math.max(...numbers.map((number) => numberScore(number, part.number)));
      const both = score + 0.04 * similarity(reference.description ?? '', part.description ?? '');
      return both >= 0.8 ? [{ ...labelled(part), score: both, why: 'similar number' }] : [];
    }),
  ];
}

const labelled = ({ id, number, description }: PartEntry): { id: string; name: string } => ({
  id,
  name: description ? `${number} ${description}` : number,
});

/** Confusable letters and lost zeros are a suspicion for a person to confirm, never proof. */
function numberScore(one: string, other: string): number {
  const agreement = comparePartNumbers(one, other);
  if (agreement === 'same') return 0.95;
  if (agreement === 'same-without-leading-zeros') return 0.92;
  return agreement === 'lookalike' ? 0.85 : jaroWinkler(one.toUpperCase(), other.toUpperCase()) * 0.88;
}

const BLOCKS = new WeakMap<PartEntry[], Map<string, PartEntry[]>>();
const MOST_COMPARED = 300;

/** Comparing every number with every other does not end; those that are worth it begin or end alike. */
function similarParts(parts: PartEntry[], numbers: string[]): PartEntry[] {
  const blocks = BLOCKS.get(parts) ?? indexBlocks(parts);
  BLOCKS.set(parts, blocks);
  const found = new Set(numbers.flatMap(blocksOf).flatMap((block) => blocks.get(block) ?? []));
  return [...found].slice(0, MOST_COMPARED);
}

function indexBlocks(parts: PartEntry[]): Map<string, PartEntry[]> {
  const blocks = new Map<string, PartEntry[]>();
  for (const part of parts) {
    for (const block of blocksOf(part.number)) {
      const known = blocks.get(block);
      if (known) known.push(part);
      else blocks.set(block, [part]);
    }
  }
  return blocks;
}

/** Without leading zeros, and with the letters that look like digits as digits, so that a confusion stays in its block. */
function blocksOf(number: string): string[] {
  const digits = canonicalPartNumber(number).replace(/[OISB]/g, (letter) => LOOKALIKES[letter]!);
  const significant = digits.replace(/^0+/, '');
  return significant === '' ? [] : [`${significant.slice(0, 4)}…`, `…${significant.slice(-4)}`];
}

const LOOKALIKES: Record<string, string> = { O: '0', I: '1', S: '5', B: '8' };
