import { type Problem, REFUSALS, type RefusalCode } from '@intakt/contract';

/** A refusal: the caller may not, the object is not there, the state does not allow it. Thrown by routes, answered as problem+json. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly values: Record<string, unknown>;
  readonly status: number;

  constructor(code: RefusalCode, values: Record<string, unknown> = {}) {
    super(fill(REFUSALS[code].detail, values));
    this.code = code;
    this.values = values;
    this.status = REFUSALS[code].status;
  }

  toProblem(): Problem {
    return {
      type: `/docs/refusals#${this.code.toLowerCase().replaceAll('_', '-')}`,
      title: REFUSALS[this.code].title,
      status: this.status,
      detail: this.message,
      code: this.code,
      values: this.values,
    };
  }
}

export const refuse = (code: RefusalCode, values?: Record<string, unknown>): never => {
  throw new Refusal(code, values);
};

const fill = (template: string, values: Record<string, unknown>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => shown(values[name]));

const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing'));
