import { readTerm, type VocabularyName } from '@intakt/epcis';
import { refuse } from '../../refuse.ts';
import { canonicalUri, SENSOR_FACETS } from './facets.ts';

/** Part of a WHERE clause. Caller text is in `values` only; `sql` numbers them from 1 as $1, $2 … */
export interface Condition {
  sql: string;
  values: unknown[];
}
export type ParameterValue = string | number | boolean | string[];
type Reading = (value: ParameterValue, name: string) => Condition;

const VOCABULARY: Record<string, VocabularyName> = {
  bizStep: 'bizStep',
  disposition: 'disposition',
  persistentDisposition_set: 'disposition',
  persistentDisposition_unset: 'disposition',
  errorReason: 'errorReason',
  type: 'measurement',
};

/** A list stands in a URL with commas, or as several parameters of one name; in a named query it is an array. */
export const listOf = (value: ParameterValue): string[] =>
  (Array.isArray(value) ? value : String(value).split(',')).map((each) => String(each).trim()).filter(Boolean);

const anyFacet = (
  names: string[],
  value: ParameterValue,
  toTexts: (text: string, name: string) => string[],
): Condition => ({
  sql: 'facets && $1::text[]',
  values: [
    names.flatMap((name) => listOf(value).flatMap((text) => toTexts(text, name).map((each) => `${name}=${each}`))),
  ],
});

const inVocabulary = (text: string, name: string): string[] => {
  const vocabulary = VOCABULARY[name];
  return [(vocabulary && readTerm(vocabulary, text)) ?? text];
};
const asUri = (text: string): string[] => [text, canonicalUri(text)];

const equals =
  (name: string): Reading =>
  (value) =>
    anyFacet([name], value, inVocabulary);
const equalsUri =
  (name: string): Reading =>
  (value) =>
    anyFacet([name], value, asUri);

/** The location itself and what lies within it: the same GLN with an extension, or a longer path of the same URI. */
const within =
  (name: string): Reading =>
  (value) => {
    const patterns = listOf(value).flatMap((text) => {
      const whole = /^(urn:epc:id:sgln:[^.]+\.[^.]+)\.0$/.exec(text)?.[1];
      return [
        likeText(`${name}=${text}`),
        likeText(`${name}=${canonicalUri(text)}/`, '%'),
        ...(whole ? [likeText(`${name}=${whole}.`, '%')] : []),
      ];
    });
    return { sql: 'exists (select 1 from unnest(facets) f where f like any($1::text[]))', values: [patterns] };
  };

const likeText = (text: string, end = ''): string => text.replace(/[\\%_]/g, '\\$&') + end;

/** URIs, or URN patterns whose last parts are `*` (Tag Data Standard, section 8). */
const matches =
  (...names: string[]): Reading =>
  (value) => {
    const texts = listOf(value);
    const patterns = texts.filter((text) => text.startsWith('urn:epc:idpat:') && text.includes('*'));
    const exact = anyFacet(
      names,
      texts.filter((text) => !patterns.includes(text)),
      asUri,
    );
    if (patterns.length === 0) return exact;
    const likes = names.flatMap((name) => patterns.map((pattern) => likePattern(name, pattern)));
    return {
      sql: `(${exact.sql} or exists (select 1 from unnest(facets) f where f like any($2::text[])))`,
      values: [...exact.values, likes],
    };
  };

const likePattern = (name: string, pattern: string): string =>
  likeText(`${name}=${pattern.replace('urn:epc:idpat:', 'urn:epc:id:')}`).replace(/(\.\*)+$/, '.%');

const OPERATORS: Record<string, string> = { EQ: '=', GT: '>', GE: '>=', LT: '<', LE: '<=' };

const instant =
  (column: string, operator: string): Reading =>
  (value, name) => {
    const text = String(value);
    if (!/^\d{4}-\d\d-\d\dT/.test(text) || Number.isNaN(Date.parse(text)))
      return refuse('INVALID', { path: name, problem: 'is no instant such as 2026-03-01T06:00:00Z', value: text });
    return { sql: `${column} ${operator} $1::timestamptz`, values: [new Date(text).toISOString()] };
  };

const sensorTime =
  (member: string, operator: string): Reading =>
  (value, name) => {
    const { values } = instant('x', operator)(value, name);
    const sql = `exists (select 1 from jsonb_path_query(body, '$.sensorElementList[*].sensorMetadata.${member}') t
      where (t #>> '{}')::timestamptz ${operator} $1::timestamptz)`;
    return { sql, values };
  };

/** `path` is ours; the number and the unit go in as variables of the path. */
const numberAt =
  (path: string, operator: string, unit?: string): Reading =>
  (value, name) => {
    const number = Number(value);
    if (String(value).trim() === '' || Number.isNaN(number))
      return refuse('INVALID', { path: name, problem: 'is no number', value });
    const comparison = `@${path.includes('.sensorReport') ? `.${path.split(' ')[1]}` : ''} ${operator === '=' ? '==' : operator} $v`;
    const [where = ''] = path.split(' ');
    const filter = unit === undefined ? comparison : `@.uom == $u && ${comparison}`;
    return {
      sql: `jsonb_path_exists(body, '${where} ? (${filter})', $1::jsonb)`,
      values: [JSON.stringify({ v: number, u: unit ?? null })],
    };
  };

const FIXED: Record<string, Reading> = {
  eventType: (value) => ({ sql: 'type = any($1::text[])', values: [listOf(value)] }),
  EQ_eventID: (value) => ({
    sql: `(id = any($1::text[]) or body ->> 'eventID' = any($1::text[]))`,
    values: [listOf(value)],
  }),
  EXISTS_errorDeclaration: (value, name) => exists('errorDeclaration', value, name),
  GE_errorDeclarationTime: instant(`(body #>> '{errorDeclaration,declarationTime}')::timestamptz`, '>='),
  LT_errorDeclarationTime: instant(`(body #>> '{errorDeclaration,declarationTime}')::timestamptz`, '<'),
  EQ_readPoint: equalsUri('readPoint'),
  EQ_bizLocation: equalsUri('bizLocation'),
  WD_readPoint: within('readPoint'),
  WD_bizLocation: within('bizLocation'),
  MATCH_epc: matches('epc'),
  MATCH_parentID: matches('parentID'),
  MATCH_inputEPC: matches('inputEPC'),
  MATCH_outputEPC: matches('outputEPC'),
  MATCH_anyEPC: matches('epc', 'parentID', 'inputEPC', 'outputEPC'),
  MATCH_epcClass: matches('epcClass'),
  MATCH_inputEPCClass: matches('inputEPCClass'),
  MATCH_outputEPCClass: matches('outputEPCClass'),
  MATCH_anyEPCClass: matches('epcClass', 'inputEPCClass', 'outputEPCClass'),
  ...Object.fromEntries(
    [
      'action',
      'bizStep',
      'disposition',
      'persistentDisposition_set',
      'persistentDisposition_unset',
      'transformationID',
      'errorReason',
      'correctiveEventID',
      ...SENSOR_FACETS,
    ].map((name) => [`EQ_${name}`, equals(name)]),
  ),
  ...Object.fromEntries(
    (['eventTime', 'recordTime'] as const).flatMap((name) => {
      const column = name === 'eventTime' ? 'event_time' : 'record_time';
      return [
        [`GE_${name}`, instant(column, '>=')],
        [`LT_${name}`, instant(column, '<')],
      ];
    }),
  ),
  ...Object.fromEntries(
    (['startTime', 'endTime'] as const).flatMap((name) => [
      [`GE_${name}`, sensorTime(name, '>=')],
      [`LT_${name}`, sensorTime(name, '<')],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(OPERATORS).map(([name, operator]) => [`${name}_quantity`, numberAt('$.*[*].quantity', operator)]),
  ),
};

/** Families of parameters whose names hold a type, a unit or a field of a partner's own. */
const FAMILIES: [RegExp, (found: RegExpExecArray) => Reading][] = [
  [/^EQ_(bizTransaction|source|destination)_(.+)$/, ([, kind, type]) => equalsUri(`${kind}_${bareType(kind!, type!)}`)],
  [
    /^(EQ|GT|GE|LT|LE)_(value|minValue|maxValue|meanValue|sDev|percRank|percValue)_(.+)$/,
    ([, operator, member, unit]) =>
      numberAt(`$.sensorElementList[*].sensorReport[*] ${member}`, OPERATORS[operator!]!, unit),
  ],
  [/^EQ_ILMD_(.+:.+)$/, ([, field]) => ownField(['ilmd', field!])],
  [/^EXISTS_ILMD_(.+:.+)$/, ([, field]) => existsField(['ilmd', field!])],
  [/^EQ_(.+:.+)$/, ([, field]) => ownField([field!])],
  [/^EXISTS_(.+:.+)$/, ([, field]) => existsField([field!])],
];

const bareType = (kind: string, type: string): string =>
  readTerm(kind === 'bizTransaction' ? 'bizTransactionType' : 'sourceDestinationType', type) ?? type;

/** Fields outside the standard, under the name that the event gives them. */
const ownField =
  (path: string[]): Reading =>
  (value) => ({ sql: 'body #>> $1::text[] = any($2::text[])', values: [path, listOf(value)] });
const existsField =
  (path: string[]): Reading =>
  (value, name) => {
    const { sql } = exists('x', value, name);
    return { sql: `body #> $1::text[] is ${sql.startsWith('not') ? '' : 'not '}null`, values: [path] };
  };

function exists(member: string, value: ParameterValue, name: string): Condition {
  if (!['true', 'false'].includes(String(value)))
    return refuse('INVALID', { path: name, problem: 'must be true or false', value });
  return { sql: `${String(value) === 'true' ? '' : 'not '}body ? '${member}'`, values: [] };
}

/** What does not filter but says how the answer is to be given. */
export const CONTROLS = ['perPage', 'nextPageToken', 'orderBy', 'orderDirection', 'eventCountLimit', 'maxEventCount'];

/** A parameter that is not understood is refused: ignoring it would widen the answer in silence. */
export function conditionsOf(parameters: Record<string, ParameterValue>): Condition[] {
  return Object.entries(parameters)
    .filter(([name]) => !CONTROLS.includes(name))
    .map(([name, value]) => readingOf(name, value)(value, name));
}

function readingOf(name: string, value: ParameterValue): Reading {
  const fixed = Object.hasOwn(FIXED, name) ? FIXED[name] : undefined;
  if (fixed) return fixed;
  for (const [pattern, make] of FAMILIES) {
    const found = pattern.exec(name);
    if (found) return make(found);
  }
  return refuse('INVALID', { path: name, problem: 'is no parameter of this interface', value });
}
