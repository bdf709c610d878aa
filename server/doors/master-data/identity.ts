import { hash } from 'node:crypto';
import type { Id } from '@intakt/contract';

/** Separates the parts of a name before hashing, so that `a` + `bc` and `ab` + `c` stay two names. */
const SEPARATOR = '\u0000';

export const shortHash = (length: number, ...parts: string[]): string =>
  hash('sha256', parts.join(SEPARATOR), 'hex').slice(0, length);

/** Letters and digits of a text a person will recognise in an id. */
export const slug = (text: string, length = 30): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, length)
    .replace(/-+$/, '') || 'x';

/** Id of an object made from a partner's message: readable, and the same whenever it is proposed again. */
export const newId = (name: string, ...origin: string[]): Id => `${slug(name)}-${shortHash(8, ...origin)}`;
