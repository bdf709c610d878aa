/**
 * npm run witness -- --name <name> --log <verifier key> [--log …] [--state FOLDER] [--port N] [--host ADDRESS]
 * A witness (C2SP tlog-witness) that a partner runs: it signs only trees that continue those it saw, and keeps what it saw.
 */
import { hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generateSigningKeyPem, signerFromPem } from './node.ts';
import type { NoteSigner } from './signed-note.ts';
import { decodeVerifierKey, encodeVerifierKey, type VerifierKey } from './verifier-key.ts';
import { originOf, type WitnessAnswer, witnessCheckpoint } from './witness.ts';

const USAGE =
  'Usage: npm run witness -- --name <name> --log <verifier key> [--log …] [--state FOLDER] [--port N] [--host ADDRESS]';
const MAX_BODY_BYTES = 64 * 1024;

interface Witness {
  signer: NoteSigner;
  logs: Map<string, VerifierKey[]>;
  state: string;
}

try {
  await start();
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`);
  process.exitCode = 2;
}

async function start(): Promise<void> {
  const { name, logs, state, port, host } = readArguments();
  mkdirSync(state, { recursive: true });
  const signer = signerFromPem(ownKey(state), name, 'cosignature');
  const witness: Witness = { signer, logs, state };
  // One request after the other: what is compared with what was seen must not change before it is kept.
  let turn: Promise<unknown> = Promise.resolve();
  const server = createServer((request, response) => {
    turn = turn.then(() => handle(witness, request, response)).catch((error) => console.error(error));
  });
  await new Promise<void>((listening, failed) => server.once('error', failed).listen(port, host, listening));
  const address = server.address() as { port: number };
  console.log(`The witness listens on http://${host}:${address.port}`);
  console.log(`Its verifier key: ${encodeVerifierKey(signer.key)}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => server.close());
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      log: { type: 'string', multiple: true, default: [] },
      state: { type: 'string', default: '.witness' },
      port: { type: 'string', default: '4790' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  });
  if (!values.name || values.log.length === 0)
    throw new Error('A name and the verifier key of at least one log are needed.');
  const logs = new Map<string, VerifierKey[]>();
  for (const vkey of values.log) {
    const decoded = decodeVerifierKey(vkey);
    if (!decoded.ok) throw new Error(decoded.detail);
    logs.set(decoded.key.name, [...(logs.get(decoded.key.name) ?? []), decoded.key]);
  }
  // npm runs scripts in the package's folder; INIT_CWD is where the person stands.
  const state = path.resolve(process.env.INIT_CWD ?? '.', values.state);
  return { name: values.name, logs, state, port: Number(values.port), host: values.host };
}

function ownKey(state: string): string {
  const file = path.join(state, 'key.pem');
  if (!existsSync(file)) writeFileSync(file, generateSigningKeyPem(), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

async function handle(witness: Witness, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url ?? '';
  if (request.method === 'POST' && url === '/add-checkpoint') {
    const body = await readBody(request);
    if (body === undefined)
      return send(response, { status: 400, body: `A request has at most ${MAX_BODY_BYTES} bytes\n` });
    return send(response, await addCheckpoint(witness, body));
  }
  const [, origin] = /^\/([0-9a-f]{64})\/checkpoint$/.exec(url) ?? [];
  const note = origin && request.method === 'GET' ? readKept(witness, origin) : undefined;
  return send(
    response,
    note === undefined ? { status: 404, body: 'Nothing is kept here\n' } : { status: 200, body: note },
  );
}

async function addCheckpoint(witness: Witness, body: string): Promise<WitnessAnswer> {
  const origin = originOf(body.slice(body.indexOf('\n\n') + 2));
  const last = origin === undefined ? undefined : readKept(witness, nameOf(origin));
  const timestampSeconds = Math.floor(Date.now() / 1000);
  const answer = await witnessCheckpoint(body, { logs: witness.logs, last, witness: witness.signer, timestampSeconds });
  if (answer.keep) keep(path.join(witness.state, `${nameOf(answer.keep.origin)}.checkpoint`), answer.keep.note);
  return answer;
}

const nameOf = (origin: string): string => hash('sha256', origin, 'hex');

function readKept({ state }: Witness, name: string): string | undefined {
  const file = path.join(state, `${name}.checkpoint`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** On the disk before it is answered, whole or not at all. */
function keep(file: string, note: string): void {
  const fresh = `${file}.new`;
  writeFileSync(fresh, note);
  const descriptor = openSync(fresh, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(fresh, file);
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, { status, body, contentType }: Omit<WitnessAnswer, 'keep'>): void {
  response.writeHead(status, { 'content-type': contentType ?? 'text/plain; charset=utf-8' }).end(body);
}
