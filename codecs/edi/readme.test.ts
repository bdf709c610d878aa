import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as edi from './index.ts';

/** Runs the example as it is printed and compares each logged line with the comment behind it. */
test('the example of the README prints what it says', () => {
  const source = /```ts\n([\s\S]*?)```/.exec(readFileSync(new URL('./README.md', import.meta.url), 'utf8'))![1]!;
  const expected = [...source.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, comment]) => comment);
  const printed: string[] = [];
  const names = /import \{ (.*) \} from/.exec(source)![1]!;
  const body = source.replace(/^import .*$/m, `const { ${names} } = edi;`);
  new Function('edi', 'console', body)(edi, { log: (...values: unknown[]) => printed.push(values.join(' ')) });
  expect(expected.length).toBeGreaterThan(2);
  expect(printed).toEqual(expected);
});
