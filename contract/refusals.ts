/**
 * Every refusal that Intakt gives: its HTTP status, its title, and the next step for who reads it.
 * `{name}` stands for a value of the case at hand. docs/refusals.md is generated from this list.
 */
export const REFUSALS = {
  NOT_SIGNED_IN: {
    status: 401,
    title: 'Sign in first',
    detail: 'This address needs a session or an API key. Sign in, or send "Authorization: Bearer <key>".',
  },
  SIGN_IN_FAILED: {
    status: 401,
    title: 'Sign-in failed',
    detail: 'E-mail and password do not match. Check both, or ask your administrator to reset the password.',
  },
  SESSION_ENDED: { status: 401, title: 'The session has ended', detail: 'Sign in again.' },
  CROSS_SITE: {
    status: 403,
    title: 'Request from another site',
    detail: "This request came from {origin}. Changes are accepted only from Intakt's own pages or with an API key.",
  },
  NOT_ALLOWED: { status: 403, title: 'Not allowed', detail: '{who} may not {what}. Needed: {needed}.' },
  NOT_YOUR_STATEMENT: {
    status: 403,
    title: 'Not your statement',
    detail: '{type} speaks for {speaker}; {recorder} is none of the parties that may record it ({allowed}).',
  },
  NOT_FOUND: { status: 404, title: 'Not found', detail: 'There is no {what} {id}, or it is not shared with you.' },
  UNKNOWN_REFERENCE: {
    status: 422,
    title: 'Unknown reference',
    detail: '{what} {id} is not registered. Register it first, or correct the reference.',
  },
  INVALID: { status: 422, title: 'Not valid', detail: '{path}: {problem}. Seen: {value}.' },
  IMPLAUSIBLE: {
    status: 422,
    title: 'Quantity looks wrong',
    detail:
      '{quantity} in the week of {week} does not fit the part: {flags}; usual is {usual}. Correct it, or look at it and send it again with confirmed: true.',
  },
  ID_REUSED: {
    status: 409,
    title: 'Identifier used for something else',
    detail:
      'Source {source} already recorded id {id} with content {known}; this content is {given}. Use a new id, or name the event that you correct.',
  },
  ID_TAKEN: {
    status: 409,
    title: 'Identifier taken',
    detail: '{what} {id} already belongs to {owner}. Choose another id.',
  },
  WRONG_STATE: {
    status: 409,
    title: 'Not possible in this state',
    detail: '{what} {id} is {state}; {action} needs {needed}.',
  },
  DOCK_TAKEN: {
    status: 409,
    title: 'No dock bay free',
    detail: '{site}: {bay} taken from {from} to {to} ({taken}). The next free slot is {nextFrom}, bay {nextBay}.',
  },
  BILL_CYCLE: {
    status: 422,
    title: 'Bill of material in a circle',
    detail: 'Each part is in the one before it: {cycle}. Take one of these components out of its bill.',
  },
  TOO_LARGE: {
    status: 413,
    title: 'Too large',
    detail: 'The body has more than {limit} bytes. Split it and send the parts one after the other.',
  },
  QUERY_TOO_LARGE: {
    status: 413,
    title: 'More than asked for',
    detail: 'More than {limit} events fit, and the query refuses more. Ask for less, or raise maxEventCount.',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    title: 'Too many requests',
    detail: 'More than {limit} requests in {window}. Try again in {seconds} s.',
  },
  WHAT_IFS_USED_UP: {
    status: 429,
    title: 'What-ifs used up',
    detail: 'The {limit} what-ifs about {part} at {site} are used up for {day}. Ask again tomorrow, or ask its owner.',
  },
  UNSUPPORTED_MEDIA: {
    status: 415,
    title: 'Format not supported',
    detail: 'Content type {type} is not read here. Send {expected}.',
  },
  FILE_UNREADABLE: { status: 422, title: 'File not readable', detail: '{file}: {problem}. Next step: {next}.' },
  LINK_EXPIRED: {
    status: 410,
    title: 'Link not valid any more',
    detail: 'This link expired or was withdrawn. Ask {who} for a new one.',
  },
  NOT_READY: { status: 503, title: 'Not ready yet', detail: '{what} is not ready. Try again in a few seconds.' },
  INTERNAL: {
    status: 500,
    title: 'Something went wrong here',
    detail: 'The fault is ours and is logged under {id}. Nothing was changed.',
  },
} as const;

export type RefusalCode = keyof typeof REFUSALS;
/** RFC 9457 problem details. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: RefusalCode;
  values?: Record<string, unknown>;
}
