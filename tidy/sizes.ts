import ts from 'typescript';
import { isTest, linesOf, read, SOURCES } from './repository.ts';
import { lineOf, treeOf, visit } from './syntax.ts';

export const FILE_LIMIT = 400;
export const FUNCTION_LIMIT = 70;
/** Nine functions of ten stay below this many lines. */
export const SHORT_FUNCTION = 30;
export const SHORT_SHARE = 0.9;

export interface Measured {
  /** `file`, or `file#function`. */
  name: string;
  lines: number;
}

/** Tables of data and catalogues of words may be as long as the world is wide. */
const isData = (file: string): boolean => /\/(data|tables|languages)\/|-table\.ts$/.test(file);

export const measureFiles = (): Measured[] =>
  SOURCES.filter((file) => !isData(file)).map((name) => ({ name, lines: linesOf(read(name)) }));

/** Every function with a body, nested ones included, in what runs; the callbacks of a test file are its sentences. */
export const measureFunctions = (): Measured[] => SOURCES.filter((file) => !isTest(file)).flatMap(functionsOf);

function functionsOf(file: string): Measured[] {
  const tree = treeOf(file);
  const found: Measured[] = [];
  visit(tree, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body || returnsFunction(node)) return;
    const first = lineOf(tree, node.getStart(tree));
    const lines = lineOf(tree, node.getEnd()) - first + 1;
    found.push({ name: `${file}#${nameOf(node) ?? 'unnamed'}`, lines });
  });
  return found;
}

/** `(given) => (app) => …` is one function with two lists of arguments: the inner one is measured. */
const returnsFunction = (node: ts.Node): boolean => ts.isArrowFunction(node) && ts.isFunctionLike(node.body);

/** Its own name, or that of the variable, property or argument list which it was written for. */
function nameOf(node: ts.Node): string | undefined {
  const { parent } = node;
  if ('name' in node && node.name) return textOf(node.name as ts.Node);
  if (!parent) return undefined;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent))
    return textOf(parent.name);
  if (ts.isArrowFunction(parent) && parent.body === node) return nameOf(parent);
  const around = ts.findAncestor(parent, (outer) => ts.isFunctionLike(outer));
  const outerName = around && nameOf(around);
  return outerName && `${outerName}/inner`;
}

const textOf = (name: ts.Node): string => name.getText();
