import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '../house.ts';
import { refuse } from '../refuse.ts';

export interface Upload {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/**
 * In this scope bodies arrive as the bytes they are: text would be decoded as UTF-8 and a partner's
 * ISO 8859-1 file would be kept altered. What is announced as too large is refused before it is read.
 */
export function takeBytes(scope: FastifyInstance, house: House): void {
  const limit = house.config.bodyLimitBytes;
  scope.removeContentTypeParser(['application/json', 'text/plain']);
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: limit }, (_, body, done) => done(null, body));
  scope.addHook('onRequest', async (request) => refuseTooLarge(request, limit));
}

export function refuseTooLarge(request: FastifyRequest, limit: number): void {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) refuse('TOO_LARGE', { limit });
}

/** In this scope bodies arrive as streams, for files that are too large to be held whole. */
export function takeStreams(scope: FastifyInstance, limit: number): void {
  scope.removeContentTypeParser(['application/json', 'text/plain']);
  scope.addContentTypeParser('*', (_, body, done) => done(null, body));
  scope.addHook('onRequest', async (request) => refuseTooLarge(request, limit));
}

export interface Streamed {
  name: string;
  mediaType: string;
  source: AsyncIterable<Buffer>;
}

/** The raw body as it comes in, or the first file of a form. Whoever reads it counts its bytes. */
export async function readStream(request: FastifyRequest, fallbackName: string, limit: number): Promise<Streamed> {
  if (request.isMultipart()) {
    const file = await request.file({ limits: { fileSize: limit } });
    if (!file) return refuseEmpty(fallbackName);
    return { name: file.filename || fallbackName, mediaType: file.mimetype, source: file.file };
  }
  const source = request.body as AsyncIterable<Buffer> | undefined;
  if (!source) return refuseEmpty(fallbackName);
  const header = request.headers['x-file-name'];
  const name = typeof header === 'string' ? decodeName(header) : fallbackName;
  return { name, mediaType: request.headers['content-type'] ?? 'application/octet-stream', source };
}

/** The raw body, or the first file of a form; a browser's file field and a partner's script are served alike. */
export async function readUpload(request: FastifyRequest, fallbackName: string): Promise<Upload> {
  if (request.isMultipart()) return readForm(request, fallbackName);
  const bytes = request.body;
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) return refuseEmpty(fallbackName);
  const header = request.headers['x-file-name'];
  const name = typeof header === 'string' ? decodeName(header) : fallbackName;
  return { name, mediaType: request.headers['content-type'] ?? 'application/octet-stream', bytes };
}

async function readForm(request: FastifyRequest, fallbackName: string): Promise<Upload> {
  const file = await request.file();
  if (!file) return refuseEmpty(fallbackName);
  const bytes = await file.toBuffer();
  if (bytes.length === 0) return refuseEmpty(file.filename);
  return { name: file.filename || fallbackName, mediaType: file.mimetype, bytes };
}

export const refuseEmpty = (file: string): never =>
  refuse('FILE_UNREADABLE', { file, problem: 'it is empty', next: 'send the file as the body, or as a form field' });

/** Header values are Latin-1; names with other letters come percent-encoded. */
function decodeName(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    return header;
  }
}

/** Always to be saved, never shown: a partner's bytes must not run as a page of ours. */
export function sendBytes(reply: FastifyReply, name: string, bytes: Buffer | Readable): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .type('application/octet-stream')
    .send(bytes);
}
