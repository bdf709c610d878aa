export { PairSearch, type PairedInstance } from './pairs/pair-search.ts';
export type { Solution } from './plain/incumbent.ts';
export type { PlainInstance } from './plain/instance.ts';
export { IteratedSearch } from './plain/iterate.ts';
export { Random } from './random.ts';
