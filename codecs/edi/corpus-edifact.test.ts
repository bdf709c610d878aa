import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Statement } from '@intakt/contract';
import { describe, expect, test } from 'vitest';
import { readDelimiters } from './delimiters.ts';
import { decode } from './index.ts';
import { tokenize } from './tokenize.ts';

const folder = process.env.INTAKT_DATA ? join(process.env.INTAKT_DATA, 'edi') : undefined;

/** What a reviewer wants to see of a statement, in one line. */
function summary(statement: Statement): string {
  switch (statement.kind) {
    case 'acknowledgement':
      return `interchange ${statement.interchange?.reference} ${statement.outcome}, ${statement.messages.length} messages`;
    case 'transport-order': {
      const { mode, packages, goods, collectAt, deliverAt } = statement;
      const item = goods.map((one) => `${one.grossMassKg} kg, ${one.units.length} labels, ${degrees(one)}`).join('; ');
      return `${packages} package by ${mode}, ${collectAt} to ${deliverAt}: ${item}`;
    }
    case 'transport-status':
      return `${statement.consignment}: ${statement.happenings
        .map(({ status, at, units }) =>
          [status, at, units.length > 0 && `${units.length} label`].filter(Boolean).join(' '),
        )
        .join(', ')}`;
    default:
      return statement.kind;
  }
}

const degrees = ({ temperatureCelsius: at }: { temperatureCelsius?: { minimum?: number; maximum?: number } }) =>
  `${at?.minimum} to ${at?.maximum} °C`;

const GOLDEN: Record<string, { types: string[]; said: string[]; problems: string[] }> = {
  'edifact-other/contrl.edi': {
    types: ['CONTRL 4.1', 'CONTRL 4.1'],
    said: ['interchange 131 received, 0 messages', 'interchange 131 received, 0 messages'],
    problems: [],
  },
  'edifact-other/iftmin_eancom.edi': {
    types: ['IFTMIN D.96A EAN004'],
    said: ['1 package by road, 2002-03-05T11:00:00.000Z to 2002-03-08T11:00:00.000Z: 250 kg, 1 labels, -5 to 5 °C'],
    problems: [],
  },
  'edifact-other/iftsta_eancom.edi': {
    types: ['IFTSTA D.96A EAN004'],
    said: [
      '4215A: delivered 2002-02-01T14:50:00.000Z',
      '5122C: in-transit',
      '5145E: customs-held 2002-01-15T00:00:00.000Z',
      '7655S: lost 1 label, delivered 1 label, delivered 1 label',
    ],
    problems: [
      '(13 DTM QUALIFIER_UNKNOWN 40E)',
      '20 DTM DATE_INVALID 20020148',
      '25 DTM DATE_INVALID 20020148',
      '30 DTM DATE_INVALID 20020148',
    ],
  },
};

describe.skipIf(!folder)('messages about transport and acknowledgement (needs INTAKT_DATA)', () => {
  test.each(Object.entries(GOLDEN))('%s', (file, { types, said, problems }) => {
    const answer = decode(readFileSync(join(folder!, file)));
    const [interchange] = answer.ok ? answer.interchanges : [];
    const { messages, errors } = interchange!;
    expect(errors).toEqual([]);
    expect(messages.map(({ type }) => type)).toEqual(types);
    expect(messages.flatMap(({ statements }) => statements.map(summary))).toEqual(said);
    expect(
      messages
        .flatMap((message) => message.errors)
        .map(({ position, code, value, severity }) => {
          const place = [position.segment, position.tag, code, value].join(' ');
          return severity === 'warning' ? `(${place})` : place;
        }),
    ).toEqual(problems);
  });

  test('every folder of EDIFACT files has its corpus test, and every file of this one its row', () => {
    const folders = readdirSync(folder!).filter((name) => name.startsWith('edifact-') && !name.includes('.'));
    const elsewhere = ['edifact-delfor', 'edifact-desadv', 'edifact-desadv-malformed', 'edifact-malformed'];
    expect(folders.sort()).toEqual([...elsewhere, 'edifact-other'].sort());
    const present = readdirSync(join(folder!, 'edifact-other')).map((file) => `edifact-other/${file}`);
    expect(Object.keys(GOLDEN).sort()).toEqual(present.sort());
  });

  test('every segment of every EDIFACT file lies in a message, is of the envelope or is named in an error', () => {
    for (const name of readdirSync(folder!, { recursive: true }) as string[]) {
      if (!/^edifact-.*\.(edi|edifact)$/.test(name)) continue;
      const bytes = readFileSync(join(folder!, name));
      const delimiters = readDelimiters(bytes);
      const answer = decode(bytes);
      if (!delimiters || !answer.ok) continue;
      const all = [...tokenize(bytes, delimiters)].flatMap((token) => (token.kind === 'segment' ? [token.tag] : []));
      const inside = answer.interchanges.flatMap(({ messages }) => messages).reduce((sum, m) => sum + m.segments, 0);
      const named = answer.interchanges
        .flatMap(({ errors }) => errors)
        .filter(({ code }) => /^HEADER_|^SERVICE_/.test(code));
      const envelope = all.filter((tag) => ['UNA', 'UNB', 'UNZ', 'UNG', 'UNE'].includes(tag)).length;
      expect([name, inside + named.length + envelope]).toEqual([name, all.length]);
    }
  });
});
