/**
 * The PostgreSQL wire protocol (version 3), as far as the bridge must understand it: where a message ends,
 * what state the session is in, and which channel a notification belongs to.
 */

/** One message of a client. The start-up message has no type byte; it is given the type '^'. */
export type Frame = { type: string; bytes: Buffer };

/** After one of these the client waits for an answer, so what has gathered can be handed to the session. */
const AWAITS_ANSWER = new Set(['^', 'Q', 'S', 'H', 'F']);

export const awaitsAnswer = (frame: Frame) => AWAITS_ANSWER.has(frame.type);

/** Cuts the byte stream of one client into frames, keeping an unfinished rest for the next chunk. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);
  #started = false;

  read(chunk: Uint8Array): Frame[] {
    const arrived = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.#rest = this.#rest.length === 0 ? arrived : Buffer.concat([this.#rest, arrived]);
    const frames: Frame[] = [];
    for (let frame = this.#next(); frame; frame = this.#next()) frames.push(frame);
    return frames;
  }

  #next(): Frame | undefined {
    const head = this.#started ? 1 : 0;
    if (this.#rest.length < head + 4) return undefined;
    const end = head + this.#rest.readInt32BE(head);
    if (this.#rest.length < end) return undefined;
    const bytes = this.#rest.subarray(0, end);
    const type = this.#started ? String.fromCharCode(bytes[0]!) : '^';
    this.#rest = this.#rest.subarray(end);
    this.#started = true;
    return { type, bytes };
  }
}

/** The SQL text of a simple query (Q) or of a statement to be parsed (P), and the statement's name. */
export function statementOf(frame: Frame): { name: string; text: string } | undefined {
  if (frame.type === 'Q') return { name: '', text: frame.bytes.toString('utf8', 5, frame.bytes.length - 1) };
  if (frame.type !== 'P') return undefined;
  const nameEnd = frame.bytes.indexOf(0, 5);
  const textEnd = frame.bytes.indexOf(0, nameEnd + 1);
  return { name: frame.bytes.toString('utf8', 5, nameEnd), text: frame.bytes.toString('utf8', nameEnd + 1, textEnd) };
}

/** I: idle, T: in a transaction, E: in a failed transaction. */
export type SessionState = 'I' | 'T' | 'E';

export type Answer = {
  /** The state the last ReadyForQuery tells, or undefined where the session still awaits something. */
  state: SessionState | undefined;
  notifications: { channel: string; bytes: Buffer }[];
  /** The answer without its notifications: they go to whoever listens, not to whoever happened to ask. */
  bytes: Uint8Array;
};

const READY = 'Z'.charCodeAt(0);
const NOTIFICATION = 'A'.charCodeAt(0);

export function readAnswer(raw: Uint8Array): Answer {
  const buffer = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const answer: Answer = { state: undefined, notifications: [], bytes: raw };
  const others: Buffer[] = [];
  for (let start = 0, end = 0; start + 5 <= buffer.length; start = end) {
    end = start + 1 + buffer.readInt32BE(start + 1);
    const bytes = buffer.subarray(start, end);
    if (bytes[0] === NOTIFICATION) answer.notifications.push({ channel: channelOf(bytes), bytes });
    else others.push(bytes);
    if (bytes[0] === READY) answer.state = String.fromCharCode(bytes[5]!) as SessionState;
  }
  if (answer.notifications.length > 0) answer.bytes = Buffer.concat(others);
  return answer;
}

/** A NotificationResponse is: type, length, process id, channel, payload. */
function channelOf(notification: Buffer): string {
  return notification.toString('utf8', 9, notification.indexOf(0, 9));
}

export function simpleQuery(text: string): Buffer {
  return message('Q', Buffer.from(`${text}\0`));
}

/** An error that ends the connection it is sent on. */
export function fatalError(code: string, text: string): Buffer {
  return message('E', Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${text}\0\0`));
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
