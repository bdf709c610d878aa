import { ASPECT_NAMES, ASPECTS, type Aspect, type AspectName } from './aspects.ts';
import { type AspectProblem, problem } from './problem.ts';
import { checkRules } from './rules.ts';
import { type Walk, walkValue } from './walk.ts';

/** A payload read: what it says, and what is odd about it. Or every mistake that it has. */
export type AspectAnswer<Name extends AspectName> =
  | { ok: true; aspect: Aspect<Name>; warnings: AspectProblem[] }
  | { ok: false; errors: AspectProblem[]; warnings: AspectProblem[] };

/**
 * Reads the payload of an aspect model; never throws, whatever it is given.
 *
 * @param name which aspect the payload claims to be
 * @param payload parsed JSON
 * @returns the aspect with UUIDs bare and in lower case, business partner numbers in capitals, units of
 *   Recommendation 20 and timestamps in UTC; or all mistakes by JSON pointer
 * @example readAspect('ItemStock', { direction: 'INBOUND', … })
 */
export function readAspect<Name extends AspectName>(name: Name, payload: unknown): AspectAnswer<Name> {
  if (!Object.hasOwn(ASPECTS, name)) return unknownAspect(name);
  const walk: Walk = { direction: 'read', errors: [], warnings: [] };
  const aspect = walkValue(walk, payload, ASPECTS[name].shape, '') as Aspect<Name>;
  const { errors, warnings } = walk;
  if (errors.length > 0) return { ok: false, errors, warnings };
  return { ok: true, aspect, warnings: [...warnings, ...checkRules(name, aspect)] };
}

/**
 * Writes an aspect as the payload that Catena-X exchanges.
 *
 * @returns the payload, or what it cannot say: a unit that is none of Catena-X's item units, a member that is missing
 * @example writeAspect('IdBasedRequestForUpdate', { weekBasedMaterialDemand: [{ materialDemandId: '0157ba42-…' }] })
 */
export function writeAspect<Name extends AspectName>(
  name: Name,
  aspect: Aspect<Name>,
): { ok: true; payload: object } | { ok: false; errors: AspectProblem[] } {
  const walk: Walk = { direction: 'write', errors: [], warnings: [] };
  const payload = walkValue(walk, aspect, ASPECTS[name].shape, '') as object;
  return walk.errors.length > 0 ? { ok: false, errors: walk.errors } : { ok: true, payload };
}

function unknownAspect(name: string): { ok: false; errors: AspectProblem[]; warnings: AspectProblem[] } {
  const expected = `one of ${ASPECT_NAMES.join(', ')}`;
  return { ok: false, errors: [problem('ASPECT_UNKNOWN', '', name, expected)], warnings: [] };
}
