import { createHash } from 'node:crypto';
import type { EventData, ExceptionKind } from '@intakt/contract';
import type { Deviation } from '../../finder.ts';
import type { ExceptionLightRow, ExceptionRow, LineStopCostRow, ToldRow } from './exception-store.ts';

/** What is known of an organisation's exceptions before it is looked at again. */
export interface KnownExceptions {
  open: ExceptionRow[];
  lights: ExceptionLightRow[];
  told: ToldRow[];
  costs: LineStopCostRow[];
}

export interface Finding extends Deviation {
  id: string;
  impact?: EventData<'exception-raised'>['impact'];
}

type SaidType = 'exception-raised' | 'exception-withdrawn' | 'exception-light-changed' | 'exception-told';
/** One event to be said, without who says it and when. */
export type Saying = { [T in SaidType]: { type: T; about: string; data: Omit<EventData<T>, 'owner'> } }[SaidType];

/** Nobody acts on more of one kind at a time; further causes are raised as the nearest go. */
const MAX_OPEN = 300;
const MAX_HITS = 500;

/**
 * What of the deviations is raised now: what is bad enough, and of what is raised already all that still deviates. The
 * nearest impact first, of two in the same shift the dearer. Pure.
 */
export function raiseFindings(deviations: readonly Deviation[], { open, costs }: KnownExceptions): Finding[] {
  const known = new Map(open.map((row) => [row.id, row]));
  const findings = deviations.flatMap((deviation): Finding[] => {
    const id = idOf(deviation.kind, ...deviation.key);
    const named = new Set(known.get(id)?.hits.map(({ site, part }) => `${site}\u0000${part}`));
    const hits = deviation.hits.filter(({ raises, site, part }) => raises || named.has(`${site}\u0000${part}`));
    if (hits.length === 0) return [];
    const impactAt = hits.map(({ stopAt }) => stopAt).find((at) => at !== undefined) ?? deviation.impactAt;
    return [{ ...deviation, id, hits: hits.slice(0, MAX_HITS), impactAt, impact: impactOf(hits, costs) }];
  });
  return [...Map.groupBy(findings, ({ kind }) => kind).values()].flatMap((ofKind) =>
    ofKind.toSorted(byImpact).slice(0, MAX_OPEN),
  );
}

/** The same cause has the same id, however often it comes and goes. */
const idOf = (...key: string[]): string =>
  `exc-${createHash('sha256').update(key.join('\u0000')).digest('hex').slice(0, 24)}`;

/** A site stands still as long as the part that it waits for longest; what one of the sites has not told is not guessed. */
function impactOf(hits: Deviation['hits'], costs: readonly LineStopCostRow[]): Finding['impact'] {
  const stops = hits.filter(({ stopDays }) => stopDays !== undefined);
  if (stops.length === 0) return undefined;
  const bySite = [...Map.groupBy(stops, ({ site }) => site)].map(([site, ofSite]) => {
    const cost = costs.find((one) => one.site === site);
    const days = Math.max(...ofSite.map(({ stopDays }) => stopDays!));
    return { days, euro: cost && days * cost.minutesPerDay * cost.euroPerMinute };
  });
  const stopDays = Math.max(...bySite.map(({ days }) => days));
  if (bySite.some(({ euro }) => euro === undefined)) return { stopDays };
  return { stopDays, costEuro: Math.round(bySite.reduce((sum, { euro }) => sum + euro!, 0)) };
}

export interface Ranked {
  id: string;
  impactAt?: string | null;
  impact?: { costEuro?: number } | null;
}
const SHIFT_MS = 8 * 3_600_000;

/** Time to impact, by the shift; then what it costs, the dearer first, and what is unknown behind what is known. */
export function byImpact(a: Ranked, b: Ranked): number {
  const shift = ({ impactAt }: Ranked): number =>
    impactAt ? Math.floor(Date.parse(impactAt) / SHIFT_MS) : Number.MAX_SAFE_INTEGER;
  const cost = ({ impact }: Ranked): number => impact?.costEuro ?? -1;
  return shift(a) - shift(b) || cost(b) - cost(a) || (a.id < b.id ? -1 : 1);
}

/** What has to be said so that everybody knows of the findings, and only what they do not know yet. Pure. */
export function sayFindings(
  findings: readonly Finding[],
  known: KnownExceptions,
  kinds: ReadonlySet<ExceptionKind>,
): Saying[] {
  const looked = <T extends { kind: string }>(rows: T[]): T[] =>
    rows.filter(({ kind }) => kinds.has(kind as ExceptionKind));
  return [
    ...findings.filter((one) => hasChanged(one, known)).map(raised),
    ...withdrawn(findings, looked(known.open)),
    ...lights(findings, looked(known.lights)),
    ...told(findings, looked(known.told)),
  ];
}

export function hasChanged(finding: Finding, { open }: Pick<KnownExceptions, 'open'>): boolean {
  const known = open.find(({ id }) => id === finding.id);
  return !known || plain(raised(finding).data) !== plain(toldIn(known));
}

const toldIn = (row: ExceptionRow): Omit<EventData<'exception-raised'>, 'owner'> => ({
  exception: row.id,
  kind: row.kind as ExceptionKind,
  hits: row.hits,
  cause: row.cause ?? undefined,
  partner: row.partner ?? undefined,
  reference: row.reference ?? undefined,
  difference: row.difference ?? undefined,
  impactAt: row.impactAt ? new Date(row.impactAt).toISOString() : undefined,
  impact: row.impact ?? undefined,
});

const raised = (finding: Finding): Extract<Saying, { type: 'exception-raised' }> => {
  const { id, kind, cause, partner, reference, difference, impactAt, impact } = finding;
  const hits = finding.hits.map(({ raises: _raises, light: _light, stopDays: _days, ...hit }) => hit);
  const data = { exception: id, kind, hits, cause, partner, reference, difference, impactAt, impact };
  return { type: 'exception-raised', about: id, data };
};

const withdrawn = (findings: readonly Finding[], open: readonly ExceptionRow[]): Saying[] =>
  open
    .filter(({ id }) => !findings.some((finding) => finding.id === id))
    .map(({ id }) => ({ type: 'exception-withdrawn', about: `${id}/withdrawn`, data: { exception: id } }));

/** One light per part at a site that stops, and only where what it tells has changed. */
function lights(findings: readonly Finding[], known: readonly ExceptionLightRow[]): Saying[] {
  type Light = Omit<EventData<'exception-light-changed'>, 'owner'>;
  const about = ({ exception, site, part }: Pick<Light, 'exception' | 'site' | 'part'>): string =>
    [exception, site, part].join('/');
  const now = findings.flatMap(({ id: exception, kind, hits }) =>
    hits.flatMap(({ site, part, light, stopAt }): Light[] =>
      // Green says withdrawn; a stop that is far off is amber.
      light && stopAt
        ? [{ exception, site, part, kind, light: light === 'green' ? 'amber' : light, stopShift: stopAt }]
        : [],
    ),
  );
  const said = new Set(known.map((row) => plain(lightIn(row))));
  const gone = known.filter((row) => !now.some((one) => about(one) === about(row)));
  return [
    ...now.filter((one) => !said.has(plain(one))),
    ...gone.map((row): Light => ({ ...lightIn(row), light: 'green', stopShift: undefined })),
  ].map((data) => ({ type: 'exception-light-changed', about: about(data), data }));
}

const lightIn = ({ exception, site, part, kind, light, stopShift }: ExceptionLightRow) => ({
  exception,
  site,
  part,
  kind: kind as ExceptionKind,
  light,
  stopShift: stopShift ? new Date(stopShift).toISOString() : undefined,
});

/** What others are told, each once and again when it changes. */
function told(findings: readonly Finding[], known: readonly ToldRow[]): Saying[] {
  const about = ({ exception, to }: { exception: string; to: string }): string => `${exception}/to/${to}`;
  const now = findings.flatMap((finding) =>
    (finding.told ?? []).map((one) => ({ ...one, exception: finding.id, kind: finding.kind, state: 'open' as const })),
  );
  const before = new Map(known.map((row) => [about(row), toldRowData(row)]));
  const gone = [...before].filter(([key]) => !now.some((one) => about(one) === key)).map(([, data]) => data);
  return [
    ...now.filter((one) => plain(one) !== plain(before.get(about(one)))),
    ...gone.map((data) => ({ ...data, state: 'withdrawn' as const })),
  ].map((data) => ({ type: 'exception-told', about: about(data), data }));
}

const toldRowData = (row: ToldRow): Omit<EventData<'exception-told'>, 'owner'> => ({
  exception: row.exception,
  to: row.to,
  kind: row.kind as ExceptionKind,
  state: 'open',
  site: row.site ?? undefined,
  part: row.part ?? undefined,
  supplier: row.supplier ?? undefined,
  shipment: row.shipment ?? undefined,
  reference: row.reference ?? undefined,
  difference: row.difference ?? undefined,
});

/** The same text for the same content, whatever the order of its fields. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (_, field) =>
    field && typeof field === 'object' && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );
