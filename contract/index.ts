export * from './demand.ts';
export * from './event-definition.ts';
export * from './events.ts';
export * from './exchange.ts';
export * from './network.ts';
export * from './primitives.ts';
export * from './refusals.ts';
export * from './visibility.ts';
