/**
 * All connections share one session, so what a statement leaves behind in the session is seen by everybody.
 * These rules catch the mistakes that can be recognised; set_config(…, false) cannot.
 */
export type ListenChange = { channel: string; on: boolean };

type Statement = { name: string; text: string };

const SESSION_SETTING = /^\s*(set\s+(?!local\b|transaction\b|constraints\b)|prepare\s|discard\s|reset\s+(?!role\b))/i;

/** PGlite ends itself when it is asked to read copied rows from the client. */
const COPY_IN = /^\s*copy\b.*\bfrom\s+stdin\b/is;

/** SQL that raises the refusal in place of the statement, so that the protocol and a transaction's state stay right. */
export function refusalOf({ name, text }: Statement): string | undefined {
  if (name !== '')
    return raise('named statements collide on the embedded database, whose connections share one session');
  if (COPY_IN.test(text)) return raise('the embedded database cannot copy from the client: insert in batches');
  if (!SESSION_SETTING.test(text)) return undefined;
  return raise('session settings reach every connection of the embedded database: use set local inside a transaction');
}

/** The channel that a LISTEN or UNLISTEN statement names, folded as PostgreSQL folds identifiers. */
export function listenedChannel({ text }: Statement): ListenChange | undefined {
  const match = /^\s*(un)?listen\s+(?:"((?:[^"]|"")+)"|([^\s;]+))\s*;?\s*$/i.exec(text);
  if (!match) return undefined;
  const channel = match[2]?.replaceAll('""', '"') ?? match[3]!.toLowerCase();
  return { channel, on: match[1] === undefined };
}

function raise(message: string): string {
  return `do $$ begin raise exception using errcode = '0A000', message = '${message}'; end $$`;
}
