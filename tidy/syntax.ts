import ts from 'typescript';
import { read } from './repository.ts';

/** A file that another one names, as it is written there. */
export interface Import {
  specifier: string;
  /** Gone when it runs: it can close a cycle, but moves no code. */
  typeOnly: boolean;
  line: number;
}

const trees = new Map<string, ts.SourceFile>();

/** The file's syntax tree, parsed once for all rules. */
export function treeOf(file: string): ts.SourceFile {
  let tree = trees.get(file);
  if (!tree) {
    const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    tree = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true, kind);
    trees.set(file, tree);
  }
  return tree;
}

export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

export const lineOf = (tree: ts.SourceFile, position: number): number =>
  tree.getLineAndCharacterOfPosition(position).line + 1;

/** Imports, re-exports, `import()` and `new URL('…', import.meta.url)`, which is how workers are named. */
export function importsOf(file: string): Import[] {
  const tree = treeOf(file);
  const found: Import[] = [];
  visit(tree, (node) => {
    const named = namedModule(node);
    if (named) found.push({ ...named, line: lineOf(tree, node.getStart(tree)) });
  });
  return found;
}

function namedModule(node: ts.Node): Omit<Import, 'line'> | undefined {
  if (ts.isImportDeclaration(node)) return { specifier: textOf(node.moduleSpecifier), typeOnly: isTypeImport(node) };
  if (ts.isExportDeclaration(node) && node.moduleSpecifier)
    return { specifier: textOf(node.moduleSpecifier), typeOnly: node.isTypeOnly };
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return { specifier: textOf(node.argument.literal), typeOnly: true };
  const [first] = ts.isCallExpression(node) || ts.isNewExpression(node) ? (node.arguments ?? []) : [];
  if (!first || !ts.isStringLiteralLike(first)) return undefined;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return { specifier: first.text, typeOnly: false };
  if (ts.isNewExpression(node) && isNamed(node.expression, 'URL') && /^\..*\.tsx?$/.test(first.text))
    return { specifier: first.text, typeOnly: false };
  return undefined;
}

/** `import { type A, type B }` leaves nothing behind either, with verbatimModuleSyntax only a bare load. */
function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { namedBindings } = importClause;
  if (importClause.name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

export const isNamed = (node: ts.Node, name: string): boolean => ts.isIdentifier(node) && node.text === name;

const textOf = (node: ts.Node): string => (ts.isStringLiteralLike(node) ? node.text : '');
