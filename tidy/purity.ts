import ts from 'typescript';
import { lineOf, treeOf, visit } from './syntax.ts';

/** What reaches out to clock, chance, environment or network, as it is written. */
const AMBIENT = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'process.env',
  'process.argv',
  'process.stdout',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'globalThis.crypto',
]);
const CLOCK = new Set(['Date.now', 'new Date()', 'Date()']);
const CALLS = new Set(['fetch', 'setTimeout', 'setInterval', 'Date']);

export interface Leak {
  file: string;
  line: number;
  what: string;
}

/** Where a file takes in something that its caller did not give it. */
export function leaksOf(file: string): Leak[] {
  const tree = treeOf(file);
  const found: Leak[] = [];
  visit(tree, (node) => {
    const what = leak(node);
    if (what) found.push({ file, line: lineOf(tree, node.getStart(tree)), what });
  });
  return found;
}

export const clockReadsOf = (file: string): Leak[] => leaksOf(file).filter(({ what }) => CLOCK.has(what));

function leak(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    if (!ts.isIdentifier(node.expression)) return undefined;
    const name = `${node.expression.text}.${node.name.text}`;
    return AMBIENT.has(name) ? name : undefined;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date')
    return node.arguments?.length ? undefined : 'new Date()';
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && CALLS.has(node.expression.text))
    return `${node.expression.text}()`;
  return undefined;
}
