import { expect, test } from 'vitest';
import { Mixtures } from './mixtures.ts';

const part = (slot: string) => ({ slot, text: `${slot}($1, $2)`, values: [`${slot}1`, `${slot}2`] });

test('the same parts give the same text, in whichever order they come', () => {
  const mixtures = new Mixtures((texts) => `$1: ${texts.join(' ')}`, { fixedValues: 1 });
  const statement = { text: '$1: a($2, $3) b($4, $5)', values: ['a1', 'a2', 'b1', 'b2'] };
  expect(mixtures.statement([part('b'), part('a')])).toEqual(statement);
  expect(mixtures.statement([part('a'), part('b')])).toEqual(statement);
});

test('the texts are bounded: beyond some mixtures one text holds all parts, and those not needed have no values', () => {
  const mixtures = new Mixtures((texts) => texts.join(' '));
  const slots = Array.from({ length: 12 }, (_, n) => String.fromCharCode(97 + n));
  const texts = new Set<string>();
  for (let bits = 1; bits < 4096; bits++)
    texts.add(mixtures.statement(slots.filter((_, n) => (bits >> n) & 1).map(part)).text);
  expect(texts.size).toBeLessThan(40);
  const { text, values } = mixtures.statement([part('b'), part('l')]);
  expect(text).toMatch(/^a\(\$1, \$2\) .* l\(\$23, \$24\)$/);
  expect(values.filter((value) => value !== null)).toEqual(['b1', 'b2', 'l1', 'l2']);
});
