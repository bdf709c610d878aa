import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** Shown once and kept to sign with; 32 bytes as Standard Webhooks recommends. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** The headers by which a receiver knows that the letter is ours, whole, fresh, and which one it is. */
export function signedHeaders(
  secret: string,
  { id, at, body }: { id: string; at: Date; body: string | Buffer },
): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
}
