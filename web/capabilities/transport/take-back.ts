import type { StopMilestone } from '@intakt/contract';
import type { TourStop } from './queries.ts';

type Reported = Pick<
  TourStop,
  'carrier' | 'reporters' | 'loads' | 'unloads' | 'state' | 'arrivedAt' | 'servedAt' | 'departedAt' | 'problem'
>;

/** What is taken back in one go, the latest first, and when the first of it was said to have happened. */
export interface TakeBack {
  milestones: StopMilestone[];
  at: string;
}

const ROLES = ['planner', 'dispatcher', 'gate', 'manager', 'administrator'];
interface Who {
  organisation: string;
  roles: readonly string[];
}

/**
 * What of a stop somebody may take back: its carrier all of it, everybody else what they reported themselves. Who takes back an
 * arrival takes back what followed it.
 */
export function takeBacks(stop: Reported, { organisation, roles }: Who): TakeBack[] {
  if (!roles.some((role) => ROLES.includes(role))) return [];
  const mine = (reporter: string | null): boolean => stop.carrier === organisation || reporter === organisation;
  const choices: TakeBack[] = [];
  let milestones: StopMilestone[] = [];
  for (const { milestone, at, reporter } of happened(stop)) {
    if (!mine(reporter)) break;
    milestones = [...milestones, milestone];
    choices.push({ milestones, at });
  }
  const { problem } = stop;
  if (problem && mine(stop.reporters.problem))
    choices.push({ milestones: [stop.state === 'refused' ? 'refused' : 'problem'], at: problem.at });
  return choices;
}

/** The latest first. An arrival of which nobody spoke goes with what implied it. */
function happened({ arrivedAt, servedAt, departedAt, loads, reporters, state }: Reported) {
  const said: { milestone: StopMilestone; at: string | null; reporter: string | null }[] = [
    { milestone: 'departed', at: departedAt, reporter: reporters.departed },
    { milestone: loads.length > 0 ? 'collected' : 'delivered', at: servedAt, reporter: reporters.served },
    {
      milestone: 'arrived',
      at: arrivedAt === servedAt || state === 'refused' ? null : arrivedAt,
      reporter: reporters.arrived,
    },
  ];
  return said.flatMap(({ at, ...rest }) => (at ? [{ ...rest, at }] : []));
}
