import { hash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** What a token opens is told by its first letters, so that each kind is looked up in one place only. */
export const TOKEN_PREFIXES = {
  session: 'is_',
  apiKey: 'ik_',
  device: 'id_',
  link: 'il_',
  invitation: 'ii_',
  setup: 'iu_',
} as const;
export type TokenKind = keyof typeof TOKEN_PREFIXES;

/** 256 random bits: nothing to guess, so a plain hash is enough to store it. */
export const newToken = (kind: TokenKind): string => TOKEN_PREFIXES[kind] + randomBytes(32).toString('base64url');
export const tokenHash = (token: string): string => hash('sha256', token, 'base64url');

export function tokenKind(token: string): TokenKind | undefined {
  const kinds = Object.entries(TOKEN_PREFIXES) as [TokenKind, string][];
  return kinds.find(([, prefix]) => token.startsWith(prefix))?.[0];
}

interface Cost {
  N: number;
  r: number;
  p: number;
}
/** The OWASP Password Storage Cheat Sheet's scrypt setting for 32 MB; stored with each hash, so that it can be raised. */
const COST: Cost = { N: 2 ** 15, r: 8, p: 3 };
const KEY_BYTES = 32;

/** `scrypt$N$r$p$salt$key`, the last two in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** A hash that no password has; it is worked through for an unknown e-mail, so that the answer takes as long. */
const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

export async function verifyPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const [, n, r, p, salt, key] = (stored ?? NOBODY).split('$');
  const given = await derive(password, Buffer.from(salt!, 'base64url'), { N: Number(n), r: Number(r), p: Number(p) });
  return timingSafeEqual(given, Buffer.from(key!, 'base64url')) && Boolean(stored);
}

/** NFKC: the same password typed on another keyboard may come as other code points. */
function derive(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  const options = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
