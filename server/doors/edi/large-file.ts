import type { Id, MessageError } from '@intakt/contract';
import { type DecodedPart, Decoder, type EdiInterchange, type EdiMessage } from '@intakt/edi';
import type { House } from '../../house.ts';
import { hasErrors, type InboxMessage } from '../inbox/message.ts';
import { type InboxFile, insertMessages } from '../inbox/store.ts';
import { answerInterchanges } from '../outgoing/answer.ts';
import { type Arrival, agreedHorizons, recognise } from './arrival.ts';
import { beforeBooking, nameMessages, settleFresh } from './intake.ts';
import { readSettings, whoGoesInPartly } from './settings.ts';
import { bytesOf, dropAside } from './spool.ts';
import { NOWHERE, toMessageAlone, unreadable } from './to-messages.ts';

export type LargeFile = InboxFile & { parts: number };

/** So many messages are in memory at once, with the events that they become. */
const BATCH = 100;

/**
 * Understands a file that lies in parts, in two passes that hold no more than a batch of messages. The first reads it
 * whole, so that an interchange with a mistake anywhere is refused as a small one is, and answers it; the second books its
 * messages in their order, each for itself: what a partner states in hundreds of megabytes is no one step any more.
 * `isStopped` ends it between two batches; called again, it goes on where it ended.
 */
export async function understandLarge(house: House, file: LargeFile, isStopped: () => boolean): Promise<void> {
  const survey = await surveyOf(house, file);
  await house.db.system((tx) =>
    answerInterchanges(house, tx, {
      file,
      arrival: survey,
      repeated: (interchange) => survey.repeats(interchange) !== undefined,
    }),
  );
  const done = await lastPosition(house, file.id);
  let batch: InboxMessage[] = [];
  for await (const message of messagesOf(house, file, survey)) {
    if (message.position <= done) continue;
    batch.push(message);
    if (batch.length < BATCH) continue;
    await takeBatch(house, batch, survey);
    batch = [];
    if (isStopped()) return;
  }
  await takeBatch(house, batch, survey);
  await house.db.system((tx) => tx.query('update inbox_file set open = false where id = $1', [file.id]));
  await dropAside(house, file.id);
}

/** What the first pass leaves of the file: its interchanges with the verdict on each message, and nothing of what they say. */
interface Survey extends Arrival {
  interchanges: EdiInterchange[];
  audience: Id[];
  /** Of each interchange, the messages for which its good ones may not go in. */
  culprits: string[][];
  horizons: NonNullable<Awaited<ReturnType<typeof agreedHorizons>>>;
  bookTests: boolean;
  unreadable?: MessageError;
}

async function surveyOf(house: House, file: LargeFile): Promise<Survey> {
  const horizons = await horizonsOf(house, file);
  const interchanges: EdiInterchange[] = [];
  let refused: MessageError | undefined;
  for await (const part of decoded(house, file, horizons)) {
    if (part.kind === 'unreadable' && interchanges.length === 0) refused = part.error;
    else if (part.kind === 'unreadable') interchanges.at(-1)!.errors.push(part.error);
    else if (part.kind === 'interchange') interchanges.push(part.interchange);
    else if (part.kind === 'message') interchanges.at(-1)!.messages.push(verdictOn(part.message));
    else interchanges.at(-1)!.errors.push(...part.errors);
  }
  const found = await recognise(house, file, interchanges);
  const senders = interchanges.flatMap((one) => found.sidesOf(one).sender ?? []);
  const partly = await whoGoesInPartly(house, senders);
  const { bookTests } = await readSettings(house, file.organisation);
  const culprits = interchanges.map((one) => (partly.has(found.sidesOf(one).sender ?? '') ? [] : culpritsOf(one)));
  const audience = audienceOf(file.organisation, interchanges, found.sidesOf);
  return {
    answer: { ok: true, interchanges },
    ...found,
    ...{ interchanges, audience, culprits, horizons, bookTests },
    ...(refused ? { unreadable: refused } : {}),
  };
}

/** An acknowledgement names mistakes; what they are mistakes in, and what is right, it does not. */
const verdictOn = (message: EdiMessage): EdiMessage => ({ ...message, statements: [], unmapped: [] });

const culpritsOf = ({ messages }: EdiInterchange): string[] =>
  messages.filter(({ errors }) => hasErrors(errors)).map(({ reference, index }) => reference || String(index));

function audienceOf(organisation: Id, interchanges: EdiInterchange[], sidesOf: Arrival['sidesOf']): Id[] {
  const sides = interchanges.map(sidesOf);
  const pairs = new Set(sides.map(({ sender, receiver }) => `${sender} ${receiver}`));
  const [only] = sides;
  const seen = pairs.size === 1 && only ? [organisation, only.sender, only.receiver] : [organisation];
  return [...new Set(seen)].filter((id) => id !== undefined).sort();
}

async function horizonsOf(house: House, file: LargeFile): Promise<Survey['horizons']> {
  for await (const part of bytesOf(house, file)) return agreedHorizons(house, file.organisation, part);
  return {};
}

async function* decoded(house: House, file: LargeFile, horizons: Survey['horizons']): AsyncGenerator<DecodedPart> {
  const decoder = new Decoder({ timeZoneOffsetMinutes: 'local', horizons });
  for await (const bytes of bytesOf(house, file)) yield* decoder.push(bytes);
  yield* decoder.end();
}

async function* messagesOf(house: House, file: LargeFile, survey: Survey): AsyncGenerator<InboxMessage> {
  if (survey.unreadable) {
    yield { ...unreadable(file, [survey.unreadable]), audience: survey.audience };
    return;
  }
  let [index, number, position] = [0, 0, 0];
  const alone = (messages: EdiMessage[]): InboxMessage => {
    const interchange = { ...survey.interchanges[index - 1]!, messages };
    const message = toMessageAlone(interchange, { file, index, number: ++number, position: ++position });
    return refusedWith(survey.culprits[index - 1]!, { ...message, audience: survey.audience });
  };
  for await (const part of decoded(house, file, survey.horizons)) {
    if (part.kind === 'interchange') [index, number] = [index + 1, 0];
    else if (part.kind === 'message') yield alone([part.message]);
    else if (part.kind === 'end' && number === 0) yield alone([]);
  }
}

/** The good messages of a refused interchange say why they did not go in. */
function refusedWith(culprits: string[], message: InboxMessage): InboxMessage {
  if (culprits.length === 0 || hasErrors(message.errors)) return message;
  const named = `${culprits.slice(0, 20).join(', ')}${culprits.length > 20 ? ' …' : ''}`;
  const error: MessageError = {
    position: NOWHERE,
    code: 'INTERCHANGE_REJECTED',
    value: named,
    expected: 'an interchange without mistakes, because its messages go in together or not at all',
    message: `This message is right, but message ${named} of the same interchange is not.`,
    severity: 'error',
  };
  return { ...message, errors: [...message.errors, error] };
}

async function takeBatch(house: House, batch: InboxMessage[], survey: Survey): Promise<void> {
  if (batch.length === 0) return;
  const { interchanges, repeats, bookTests } = survey;
  const named = (await nameMessages(house, batch)).map((message) =>
    beforeBooking(message, { interchanges, repeats, bookTests }),
  );
  await house.db.system((tx) => insertMessages(tx, named));
  await settleFresh(
    house,
    named.filter(({ state }) => state === 'received'),
  );
}

async function lastPosition(house: House, file: string): Promise<number> {
  const [row] = await house.db.system((tx) =>
    tx.query<{ last: number | null }>('select max(position) as last from inbox_message where file = $1', [file]),
  );
  return row?.last ?? 0;
}
