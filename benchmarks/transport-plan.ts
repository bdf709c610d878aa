import { progress, readOptions, report, rounded } from './options.ts';
import { comparePlans, planWithLeast, trucksOf } from './transport-plan-figures.ts';
import { computedPage, writePage } from './transport-plan-page.ts';

const args = process.argv.slice(2);
const isWriting = args.includes('--write');
const options = readOptions(args.filter((arg) => arg !== '--write'));

const began = process.cpuUsage();
const wall = performance.now();
const all = await comparePlans('all suppliers');
const seconds = (performance.now() - wall) / 1000;
const cpu = process.cpuUsage(began);
const plant = await comparePlans('direct suppliers');
const small = await comparePlans('direct suppliers', 0.1);
const least = options.quick ? [2] : [1, 2, 3, 5];
const frequencies = [];
for (const each of least) {
  progress(`at least ${each} pick-ups a week`);
  frequencies.push({ least: each, plan: each === 2 ? small.plan : await planWithLeast(each) });
}
const page = computedPage([plant, small, all], frequencies);
if (isWriting) writePage(page);
else progress(page);

const figures = [plant, small, all].flatMap(({ suppliers, today, without, alone, plan, fill, stress }, i) =>
  Object.entries({
    cost_today: rounded(today.cost),
    cost_direct_groupage: rounded(without.cost),
    cost_loads_and_empties_planned: rounded(alone.cost),
    cost_plan: rounded(plan.cost),
    saved_of_today: rounded(1 - plan.cost / today.cost, 4),
    saved_of_direct_groupage: rounded(1 - plan.cost / without.cost, 4),
    saved_by_travelling_together: rounded(1 - plan.cost / alone.cost, 4),
    gap_to_bound: rounded(plan.cost / plan.bound! - 1, 5),
    co2_t_today: rounded(today.co2Kg / 1000, 1),
    co2_t_plan: rounded(plan.co2Kg / 1000, 1),
    fill_today: rounded(fill.today, 3),
    fill_plan: rounded(fill.plan, 3),
    trucks_plan: trucksOf(plan),
    peak_per_hour_today: today.peakPerHour,
    peak_per_hour_plan: plan.peakPerHour,
    tours: plan.tours.length,
    overflow_share: rounded(stress.overflowShare, 4),
  }).map(([name, value]) => [`${name}_${suppliers}${i === 1 ? '_tenth' : ''}`, value] as const),
);
await report(
  {
    /** Today, direct and groupage, and the plan of all suppliers. */
    plan_s: rounded(seconds, 1),
    plan_cpu_s: rounded((cpu.user + cpu.system) / 1e6, 1),
    ...Object.fromEntries(figures),
  },
  options,
);
