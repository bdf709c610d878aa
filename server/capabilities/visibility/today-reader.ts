import type { Light } from '@intakt/contract';
import type { Principal } from '../../access/principal.ts';
import { type House, readAs } from '../../house.ts';
import { projectFor } from './nodes.ts';
import { listDifferences, listForeignRunouts, listOpenAgreements, listOpenInbox, listShipments } from './store.ts';
import { rankToday, type TodayFacts } from './today.ts';

const TWO_WEEKS_MS = 14 * 86_400_000;
const OPEN_STATES = 'in-transit,part-received';

/** Gathers what the ranking looks at, in the caller's own view. */
export async function readToday(house: House, who: Principal) {
  const nodes = await projectFor(house, who);
  const organisation = who.organisation;
  const facts = await readAs(house, who, async (tx) => ({
    shipments: await listShipments(tx, { state: OPEN_STATES, limit: 1000 }),
    foreign: (await listForeignRunouts(tx, organisation)) as TodayFacts['foreign'],
    inbox: await listOpenInbox(tx, organisation),
    agreements: await listOpenAgreements(tx, organisation),
    differences: await listDifferences(tx, new Date(house.clock.now() - TWO_WEEKS_MS).toISOString()),
  }));
  const items = rankToday({ today: house.clock.today(), now: house.clock.instant(), nodes, ...facts });
  const count = (light: Light): number => nodes.filter((node) => node.projection.light === light).length;
  return {
    today: house.clock.today(),
    items: items.slice(0, 500),
    counts: { red: count('red'), amber: count('amber'), green: count('green'), inTransit: facts.shipments.length },
  };
}

const WORSE: Light[] = ['red', 'amber', 'green'];
const worst = (lights: (Light | undefined)[]): Light | undefined => WORSE.find((light) => lights.includes(light));

/** The worst light of each site, and of the parts that come over each lane. */
export async function lightsOfMap(house: House, who: Principal) {
  const nodes = await projectFor(house, who);
  const bySite = Map.groupBy(nodes, (node) => node.site);
  const byNode = new Map(nodes.map((node) => [`${node.site}|${node.part}`, node.projection.light]));
  return {
    siteLight: new Map([...bySite].map(([site, list]) => [site, worst(list.map((node) => node.projection.light))])),
    laneLight: (lane: { to: string; partIds: string[] }) =>
      worst(lane.partIds.map((part) => byNode.get(`${lane.to}|${part}`))),
  };
}
