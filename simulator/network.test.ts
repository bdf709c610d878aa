import {
  type CapacityGroup,
  EVENT_TYPES,
  type EventCommand,
  type EventType,
  eventDefinition,
  type Lane,
} from '@intakt/contract';
import { hasValidCheckDigit, readBpn, readDuns, readLocode } from '@intakt/identifiers';
import { Compile } from 'typebox/compile';
import { describe, expect, test } from 'vitest';
import { demonstrationNetwork } from './network.ts';
import { networkCommands } from './network-commands.ts';
import { openingCommands } from './opening-commands.ts';

const network = demonstrationNetwork(1);
const checks = new Map(EVENT_TYPES.map((type) => [type, Compile(eventDefinition(type).data)]));
const organisations = new Set(network.organisations.map(({ organisation }) => organisation));
const sites = new Map(network.sites.map((site) => [site.site, site]));
const parts = new Map(network.parts.map((part) => [part.part, part]));

function faults(commands: EventCommand[]): string[] {
  return commands.flatMap(({ type, id, data }) =>
    [...checks.get(type)!.Errors(data)].map((error) => `${id} ${error.instancePath}: ${error.message}`),
  );
}

describe('the demonstration network', () => {
  test('is the same for the same seed, and another one for another', () => {
    expect(demonstrationNetwork(1)).toEqual(network);
    expect(demonstrationNetwork(2)).not.toEqual(network);
  });

  test('has a plant, sixty suppliers in three tiers, carriers, a cross-dock and a port', () => {
    const perTier = Object.groupBy(network.organisations, ({ tier }) => String(tier));
    expect([perTier['0']?.length, perTier['1']?.length, perTier['2']?.length, perTier['3']?.length]).toEqual([
      1, 26, 22, 12,
    ]);
    expect(network.organisations.filter(({ roles }) => roles.includes('carrier'))).toHaveLength(4);
    expect(network.sites.filter(({ kind }) => kind === 'cross-dock' || kind === 'port')).toHaveLength(2);
  });

  test('has about 400 parts and 600 lanes', () => {
    expect(network.parts.length).toBeGreaterThan(380);
    expect(network.lanes.length).toBeGreaterThan(550);
  });

  test('gives every object an identifier of its own', () => {
    const identifiers: (string | number)[][] = [
      network.parts.map(({ part }) => part),
      network.parts.map(({ number, owner }) => `${owner} ${number}`),
      network.lanes.map(({ lane }) => lane),
      network.sites.map(({ site }) => site),
      network.people.map(({ email }) => email),
      network.relations.map(({ number }) => number),
    ];
    for (const ids of identifiers) expect(new Set(ids).size).toBe(ids.length);
  });

  test('has identifiers that are valid in form', () => {
    for (const { identifiers } of [...network.organisations, ...network.sites]) {
      expect(hasValidCheckDigit(identifiers!.gln!)).toBe(true);
      expect(readBpn(identifiers!.bpn!)).toMatchObject({ ok: true, warnings: [] });
      if (identifiers!.duns) expect(readDuns(identifiers!.duns).ok).toBe(true);
      if (identifiers!.unLocode) expect(readLocode(identifiers!.unLocode).ok).toBe(true);
    }
  });

  test('has lanes between sites that exist, owned by those who trade', () => {
    for (const lane of network.lanes) {
      expect(sites.get(lane.from)?.owner).toBe(lane.supplier);
      expect(sites.get(lane.to)?.owner).toBe(lane.customer);
      expect([lane.supplier, lane.customer]).toContain(parts.get(lane.part)?.owner);
      expect(organisations.has(lane.carrier!)).toBe(true);
    }
  });

  test('serves every need wholly: quotas add up to one', () => {
    const shares = new Map<object, number>();
    for (const { need, share } of network.relations.flatMap(({ lanes }) => lanes)) {
      shares.set(need, (shares.get(need) ?? 0) + share);
    }
    expect(shares.size).toBe(network.needs.length);
    for (const share of shares.values()) expect(share).toBeCloseTo(1, 9);
  });

  test('lets both sides name every part of a lane by a number of their own', () => {
    const named = new Set(network.partNumbers.map(({ part, organisation }) => `${organisation}|${part}`));
    for (const { part, supplier, customer } of network.lanes) {
      for (const side of [supplier, customer]) {
        expect(parts.get(part)!.owner === side || named.has(`${side}|${part}`)).toBe(true);
      }
    }
  });

  test('has bills three levels deep, without a part that contains itself', () => {
    const components = Map.groupBy(network.bills, ({ parent }) => parent);
    const depth = (part: string, above: string[] = []): number => {
      expect(above).not.toContain(part);
      const below = (components.get(part) ?? []).flatMap((bill) => bill.components.map((component) => component.part));
      return 1 + Math.max(-1, ...below.map((child) => depth(child, [...above, part])));
    };
    expect(depth(network.vehicles[0]!.part)).toBe(3);
  });

  test('uses every part that it registers', () => {
    const supplied = new Set(network.lanes.map(({ part }) => part));
    const cars = new Set(network.vehicles.map(({ part }) => part));
    expect(network.parts.filter(({ part }) => !supplied.has(part) && !cars.has(part)).map(({ part }) => part)).toEqual(
      [],
    );
  });
});

describe('its master data as events', () => {
  const groups = networkCommands(network);
  const commands = groups.flatMap((group) => group.commands);

  test('are valid by the contract', () => {
    expect(faults(commands)).toEqual([]);
  });

  test('are said by the organisation whose statement each is, apart from introductions of a part and of a supplier', () => {
    for (const { organisation, commands: said } of groups) {
      for (const { type, id, data } of said) expect(speakerOf(type, id, data), id).toBe(organisation);
    }
  });

  /** An owner introduces its part by its partner's number for it, a supplier itself by acknowledging its customer's lane. */
  function speakerOf(type: EventType, id: string, data: unknown): string {
    if (id.startsWith('part-numbered:introduced:')) return (data as { owner: string }).owner;
    if (id.startsWith('lane-agreed:acknowledged:')) return (data as { supplier: string }).supplier;
    return eventDefinition(type).speaker(data as never);
  }

  test('have each supplier acknowledge one lane per way to a customer’s site, as it was agreed before', () => {
    const agreed = commands.filter(({ type }) => type === 'lane-agreed');
    const acknowledged = agreed.filter(({ id }) => id.startsWith('lane-agreed:acknowledged:'));
    const first = new Map(agreed.map(({ data }, at) => [(data as Lane).lane, at]).reverse() as [string, number][]);
    for (const { data } of acknowledged) expect(agreed[first.get((data as Lane).lane)!]!.data).toEqual(data);
    const ways = ({ supplier, customer, from, to }: Lane): string => [supplier, customer, from, to].join(' ');
    const wanted = new Set(network.lanes.map(ways));
    expect(acknowledged.map(({ data }) => ways(data as Lane)).sort()).toEqual([...wanted].sort());
    expect(agreed).toHaveLength(network.lanes.length + wanted.size);
  });

  test('name only what was registered before them', () => {
    const known = new Set<string>();
    for (const { type, data } of commands) {
      const definition = eventDefinition(type);
      if (type.endsWith('-registered')) known.add(data[type.split('-')[0] as keyof typeof data] as unknown as string);
      const named = type === 'part-registered' || type === 'site-registered' ? [] : (definition.parts?.(data) ?? []);
      for (const id of [...definition.parties(data), ...named]) expect(known, `${type} names ${id}`).toContain(id);
    }
  });
});

describe('the opening', () => {
  const groups = openingCommands(network, '2026-11-24');
  const commands = groups.flatMap((group) => group.commands);

  test('is valid by the contract', () => {
    expect(faults(commands)).toEqual([]);
  });

  test('together with the master data stays within 6,500 events of different ids', () => {
    const all = [...networkCommands(network), ...groups].flatMap(({ organisation, commands: said }) =>
      said.map(({ source, id }) => `${organisation} ${source} ${id}`),
    );
    expect(all.length).toBeLessThan(6500);
    expect(new Set(all).size).toBe(all.length);
  });

  test('is the same again', () => {
    expect(openingCommands(network, '2026-11-24')).toEqual(groups);
  });

  test('happened by the beginning of the day', () => {
    expect(commands.filter(({ occurredAt }) => occurredAt > '2026-11-24T00:00:00.000Z')).toEqual([]);
  });

  test('releases one schedule per lane', () => {
    expect(commands.filter(({ type }) => type === 'schedule-released')).toHaveLength(network.lanes.length);
  });

  test('states what each supplier of the plant can make: mostly what is needed and more, a few with weeks that are short', () => {
    const stated = commands.filter(({ type }) => type === 'capacity-stated').map(({ data }) => data as CapacityGroup);
    const direct = network.relations.filter(({ customer }) => customer === network.plant.organisation);
    expect(new Set(stated.map(({ owner }) => owner))).toEqual(new Set(direct.map(({ supplier }) => supplier)));
    const short = stated.filter(({ weeks }) => weeks.some(({ maximum, agreed }) => maximum < agreed!));
    expect(short.length).toBeGreaterThan(0);
    expect(short.length).toBeLessThan(stated.length / 4);
  });

  test('has goods on the way, some of them late', () => {
    expect(commands.filter(({ type }) => type === 'shipment-despatched').length).toBeGreaterThan(30);
    expect(commands.filter(({ type }) => type === 'arrival-estimated').length).toBeGreaterThan(0);
  });
});
