import { bullwhipTable, measureBullwhip } from './bullwhip-chains.ts';
import { progress, readOptions, report, rounded } from './options.ts';

const AVERAGED_WEEKS = 13;

const { without, shared, chains } = measureBullwhip(AVERAGED_WEEKS);
progress(bullwhipTable());
await report(
  {
    tier3_without: rounded(without.mean, 3),
    tier3_without_half_width: rounded(without.halfWidth, 3),
    tier3_shared: rounded(shared.mean, 3),
    tier3_shared_half_width: rounded(shared.halfWidth, 3),
    removed: rounded(1 - shared.mean / without.mean, 3),
    averaged_weeks: AVERAGED_WEEKS,
    chains,
  },
  readOptions(process.argv.slice(2)),
);
