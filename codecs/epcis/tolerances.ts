import type { EpcisError } from './check.ts';

/** A deviation from GS1's JSON schema that is read all the same, as a warning. One row each, with its reason. */
export interface Tolerance {
  path: RegExp;
  accepts: (value: unknown) => boolean;
  because: string;
}

export const TOLERANCES: readonly Tolerance[] = [
  {
    path: /\/sensorReport\/\d+\/type$/,
    accepts: (value) => value === undefined || (typeof value === 'string' && /^\w+$/.test(value)),
    because: 'GS1 adds measurement types to its web vocabulary between editions of CBV, and alerts come without one',
  },
  {
    path: /\/persistentDisposition$/,
    accepts: (value) => typeof value === 'object' && value !== null && ('set' in value || 'unset' in value),
    because: 'repositories let every event type change persistent dispositions',
  },
  {
    path: /^\/id$/,
    accepts: (value) => typeof value === 'string' && /^_:\w+$/.test(value),
    because: 'a JSON-LD blank node is a legal, if useless, name for a document',
  },
  {
    path: /^\/schemaVersion$/,
    accepts: (value) => typeof value === 'number' && value >= 2,
    because: 'a version written as a number means the same',
  },
];

export function isTolerated(error: EpcisError): boolean {
  return TOLERANCES.some(({ path, accepts }) => path.test(error.path) && accepts(error.value));
}
