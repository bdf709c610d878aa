import { forecastPanel } from '@intakt/forecast';

const weeks = [0, 0, 12, 0, 0, 0, 12, 0, 24, 0, 0, 12, 0, 0, 0, 12, 0, 0, 12, 0];
const panel = [{ id: 'HV-77', values: Float64Array.from(weeks), period: 1 }];
const [part] = forecastPanel(panel, { horizon: 4, levels: [0.5, 0.95] }).parts;

console.log(`${part!.demand}: ${part!.points[0]!.toFixed(1)} pieces a week are expected`);
// intermittent: 4.3 pieces a week are expected
console.log(`in the next week: ${part!.quantiles.map((level) => level[0]).join(' … ')}`);
// in the next week: 0 … 12
