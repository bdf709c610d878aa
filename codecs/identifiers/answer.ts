/** What is wrong with a value, in words a partner can act on. */
export interface Mistake {
  code: string;
  value: string;
  expected: string;
}

/** A reading succeeds with a value and perhaps warnings, or fails with the one reason why. */
export type Answer<Value> = { ok: true; value: Value; warnings: Mistake[] } | { ok: false; mistake: Mistake };

export function accept<Value>(value: Value, warnings: Mistake[] = []): Answer<Value> {
  return { ok: true, value, warnings };
}

export function reject(code: string, value: string, expected: string): { ok: false; mistake: Mistake } {
  return { ok: false, mistake: { code, value, expected } };
}
