import type { Id, Instant } from '@intakt/contract';
import { shortHash, slug } from '../master-data/identity.ts';

/**
 * One id for one despatch, whoever reports it and by whichever door. Despatch note numbers start again
 * each year at many suppliers, so the year of despatch belongs to the name.
 */
export function shipmentId({
  supplier,
  despatchNote,
  despatchedAt,
}: {
  supplier: Id;
  despatchNote: string;
  despatchedAt: Instant;
}): Id {
  const note = despatchNote.trim().toUpperCase();
  const year = despatchedAt.slice(0, 4);
  return `${slug(note)}-${year}-${shortHash(10, supplier, note, year)}`;
}

/** The same for a goods receipt: its customer's receipt number. */
export function receiptId({
  customer,
  receiptNumber,
  receivedAt,
}: {
  customer: Id;
  receiptNumber: string;
  receivedAt: Instant;
}): Id {
  const year = receivedAt.slice(0, 4);
  return `${slug(receiptNumber)}-${year}-${shortHash(10, customer, receiptNumber.trim().toUpperCase(), year)}`;
}

const LONGEST = 200;

/** Id of an event under source `edi`: the same message sent again gives the same id. */
export function ediCommandId(...parts: string[]): string {
  const text = parts.map((part) => part.trim().replaceAll('/', '~')).join('/');
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 17)}/${shortHash(16, text)}`;
}
