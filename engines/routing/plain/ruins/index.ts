import { neighbourhood } from './neighbourhood.ts';
import type { Ruin } from './ruin.ts';
import { strings } from './strings.ts';
import { wholeRoute } from './whole-route.ts';

export const RUINS: readonly Ruin[] = [neighbourhood, strings, wholeRoute];
