import type { EventType, Role } from '@intakt/contract';
import { describe, expect, test } from 'vitest';
import { mayReach, mayRecord, requireRole } from './access.ts';
import type { Principal } from './principal.ts';

const person = (...roles: Role[]): Principal => ({
  kind: 'person',
  organisation: 'oem',
  person: 'p',
  roles,
  sites: [],
  session: 's',
});
const key = (...roles: Role[]): Principal => ({ kind: 'organisation', organisation: 'oem', apiKey: 'k', roles });
const device: Principal = { kind: 'device', organisation: 'oem', device: 'd' };
const link: Principal = { kind: 'link', organisation: 'oem', link: 'l', object: 'shipment:1' };

const allows = (work: () => unknown): boolean => {
  try {
    work();
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'NOT_ALLOWED', status: 403 });
    return false;
  }
};

describe('who may record what through a door that takes any event', () => {
  const cases: [string, Principal, EventType, boolean][] = [
    ['a planner registers parts', person('planner'), 'part-registered', true],
    ['a gate clerk does not', person('gate'), 'part-registered', false],
    ['a gate clerk receives goods', person('gate'), 'goods-received', true],
    ['nobody without a role receives goods', person(), 'goods-received', false],
    ['a key with a role despatches', key('dispatcher'), 'shipment-despatched', true],
    ['a planner does not accept agreements', person('planner'), 'agreement-accepted', false],
    ['a manager does', person('manager'), 'agreement-accepted', true],
    ['a planner does not grant roles', key('planner'), 'roles-granted', false],
    ['an administrator does', key('administrator'), 'roles-granted', true],
    ['nobody writes that a key was revoked without revoking it', key('administrator'), 'credential-changed', false],
    ['nobody writes that a person was erased without erasing it', key('administrator'), 'person-erased', false],
    ['a device records nothing', device, 'stock-counted', false],
    ['a link records nothing', link, 'stock-counted', false],
  ];
  test.each(cases)('%s', (_, who, type, allowed) => {
    expect(allows(() => mayRecord(who, type))).toBe(allowed);
  });
});

test('a refusal says who, what and which role is needed', () => {
  expect(() => requireRole(person('gate', 'quality'), 'edit master data', 'planner', 'manager')).toThrow(
    'A person with the roles gate, quality may not edit master data. Needed: planner or manager.',
  );
});

test.each([
  [device, 'POST', '/api/positions', true],
  [device, 'GET', '/api/positions', false],
  [device, 'POST', '/api/events', false],
  [link, 'GET', '/api/shipments/:id', true],
  [link, 'GET', '/api/shipments', false],
  [person(), 'GET', '/api/parts', true],
])('%j may reach %s %s: %s', (who, method, route, reaches) => {
  expect(mayReach(who, method, route)).toBe(reaches);
});
