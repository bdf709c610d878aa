import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { CheckReport } from './command/check.ts';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'intakt-edi-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function intakt(words: string[], input = ''): SpawnSyncReturns<string> {
  const { INIT_CWD: _, ...env } = process.env;
  return spawnSync(process.execPath, [CLI, ...words], { cwd: folder, encoding: 'utf8', input, env });
}

const SCHEDULE = {
  kind: 'schedule',
  position: { segment: 1, tag: '', offset: 0 },
  documentNumber: 'CALL-7',
  scheduleKind: 'delivery-forecast',
  function: 'original',
  customer: { code: 'PLANT' },
  supplier: { code: 'ACME' },
  shipTo: { code: '030' },
  part: { buyerNumber: '7780522' },
  release: '7',
  releasedOn: '2026-03-02',
  unit: 'H87',
  quantities: [{ from: '2026-03-09', quantity: 504, horizon: 'firm' }],
};

const CONTROL = [
  '--sender',
  'PLANT:ZZ',
  '--receiver',
  'ACME:ZZ',
  '--reference',
  '4711',
  '--prepared-at',
  '2026-03-02T06:30:00Z',
];

describe('intakt edi', () => {
  test.each(['DELFOR', '830', '4905'])('writes %s that check finds in order and read says again', (message) => {
    const file = `${message}.edi`;
    const written = intakt(
      ['edi', 'write', '--message', message, ...CONTROL, '--out', file],
      JSON.stringify([SCHEDULE]),
    );
    expect({ status: written.status, error: written.stderr }).toEqual({ status: 0, error: '' });
    const checked = intakt(['edi', 'check', file]);
    expect(JSON.parse(checked.stdout)).toMatchObject({ file, messages: 1, events: 1, errors: [] });
    const read = intakt(['edi', 'read', '--json', file]);
    expect(JSON.parse(read.stdout)).toMatchObject({
      statements: [{ part: { buyerNumber: '7780522' }, quantities: [{ quantity: 504 }] }],
    });
    const again = intakt(['edi', 'write', '--message', 'DELFOR', ...CONTROL], read.stdout);
    expect(again.stdout).toContain('QTY+113:504:PCE');
  });

  test('reads a message as text, also from standard input', () => {
    const { stdout } = intakt(['edi', 'write', '--message', 'DELFOR', ...CONTROL], JSON.stringify([SCHEDULE]));
    const lines = intakt(['edi', 'read', '-'], stdout).stdout.split('\n');
    expect(lines[0]).toBe(
      'edifact interchange 4711 from code PLANT, agency ZZ to code ACME, agency ZZ at 2026-03-02T06:30:00.000Z',
    );
    expect(lines).toEqual(
      expect.arrayContaining(['    part buyerNumber 7780522', '      from 2026-03-09, quantity 504, horizon firm']),
    );
  });

  test('checks bad files with one line each, names the place of every error, and ends with 0', () => {
    const edi = [
      "UNB+UNOC:3+PLANT:ZZ+ACME:ZZ+260302:0630+1'",
      "UNH+1+DELFOR:D:97A:UN'",
      "BGM+241+7+9'",
      "DTM+137:20261302:102'",
      "UNT+9+1'",
      "UNZ+1+1'",
    ];
    writeFileSync(join(folder, 'bad.edi'), edi.join('\n'));
    writeFileSync(join(folder, 'text.txt'), 'no message at all');
    const { stdout, status } = intakt(['edi', 'check', 'bad.edi', 'text.txt']);
    const [bad, text] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as CheckReport);
    expect(status).toBe(0);
    expect(bad).toMatchObject({ file: 'bad.edi', format: 'edifact', messages: 1, segments: 4 });
    expect(bad!.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'DATE_INVALID',
          line: 4,
          segment: 'DTM',
          element: 1,
          value: '20261302',
          expected: 'CCYYMMDD (format 102)',
        }),
        expect.objectContaining({ code: 'COUNT_MISMATCH', line: 5, segment: 'UNT', value: '9' }),
      ]),
    );
    expect(text).toMatchObject({ format: null, messages: 0, errors: [{ code: 'UNREADABLE', line: 1 }] });
  });

  test.each([
    [['edi', 'check'], 'At least one file is needed.'],
    [['edi', 'burn'], 'Expected edi read, edi write or edi check; got "edi burn".'],
    [['edi', 'write', '--message', 'DELFOR'], '--message, --sender, --receiver and --reference are needed.'],
    [['edi', 'write', '--message', 'INVOIC', ...CONTROL], 'INVOIC is not written; expected one of DELFOR 97A'],
    [
      ['edi', 'write', '--message', '4915', ...CONTROL],
      'VDA 4915, detailed call-off (FAB), is not written: no public source settles the places of its fields.',
    ],
    [['edi', 'write', '--message', 'DESADV', ...CONTROL], 'DESADV carries statements of kind despatch, not schedule.'],
    [['edi', 'read', 'x', '--offset', 'CET'], '--offset is minutes from UTC, such as 60; got "CET".'],
  ])('%j is refused with the reason and how it is called', (words, reason) => {
    const { status, stderr } = intakt(words, JSON.stringify([SCHEDULE]));
    expect(status).toBe(2);
    expect(stderr).toContain(reason);
    expect(stderr).toContain('Usage:');
  });

  test('a file that is not there is named, and the others are checked', () => {
    writeFileSync(join(folder, 'text.txt'), 'no message at all');
    const { status, stdout } = intakt(['edi', 'check', 'nowhere.edi', 'text.txt']);
    const codes = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as CheckReport).errors[0]!.code);
    expect({ status, codes }).toEqual({ status: 2, codes: ['FILE_UNREADABLE', 'UNREADABLE'] });
  });
});
