import { type AnswerOf, type BodyOf, Refused } from '../../api.ts';

export type PhoneLink = AnswerOf<'/api/link', 'get'>;
export type Trip = PhoneLink['trips'][number];
export type TripSite = NonNullable<Trip['from']>;
export type PhoneStep = BodyOf<'/api/link/steps', 'post'>;
export type PhonePosition = BodyOf<'/api/link/positions', 'post'>['positions'][number];

/** The token stands behind the # of the address, which no server and no log ever sees. */
export const tokenOf = (hash: string): string => hash.replace(/^#/, '');

export const readLink = (token: string): Promise<PhoneLink> => ask(token, 'GET', '/api/link');
export const sendStep = (token: string, step: PhoneStep): Promise<unknown> =>
  ask(token, 'POST', '/api/link/steps', step);
export const sendPositions = (token: string, positions: PhonePosition[]): Promise<unknown> =>
  ask(token, 'POST', '/api/link/positions', { positions });

/** Somebody who is signed in on the same phone still speaks as the link here: no cookie goes along. */
async function ask<T>(token: string, method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(path, {
    method,
    credentials: 'omit',
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  const answer = text ? JSON.parse(text) : undefined;
  if (response.ok) return answer as T;
  throw new Refused(
    answer?.title
      ? answer
      : { type: 'about:blank', title: response.statusText, status: response.status, detail: text, code: 'INTERNAL' },
  );
}
