import { REFERENCE_MISSING, type Report } from './problems.ts';
import { peek, type Segment } from './segment.ts';
import { children } from './tree.ts';

/** What a partner guideline (UNH S009/0057, association assigned code) asks for beyond the directory. */
interface Guideline {
  association: string;
  message: string;
  /** Group path from the message, and the reference that each such group needs. */
  path: string[];
  reference: string;
  expected: string;
}

/** Odette A01052 (Renault): every article of a despatch advice names its order. */
export const GUIDELINES: Guideline[] = [
  {
    association: 'A01052',
    message: 'DESADV',
    path: ['CPS', 'LIN'],
    reference: 'ON',
    expected: 'RFF+ON (order number) under LIN',
  },
];

export function checkGuidelines(message: Segment, name: string, association: string | undefined, report: Report): void {
  for (const guideline of GUIDELINES) {
    if (guideline.association !== association || guideline.message !== name) continue;
    for (const node of at(message, guideline.path)) {
      const present = children(node, 'RFF').some((rff) => peek(rff, 1, 1) === guideline.reference);
      if (!present) report(REFERENCE_MISSING, node, { expected: guideline.expected });
    }
  }
}

const at = (node: Segment, path: string[]): Segment[] =>
  path.reduce((nodes, tag) => nodes.flatMap((n) => children(n, tag)), [node]);
