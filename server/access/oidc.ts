import * as client from 'openid-client';
import type { House } from '../house.ts';
import { refuse } from '../refuse.ts';

type OidcSettings = NonNullable<House['config']['oidc']>;
export interface Claims {
  issuer: string;
  subject: string;
  email?: string;
  emailVerified: boolean;
}
export interface LoginSecrets {
  state: string;
  nonce: string;
  verifier: string;
}

/** Sign-in at an OpenID Connect provider: authorization code with PKCE, state and nonce. */
export class OidcProvider {
  readonly #settings: OidcSettings;
  #configuration: Promise<client.Configuration> | undefined;

  constructor(settings: OidcSettings) {
    this.#settings = settings;
  }

  async begin(redirectUri: string): Promise<LoginSecrets & { address: URL }> {
    const secrets = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const address = client.buildAuthorizationUrl(await this.#configure(), {
      redirect_uri: redirectUri,
      scope: 'openid email profile',
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
      code_challenge_method: 'S256',
    });
    return { ...secrets, address };
  }

  /** Throws when the provider refused, or the answer does not belong to this login. */
  async finish(callback: URL, { state, nonce, verifier }: LoginSecrets): Promise<Claims> {
    const configuration = await this.#configure();
    const tokens = await client.authorizationCodeGrant(configuration, callback, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims()!;
    const profile =
      claims.email === undefined ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub) : claims;
    return {
      issuer: claims.iss,
      subject: claims.sub,
      email: typeof profile.email === 'string' ? profile.email : undefined,
      emailVerified: profile.email_verified === true,
    };
  }

  /** Asked once; after a failure again at the next sign-in. */
  #configure(): Promise<client.Configuration> {
    this.#configuration ??= discover(this.#settings).catch((error) => {
      this.#configuration = undefined;
      return refuse('NOT_READY', {
        what: `${this.#settings.name} (${error instanceof Error ? error.message : error})`,
      });
    });
    return this.#configuration;
  }
}

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const server = new URL(issuer);
  const authentication = clientSecret ? client.ClientSecretPost(clientSecret) : client.None();
  const options = isLoopback(server) ? { execute: [client.allowInsecureRequests] } : {};
  return client.discovery(server, clientId, undefined, authentication, { ...options, timeout: 10 });
}

/** Plain HTTP serves a provider on the same machine, for trying things out, and nobody else. */
const isLoopback = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
