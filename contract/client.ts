import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.generated.ts';

export type ApiPaths = paths;
export type ApiClient = Client<paths>;

/**
 * The typed client of the HTTP API. In a browser the session's cookie goes along; a machine gives its API key.
 *
 * @example const { data, error } = await createApiClient({ baseUrl, apiKey }).GET('/api/today')
 */
export function createApiClient({
  baseUrl,
  apiKey,
  fetch,
}: {
  baseUrl: string;
  apiKey?: string;
  fetch?: typeof globalThis.fetch;
}): ApiClient {
  return createClient<paths>({ baseUrl, fetch, headers: apiKey ? { authorization: `Bearer ${apiKey}` } : undefined });
}
