export type { SpokenCommands } from './commands.ts';
export { GROUPAGE_RATES } from './data/freight.ts';
export { demonstrationNetwork } from './network.ts';
export { networkCommands } from './network-commands.ts';
export type {
  DemonstrationAgreement,
  DemonstrationNetwork,
  DemonstrationPerson,
  Relation,
} from './network-shape.ts';
export { openingCommands } from './opening-commands.ts';
export { type SimulatorOptions, startSimulator } from './simulator.ts';
export { weeklyUse } from './weekly-use.ts';
