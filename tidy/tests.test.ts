import ts from 'typescript';
import { expect, test } from 'vitest';
import { SOURCES } from './repository.ts';
import { lineOf, treeOf, visit } from './syntax.ts';

const TESTS = SOURCES.filter((file) => /\.test\.tsx?$/.test(file));
const ASSERTS = /\b(expect|assert)\w*[.(<]/;

test('every test runs, or says what it needs', () => {
  expect(TESTS.length).toBeGreaterThan(50);
  expect(TESTS.flatMap(heldBack)).toEqual([]);
});

test('every test asserts something, itself or through a function that it calls', () => {
  expect(TESTS.flatMap(callsOfTest).length).toBeGreaterThan(300);
  expect(TESTS.flatMap(withoutAssertion)).toEqual([]);
});

/** `.only` and `.todo` anywhere, and a skip whose title gives no reason. */
function heldBack(file: string): string[] {
  const tree = treeOf(file);
  const found: string[] = [];
  visit(tree, (node) => {
    if (!ts.isPropertyAccessExpression(node) || !isOf(node, 'test', 'it', 'describe')) return;
    const name = node.name.text;
    const silent = /^(skip|skipIf|runIf)$/.test(name) && !/\b(needs?|because)\b/.test(titleOf(node));
    if (name === 'only' || name === 'todo' || silent) found.push(`${file}:${lineOf(tree, node.getStart())} ${name}`);
  });
  return found;
}

/**
 * The title is an argument of the call, or of the call of what `skipIf(…)` and `each(…)` give back, or of a later call where
 * the choice got a name first: `const withCorpus = corpus ? test : test.skip`.
 */
function titleOf(node: ts.Node): string {
  const statement = ts.findAncestor(node, ts.isStatement);
  if (statement && ts.isVariableStatement(statement)) {
    const name = statement.declarationList.declarations[0]!.name.getText();
    return new RegExp(`^\\s*${name}\\(([^]*?)=>`, 'm').exec(node.getSourceFile().text)?.[1] ?? '';
  }
  return statement?.getText().split('=>')[0] ?? '';
}

function withoutAssertion(file: string): string[] {
  const tree = treeOf(file);
  const asserting = new Set<string>(['fc.assert']);
  visit(tree, (node) => {
    const isNamed = ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node) || ts.isMethodDeclaration(node);
    if (isNamed && node.name && ASSERTS.test(node.getText())) asserting.add(node.name.getText());
  });
  const callsOne = (text: string): boolean => [...asserting].some((name) => new RegExp(`\\b${name}\\b`).test(text));
  return callsOfTest(file)
    .filter((call) => !ASSERTS.test(call.getText()) && !callsOne(call.getText()))
    .map((call) => `${file}:${lineOf(tree, call.getStart())}`);
}

/** `test(title, body)`, `test.each(rows)(title, body)` and the like: calls whose last arguments hold a function. */
function callsOfTest(file: string): ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  visit(treeOf(file), (node) => {
    if (!ts.isCallExpression(node) || !isOf(node, 'test', 'it')) return;
    if (node.arguments.some((argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument)))
      found.push(node);
  });
  return found;
}

/** Whether a chain like `test.each(rows)(…)` begins with one of the names. */
function isOf(node: ts.Node, ...names: string[]): boolean {
  let first = node;
  while (ts.isCallExpression(first) || ts.isPropertyAccessExpression(first)) first = first.expression;
  return ts.isIdentifier(first) && names.includes(first.text);
}
