#!/usr/bin/env node
/**
 * intakt edi read FILE [--json] · intakt edi write [FILE] --message NAME … · intakt edi check FILE…
 * Reads files as streams, so that memory is bounded by the largest message. Ends with 0 also for bad messages, which are
 * answers, and with 2 where it was called wrongly or a file is not there.
 */
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Statement } from '@intakt/contract';
import { FileCheck, LineFinder } from './command/check.ts';
import { readable } from './command/readable.ts';
import { WRITERS, writeMessage } from './command/write.ts';
import type { DecodedPart, DecodeOptions } from './decode.ts';
import { Decoder } from './decoder.ts';

const USAGE = `Usage:
  intakt edi read FILE [--json] [--offset MINUTES]
      prints what a file says, as text or as one JSON line per message
  intakt edi write [FILE] --message NAME [--version VERSION] --sender CODE[:AGENCY] --receiver CODE[:AGENCY]
      --reference NUMBER [--prepared-at INSTANT] [--offset MINUTES] [--test] [--out FILE]
      writes statements: a JSON list, or the lines that read --json prints, of a file or of standard input
      as one of ${WRITERS.map(({ message, version }) => `${message} ${version}`).join(', ')}
  intakt edi check FILE… [--warnings] [--offset MINUTES]
      prints one JSON line per file: format, messages, segments, events and every error
FILE may be - for standard input when reading.`;

const OFFSET = { offset: { type: 'string' } } as const;
const CHUNK_BYTES = 1 << 18;

const COMMANDS: Record<string, (words: string[]) => Promise<void>> = { read, write, check };

try {
  const [family, command = '', ...words] = process.argv.slice(2);
  const run = family === 'edi' && Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!run) throw new Error(`Expected edi read, edi write or edi check; got "${[family, command].join(' ').trim()}".`);
  await run(words);
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`);
  process.exitCode = 2;
}

async function read(words: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { ...OFFSET, json: { type: 'boolean' } },
  });
  if (positionals.length !== 1) throw new Error('One file is needed.');
  const show = values.json ? jsonLines() : readable;
  for await (const part of partsOf(positionals[0]!, optionsOf(values))) await print(show(part));
}

/** One line per message with the envelope that it came in, so that a line can be read on its own. */
function jsonLines(): (part: DecodedPart) => string {
  let envelope: object = {};
  return (part) => {
    if (part.kind === 'interchange') {
      const { messages: _, errors, ...head } = part.interchange;
      envelope = head;
      return errors.length > 0 ? `${JSON.stringify({ ...head, errors })}\n` : '';
    }
    if (part.kind === 'message') return `${JSON.stringify({ ...envelope, ...part.message })}\n`;
    const errors = part.kind === 'end' ? part.errors : [part.error];
    return errors.length > 0 ? `${JSON.stringify({ ...envelope, errors })}\n` : '';
  };
}

async function write(words: string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      ...OFFSET,
      message: text,
      version: text,
      sender: text,
      receiver: text,
      reference: text,
      'prepared-at': text,
      out: text,
      test: { type: 'boolean' },
    },
  });
  const { message, version, sender, receiver, reference } = values;
  if (!message || !sender || !receiver || !reference)
    throw new Error('--message, --sender, --receiver and --reference are needed.');
  const preparedAt = new Date(values['prepared-at'] ?? Date.now()).toISOString();
  const parties = { sender: partyOf(sender), receiver: partyOf(receiver) };
  const bytes = writeMessage(
    statementsIn(await inputOf(positionals[0] ?? '-')),
    { message, ...(version && { version }) },
    { ...parties, reference, preparedAt, test: values.test === true, ...optionsOf(values) },
  );
  if (values.out) await writeFile(fromCaller(values.out), bytes);
  else await print(bytes);
}

/** A list of statements, or the lines that `read --json` prints. */
function statementsIn(text: string): Statement[] {
  const lines = text.trim().startsWith('[') ? [text] : text.split('\n').filter((line) => line.trim());
  return lines.flatMap((line) => {
    const value = JSON.parse(line) as Statement[] | Statement | { statements?: Statement[] };
    if (Array.isArray(value)) return value;
    return 'kind' in value ? [value] : (value.statements ?? []);
  });
}

function partyOf(text: string): { code: string; agency?: string } {
  const [code = '', agency] = text.split(':');
  return { code, ...(agency && { agency }) };
}

async function check(words: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { ...OFFSET, warnings: { type: 'boolean' } },
  });
  if (positionals.length === 0) throw new Error('At least one file is needed.');
  for (const file of positionals) await checkFile(file, { ...optionsOf(values), warnings: values.warnings === true });
}

async function checkFile(file: string, { warnings, ...options }: DecodeOptions & { warnings: boolean }): Promise<void> {
  const checked = new FileCheck(file);
  try {
    for await (const part of partsOf(file, options)) checked.take(part);
    const finder = new LineFinder(checked.offsets);
    if (checked.offsets.length > 0) for await (const chunk of chunksOf(file)) finder.push(chunk);
    await print(`${JSON.stringify(checked.report(finder.lineOf, warnings))}\n`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    const errors = [
      { code: 'FILE_UNREADABLE', line: 0, segment: '', value: (error as Error).message, expected: 'a file' },
    ];
    await print(`${JSON.stringify({ ...checked.report(() => 0), errors })}\n`);
    process.exitCode = 2;
  }
}

async function* partsOf(file: string, options: DecodeOptions): AsyncGenerator<DecodedPart> {
  const decoder = new Decoder(options);
  for await (const chunk of chunksOf(file)) yield* decoder.push(chunk);
  yield* decoder.end();
}

function chunksOf(file: string): AsyncIterable<Uint8Array> {
  return file === '-' ? process.stdin : createReadStream(fromCaller(file), { highWaterMark: CHUNK_BYTES });
}

async function inputOf(file: string): Promise<string> {
  if (file !== '-') return readFile(fromCaller(file), 'utf8');
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString('utf8');
}

/** npm runs a workspace's command in the workspace's folder; INIT_CWD is where the person stands. */
function fromCaller(file: string): string {
  return resolve(process.env.INIT_CWD ?? '.', file);
}

function optionsOf({ offset }: { offset?: string | undefined }): { timeZoneOffsetMinutes?: number } {
  if (offset === undefined) return {};
  if (!/^[+-]?\d{1,3}$/.test(offset)) throw new Error(`--offset is minutes from UTC, such as 60; got "${offset}".`);
  return { timeZoneOffsetMinutes: Number(offset) };
}

/** Waits where the reader of our output is slower than we are: else a large file would pile up in memory. */
async function print(output: string | Uint8Array): Promise<void> {
  if (output.length === 0 || process.stdout.write(output)) return;
  await new Promise((resume) => process.stdout.once('drain', resume));
}
