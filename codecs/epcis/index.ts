export { type CaptureAnswer, readCapture } from './capture.ts';
export type { EpcisError } from './check.ts';
export type { Prefixes } from './context.ts';
export { eventHash, preHash, type Sha256 } from './event-hash.ts';
export type {
  Action,
  AggregationEvent,
  AssociationEvent,
  BizTransaction,
  ClassQuantity,
  EpcisEvent,
  ExtendedEvent,
  ObjectEvent,
  Party,
  TransactionEvent,
  TransformationEvent,
} from './events.ts';
export type { Goods } from './goods.ts';
export { type StockMove, stockMoves } from './stock-moves.ts';
export {
  BIZ_STEP_ROWS,
  type BizStepRow,
  DISPOSITION_STATUS,
  type StockDirection,
  type StockStatus,
} from './stock-rules.ts';
export { TOLERANCES } from './tolerances.ts';
export { readTerm, VOCABULARIES, type VocabularyName, webTerm } from './vocabulary.ts';
