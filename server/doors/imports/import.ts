import { randomUUID } from 'node:crypto';
import type { Id } from '@intakt/contract';
import type { House } from '../../house.ts';
import { Refusal, refuse } from '../../refuse.ts';
import { type ComparedRow, compare } from './compare.ts';
import { compareDocuments } from './compare-documents.ts';
import { SHEET_KINDS, type SheetKindName } from './kinds.ts';
import { loadNetwork, type Mentions } from './network.ts';
import { readSheet, type SheetRow } from './read-sheet.ts';
import { findPreview, type ImportPreview, insertPreview, markApplied } from './store.ts';

export type Counts = Record<ComparedRow['action'], number>;

/** Reads a sheet and says row by row what it would do; nothing is changed. */
export async function previewImport(
  house: House,
  {
    organisation,
    person,
    kind,
    file,
  }: { organisation: Id; person?: Id; kind: SheetKindName; file: { name: string; bytes: Buffer } },
): Promise<{ id: string; rows: ComparedRow[]; counts: Counts }> {
  const sheetKind = SHEET_KINDS[kind];
  const sheet = await readSheet(file, sheetKind.columns);
  const at = { own: organisation, today: house.clock.today(), now: house.clock.instant() };
  const network = await house.db.as(
    { kind: 'organisation', org: organisation },
    (tx) => loadNetwork(tx, at, mentionsOf(sheet)),
    { readOnly: true },
  );
  const id = randomUUID();
  const { rows, commands } =
    'resolve' in sheetKind
      ? compareDocuments(sheetKind, sheet, { network, importId: id })
      : compare(sheetKind, sheet, { network, importId: id });
  const preview: ImportPreview = {
    id,
    organisation,
    kind,
    fileName: file.name.slice(0, 200),
    commands,
    rows,
    createdBy: person,
    createdAt: at.now,
  };
  await house.db.system((tx) => insertPreview(tx, preview));
  return { id, rows, counts: countActions(rows) };
}

function mentionsOf(sheet: SheetRow[]): Mentions {
  const said = (field: string): string[] => [
    ...new Set(sheet.flatMap(({ cells }) => (typeof cells[field] === 'string' ? [cells[field]] : []))),
  ];
  return { releases: said('release'), despatchNotes: said('despatchNote') };
}

function countActions(rows: ComparedRow[]): Counts {
  const counts: Counts = { create: 0, change: 0, same: 0, error: 0 };
  for (const { action } of rows) counts[action]++;
  return counts;
}

const CHUNK = 500;

/**
 * Records what the preview showed, in chunks that stand or fall together. Applying again is harmless: the
 * events are known, and a chunk that failed is taken up where it stopped.
 */
export async function applyImport(
  house: House,
  organisation: Id,
  id: string,
): Promise<{ recorded: number; known: number }> {
  const preview = await house.db.system((tx) => findPreview(tx, id));
  if (preview?.organisation !== organisation) return refuse('NOT_FOUND', { what: 'import', id });
  const done = { recorded: 0, known: 0 };
  for (let start = 0; start < preview.commands.length; start += CHUNK) {
    const chunk = preview.commands.slice(start, start + CHUNK);
    const results = await house.recorder.record({ organisation }, chunk, { atomic: true });
    for (const result of results) {
      if (!result.ok) throw inRows(result.refusal, chunk);
      done[result.outcome]++;
    }
  }
  await house.db.system((tx) => markApplied(tx, id, house.clock.instant()));
  return done;
}

/** Says where in the sheet to look; the rows before the chunk are recorded. */
function inRows(refusal: Refusal, chunk: { id: string }[]): Refusal {
  const row = (index: number) => chunk.at(index)?.id.split('/').at(-1);
  return new Refusal(refusal.code, { ...refusal.values, rows: `${row(0)} to ${row(-1)}` });
}
