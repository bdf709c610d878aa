import type { Operator } from './operator.ts';
import { orOpt } from './or-opt.ts';
import { relocate } from './relocate.ts';
import { reverse } from './reverse.ts';
import { swap } from './swap.ts';
import { swapTails } from './swap-tails.ts';

/** In the order in which they are tried: the cheapest to evaluate first. */
export const OPERATORS: readonly Operator[] = [relocate, swapTails, swap, orOpt, reverse];
