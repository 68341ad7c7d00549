import type { JWTVerifyGetKey } from 'jose';

/** Whose tokens are believed, and which role in them is meant. */
export interface RoleRules {
  /** The app in Entra that the role belongs to, and that a token must be made out to. */
  readonly appId: string;
  /** The value of the role. */
  readonly role: string;
  /** The tenants whose tokens are believed. */
  readonly tenants: readonly string[];
  /** Where Entra keeps the keys that it signs with; Entra's own address unless given. */
  readonly authority?: string | undefined;
}

/** Who a token is about: their tenant's id as the activity names it, if it does, and their object id in it. */
export interface Bearer {
  readonly objectId: string;
  readonly tenantId?: string | undefined;
}

/** What a token says: whether its bearer has the role; why it is not believed; or that its key cannot be had just now. */
export type Said = { readonly hasRole: boolean } | { readonly refused: string } | { readonly unchecked: string };

const entra = 'https://login.microsoftonline.com';
/** Entra signs with nothing else; `none` and shared secrets are out of the question. */
const algorithms = ['RS256'];
/** Clocks differ so much. */
const clockTolerance = 60;
const keysWithinMs = 1_500;
/** A key that is not known is looked for again after this: Entra may have begun to use it. */
const keysAgainMs = 5_000;

const isSame = (one: unknown, other: string): boolean =>
  typeof one === 'string' && one.toLowerCase() === other.toLowerCase();

/** What jose throws when it has no key to check with. What it throws for a server that does not answer may have no code. */
const withoutKey: ReadonlySet<unknown> = new Set([
  undefined,
  'ERR_JWKS_TIMEOUT',
  'ERR_JWKS_INVALID',
  'ERR_JWKS_NO_MATCHING_KEY',
  'ERR_JOSE_GENERIC',
]);

const wrongWith = (error: unknown): Said => {
  const { code } = Object(error) as { code?: unknown };
  if (withoutKey.has(code)) return { unchecked: typeof code === 'string' ? code : 'keys-unreachable' };
  return { refused: typeof code === 'string' && code.startsWith('ERR_J') ? code : 'unreadable' };
};

/**
 * Reads roles from tokens of Entra: signed with a key of the tenant, made out to our app, not run out, and about the very
 * user who asks. Keys are fetched when they are first needed, and again every few minutes while they are.
 */
export class RoleTokens {
  readonly #rules: RoleRules;
  readonly #now: () => Date;
  readonly #keys = new Map<string, JWTVerifyGetKey>();

  constructor(rules: RoleRules, now: () => Date) {
    // In a token ids are in small letters, however someone has written them in the settings.
    const [appId, tenants] = [rules.appId.toLowerCase(), rules.tenants.map((id) => id.toLowerCase())];
    this.#rules = { ...rules, appId, tenants };
    this.#now = now;
  }

  /** Never throws: what is wrong with a token is what it is refused for. */
  async read(token: string, { objectId, tenantId }: Bearer): Promise<Said> {
    // Not before it is needed: most guides never read a token.
    const { decodeJwt, jwtVerify } = await import('jose');
    const { appId, role, tenants } = this.#rules;
    try {
      const claimed: unknown = decodeJwt(token).tid;
      const tenant = tenants.find((known) => isSame(claimed, known));
      if (tenant === undefined || (tenantId !== undefined && !isSame(claimed, tenantId)))
        return { refused: 'other-tenant' };
      const { payload } = await jwtVerify(token, await this.#keysOf(tenant), {
        algorithms,
        clockTolerance,
        currentDate: this.#now(),
        // Which of the two forms is used is a setting of the app in Entra.
        issuer: [`${entra}/${tenant}/v2.0`, `https://sts.windows.net/${tenant}/`],
        audience: [appId, `api://${appId}`, `api://botid-${appId}`],
        requiredClaims: ['exp', 'oid', 'tid'],
      });
      if (!isSame(payload.oid, objectId)) return { refused: 'other-user' };
      return { hasRole: Array.isArray(payload.roles) && payload.roles.includes(role) };
    } catch (error) {
      return wrongWith(error);
    }
  }

  async #keysOf(tenant: string): Promise<JWTVerifyGetKey> {
    const { createRemoteJWKSet } = await import('jose');
    const url = new URL(`${this.#rules.authority ?? entra}/${tenant}/discovery/v2.0/keys`);
    const times = { timeoutDuration: keysWithinMs, cooldownDuration: keysAgainMs };
    const keys = this.#keys.get(tenant) ?? createRemoteJWKSet(url, times);
    this.#keys.set(tenant, keys);
    return keys;
  }
}
