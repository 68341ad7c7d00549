import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

/** What a token may be made with beside what it usually says. */
export interface Make {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds since 1970; null for a token that does not say. */
  readonly expires?: number | null;
  readonly key?: CryptoKey;
  readonly kid?: string;
}

/** One request that the token service got. */
export interface Asked {
  readonly what: string;
  readonly query: Readonly<Record<string, string>>;
}

export const tenant = '22222222-2222-4222-8222-222222222222';
export const signInApp = '33333333-3333-4333-8333-333333333333';
export const connection = 'ledere';
export const role = 'Guide.Leader';

/** Entra's keys and Bot Framework's token service on this machine: signs tokens, keeps them by user, and counts what it is asked. */
export class FakeEntra {
  readonly asked: Asked[] = [];
  /** The tokens that the service keeps, by the user's id in Teams. */
  readonly kept = new Map<string, string>();
  /** What a token that Teams' client brings, or a code, is exchanged for; anything else is refused. */
  readonly exchanges = new Map<string, string>();
  /** False when the service has lost what it gave out a moment ago. */
  keeps = true;
  /** When set, every request for keys, or to the token service, is answered so: with a status, or never. */
  keysFail: number | 'silent' | undefined;
  serviceFails: number | 'silent' | undefined;
  #server: Server;
  #keys: { readonly privateKey: CryptoKey; readonly jwk: JWK } | undefined;
  url = '';

  constructor() {
    this.#server = createServer((request, response) => {
      void this.#answer(request).then((answer) => {
        if (answer === undefined) return;
        response.writeHead(answer.status, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(answer.body ?? {}));
      });
    });
  }

  async open(): Promise<void> {
    await this.turnKeys();
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  /** Forgets everyone, and works again. */
  reset(): void {
    this.asked.length = 0;
    this.kept.clear();
    this.exchanges.clear();
    this.keeps = true;
    this.keysFail = undefined;
    this.serviceFails = undefined;
  }

  /** Signs with a new key from here on. */
  async turnKeys(): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const kid = `key-${String(Math.trunc(performance.now() * 1000))}`;
    this.#keys = { privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
  }

  /** The key that tokens can be checked with, as everyone may read it. */
  get publicKey(): JWK {
    return this.#keys!.jwk;
  }

  /** A token about a user, signed by this Entra. */
  token(oid: string, roles: unknown, now: Date, make: Make = {}): Promise<string> {
    const seconds = Math.trunc(now.getTime() / 1000);
    const token = new SignJWT({ oid, tid: tenant, roles, name: 'Lise Leder', ...make.claims })
      .setProtectedHeader({ alg: 'RS256', kid: make.kid ?? this.#keys!.jwk.kid! })
      .setIssuer(make.issuer ?? `https://login.microsoftonline.com/${tenant}/v2.0`)
      .setAudience(make.audience ?? signInApp)
      .setIssuedAt(seconds - 60);
    const { expires = seconds + 3_600 } = make;
    return (expires === null ? token : token.setExpirationTime(expires)).sign(make.key ?? this.#keys!.privateKey);
  }

  /** How often it was asked for something since the last time that someone looked. */
  taken(): readonly string[] {
    return this.asked.splice(0).map(({ what }) => what);
  }

  async #answer(request: IncomingMessage): Promise<{ status: number; body?: unknown } | undefined> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const isKeys = pathname.endsWith('/discovery/v2.0/keys');
    const what = isKeys ? 'keys' : (pathname.split('/').at(-1) ?? '');
    this.asked.push({ what, query: Object.fromEntries(searchParams) });
    const fails = isKeys ? this.keysFail : this.serviceFails;
    if (fails === 'silent') return undefined;
    if (fails !== undefined) return { status: fails };
    if (isKeys) return { status: 200, body: { keys: [this.#keys!.jwk] } };
    const user = searchParams.get('userId') ?? searchParams.get('userid') ?? '';
    if (searchParams.has('connectionName') && searchParams.get('connectionName') !== connection) return { status: 404 };
    switch (what) {
      case 'GetToken':
        return this.#give(user, this.exchanges.get(searchParams.get('code') ?? '') ?? this.kept.get(user), 404);
      case 'GetSignInResource':
        return {
          status: 200,
          body: {
            signInLink: 'https://token.botframework.com/signin',
            tokenExchangeResource: { id: 'exchange-1', uri: `api://botid-${signInApp}`, providerId: 'entra' },
          },
        };
      case 'exchange': {
        let body = '';
        for await (const part of request) body += String(part);
        const { token } = JSON.parse(body) as { token?: string };
        return this.#give(user, this.exchanges.get(token ?? ''), 400);
      }
      case 'SignOut':
        this.kept.delete(user);
        return { status: 200 };
      default:
        return { status: 501 };
    }
  }

  #give(user: string, token: string | undefined, otherwise: number): { status: number; body?: unknown } {
    if (token === undefined) return { status: otherwise, body: { error: { code: 'NotFound', message: 'none' } } };
    if (this.keeps) this.kept.set(user, token);
    return { status: 200, body: { channelId: 'msteams', connectionName: connection, token } };
  }
}
