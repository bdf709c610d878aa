import { agreed, named } from './policies.ts';

/** An exception has no exact form for others: who may see a projection exactly gets its light, as who may see lights does. */
export const exceptionLightPolicies = `
  alter policy audience on exception_light
    using (${named} or ${agreed('exception_light', { kind: 'projection', depth: 'any', site: 'site', part: 'part' })});
`;
