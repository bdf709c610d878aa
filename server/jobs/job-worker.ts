import { COMPUTATIONS } from './computations.ts';
import { compute } from './compute.ts';

await compute(COMPUTATIONS);
