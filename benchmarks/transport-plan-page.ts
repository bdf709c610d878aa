import { readFileSync, writeFileSync } from 'node:fs';
import type { Costs, TransportPlan } from '@intakt/transport-plan';
import { type Compared, trucksOf } from './transport-plan-figures.ts';

const PAGE = new URL('../docs/transport.md', import.meta.url);
const [BEGIN, END] = ['<!-- computed: npm run bench:transport-plan -- --write -->', '<!-- end of what is computed -->'];

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const percent = (value: number, digits = 1): string => `${(value * 100).toFixed(digits)} %`;
const line = (cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;

const COST_ROWS: [keyof Costs, string][] = [
  ['fullLoads', 'full loads, with their empties'],
  ['groupage', 'groupage'],
  ['milkRuns', 'milk runs'],
  ['overflow', 'trucks for what does not fit'],
  ['stock', 'capital and space of stock, both ends'],
  ['dock', 'dock'],
];

/** Both comparisons and the effect of frequency, as they stand in docs/transport.md. */
export function computedPage(compared: Compared[], frequencies: { least: number; plan: TransportPlan }[]): string {
  const titles = [
    'the plant as it is',
    'the same plant with a tenth of its cars',
    'all suppliers of the network, as if they delivered to the plant',
  ];
  const sections = compared.map((one, i) => `### ${one.suppliers} suppliers: ${titles[i]}\n\n${comparison(one)}`);
  return [
    BEGIN,
    ...sections,
    '### Arrivals at the docks',
    arrivals(compared[0]!),
    '### What frequency costs',
    frequency(frequencies),
    END,
  ].join('\n\n');
}

function comparison(compared: Compared): string {
  const { today, without, alone, plan, fill } = compared;
  const row = (name: string, cell: (of: TransportPlan) => string) =>
    line([name, ...[today, without, alone, plan].map(cell)]);
  const table = [
    line(['a week', 'today', 'direct and groupage', 'with loads and empties planned', 'plan']),
    line(['---', '---:', '---:', '---:', '---:']),
    row('**cost, €**', ({ cost }) => `**${whole(cost)}**`),
    ...COST_ROWS.map(([key, name]) => row(name, ({ costs }) => whole(costs[key]))),
    row('CO2e well to wheel, t', ({ co2Kg }) => (co2Kg / 1000).toFixed(1)),
    row('km of trucks', ({ truckKm }) => whole(truckKm)),
    row('trucks at the plant', (of) => whole(trucksOf(of))),
    line(['fill of trucks', ...[fill.today, fill.without, fill.alone, fill.plan].map((of) => percent(of, 0))]),
    row('trucks in the busiest hour', ({ peakPerHour }) => whole(peakPerHour)),
    row('minutes that trucks stand for want of a bay', ({ dockOverloadMinutes }) => whole(dockOverloadMinutes)),
  ].join('\n');
  return `${table}\n\n${savings(compared)}`;
}

function savings({ today, without, alone, plan, stress }: Compared): string {
  const saved = (from: TransportPlan, to = plan) =>
    `${whole(from.cost - to.cost)} € (${percent(1 - to.cost / from.cost, 2)})`;
  const tours = [
    `The plan has ${plan.tours.length} master tours. In ${percent(1 - stress.overflowShare)} of their runs of 200 weeks that it has not`,
    `seen, one truck is enough; they are then filled to ${percent(stress.fillP10, 0)} / ${percent(stress.fillP50, 0)} / ${percent(stress.fillP90, 0)} in the week's mean (P10 / P50 / P90).`,
  ];
  return [
    `The plan saves ${saved(today)} a week against today, and ${saved(without)} against direct and groupage: ${saved(without, alone)}`,
    `of it by full loads and their empties, which each lane can have alone, and ${saved(alone)} more by lanes that travel together.`,
    `CO2e falls by ${percent(1 - plan.co2Kg / today.co2Kg)} against today. It costs ${percent(plan.cost / plan.bound! - 1, 3)} more than the bound of its relaxation.`,
    ...(plan.tours.length > 0
      ? tours
      : ['No two lanes travel together: none of their tours is cheaper than what each has alone.']),
  ].join('\n');
}

function arrivals({ today, plan }: Compared): string {
  const perHour = (of: TransportPlan, hour: number) =>
    of.arrivalsPerHour.reduce((sum, day) => sum + day[hour]!, 0) / of.arrivalsPerHour.length;
  const most = (of: TransportPlan, hour: number) => Math.max(...of.arrivalsPerHour.map((day) => day[hour]!));
  const hours = Array.from({ length: 24 }, (_, hour) => hour).filter(
    (hour) => perHour(today, hour) + perHour(plan, hour) > 0,
  );
  const rows = hours.map((hour) => {
    const cells = [today, plan].flatMap((of) => [perHour(of, hour).toFixed(1), whole(most(of, hour))]);
    return line([`${String(hour).padStart(2, '0')}:00`, ...cells]);
  });
  return [
    line(['trucks from', 'today, mean', 'most', 'plan, mean', 'most']),
    line(['---', '---:', '---:', '---:', '---:']),
    ...rows,
  ].join('\n');
}

function frequency(frequencies: { least: number; plan: TransportPlan }[]): string {
  const rows = frequencies.map(({ least, plan }) => {
    const { stock } = plan.costs;
    const places = plan.lanes.reduce((sum, { peakPlaces }) => sum + peakPlaces, 0);
    return line([
      least,
      whole(plan.cost),
      whole(plan.cost - stock),
      whole(stock),
      whole(places),
      plan.tours.length,
      whole(trucksOf(plan)),
    ]);
  });
  const head = [
    'pick-ups a week at least',
    'cost, €',
    'without stock',
    'stock',
    'places at each end',
    'tours',
    'trucks',
  ];
  return [line(head), line(head.map(() => '---:')), ...rows].join('\n');
}

export const pageText = (): string => readFileSync(PAGE, 'utf8');

export function writePage(computed: string): void {
  const text = pageText();
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`docs/transport.md has no part between "${BEGIN}" and "${END}".`);
  writeFileSync(PAGE, text.slice(0, from) + computed + text.slice(to + END.length));
}
