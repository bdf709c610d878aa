import { hostname } from 'node:os';
import path from 'node:path';
import { decodeVerifierKey, type VerifierKey } from '@intakt/ledger';

/** Everything that can be set from outside, read once at start-up. */
export interface Config {
  host: string;
  port: number;
  dataDir: string;
  databaseUrl?: string;
  /** Servers on one PostgreSQL tell each other over NATS that the ledger grew; else over LISTEN/NOTIFY. */
  natsUrl?: string;
  /** A broker that devices publish to; without it the embedded one listens on `mqttPort`. */
  mqttUrl?: string;
  mqttPort?: number;
  /** What a broker knows this server by: the same after a restart, another one for each server of an installation. */
  serverName: string;
  /** With the demonstration network, or bare. */
  demo: boolean;
  simulator: boolean;
  now?: string;
  speed: number;
  bodyLimitBytes: number;
  /** EDI files beyond the body limit are read as a stream, up to this. */
  ediFileLimitBytes: number;
  publicUrl?: string;
  secureCookies: boolean;
  tileUrl?: string;
  /** Routers that know the roads; without them distances are reckoned over the globe. */
  osrmUrl?: string;
  valhallaUrl?: string;
  oidc?: { issuer: string; clientId: string; clientSecret?: string; name: string };
  /** Hosts of the operator's own network that webhooks may reach; `*` for any. */
  privateTargets: string[];
  /** Requests per minute and principal before 429. */
  requestsPerMinute: number;
  logLevel: string;
  /** Name of the log in its checkpoints. */
  origin: string;
  /** Who is asked to sign each head of the log. */
  witnesses: WitnessAddress[];
}

/** Where a witness takes checkpoints, and the key that it signs with. */
export interface WitnessAddress {
  url: string;
  key: VerifierKey;
}

const MEGABYTE = 1024 * 1024;

export function readConfig(env: NodeJS.ProcessEnv, args: string[]): Config {
  const empty = args.includes('--empty');
  const dataRoot = path.resolve(env.INTAKT_DATA_DIR ?? '.data');
  const port = integer(env.PORT ?? env.INTAKT_PORT, 4700, 'PORT');
  return {
    host: env.INTAKT_HOST ?? '127.0.0.1',
    port,
    dataDir: path.join(dataRoot, empty ? 'empty' : 'demo'),
    databaseUrl: env.DATABASE_URL || undefined,
    natsUrl: env.NATS_URL || undefined,
    mqttUrl: env.MQTT_URL || undefined,
    mqttPort: env.INTAKT_MQTT_PORT === 'off' ? undefined : integer(env.INTAKT_MQTT_PORT, 1883, 'INTAKT_MQTT_PORT'),
    serverName: env.INTAKT_SERVER_NAME || `${hostname()}-${port}`,
    demo: !empty,
    simulator: !empty && env.INTAKT_SIMULATOR !== 'off',
    now: env.INTAKT_NOW || undefined,
    speed: integer(env.INTAKT_SPEED, 1, 'INTAKT_SPEED'),
    bodyLimitBytes: integer(env.INTAKT_BODY_LIMIT_MB, 20, 'INTAKT_BODY_LIMIT_MB') * MEGABYTE,
    ediFileLimitBytes: integer(env.INTAKT_EDI_FILE_LIMIT_MB, 1000, 'INTAKT_EDI_FILE_LIMIT_MB') * MEGABYTE,
    publicUrl: env.INTAKT_PUBLIC_URL || undefined,
    secureCookies: (env.INTAKT_PUBLIC_URL ?? '').startsWith('https:'),
    tileUrl: env.INTAKT_TILE_URL || undefined,
    osrmUrl: env.INTAKT_OSRM_URL || undefined,
    valhallaUrl: env.INTAKT_VALHALLA_URL || undefined,
    oidc:
      env.OIDC_ISSUER && env.OIDC_CLIENT_ID
        ? {
            issuer: env.OIDC_ISSUER,
            clientId: env.OIDC_CLIENT_ID,
            clientSecret: env.OIDC_CLIENT_SECRET,
            name: env.OIDC_NAME ?? 'Single sign-on',
          }
        : undefined,
    privateTargets: list(env.INTAKT_PRIVATE_TARGETS),
    requestsPerMinute: integer(env.INTAKT_REQUESTS_PER_MINUTE, 3000, 'INTAKT_REQUESTS_PER_MINUTE'),
    logLevel: env.LOG_LEVEL ?? 'warn',
    origin: env.INTAKT_LOG_ORIGIN ?? 'intakt.local/ledger',
    witnesses: readWitnesses(env.INTAKT_WITNESSES ?? ''),
  };
}

const list = (text = ''): string[] =>
  text
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter(Boolean);

function integer(text: string | undefined, fallback: number, name: string): number {
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} is "${text}"; it must be a whole number.`);
  return value;
}

/** Address and verifier key of each, with a blank between them and semicolons between witnesses. */
function readWitnesses(text: string): WitnessAddress[] {
  return text.split(';').flatMap((entry) => {
    const [url, vkey = ''] = entry.trim().split(/\s+/);
    if (!url) return [];
    const decoded = decodeVerifierKey(vkey);
    if (!URL.canParse(url) || !decoded.ok || decoded.key.type !== 'cosignature')
      throw new Error(
        `INTAKT_WITNESSES has "${entry.trim()}"; it must be an address and the verifier key of a witness.`,
      );
    return [{ url: url.replace(/\/+$/, ''), key: decoded.key }];
  });
}
