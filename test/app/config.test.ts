import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { environmentSchema, readConfig, type Config } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';
import { projectRoot } from '../helpers/content.ts';

type Environment = Readonly<Record<string, string>>;

const registration = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: '11111111-1111-4111-8111-111111111111',
  MicrosoftAppTenantId: '22222222-2222-4222-8222-222222222222',
};
const leader = '3F2504E0-4F89-41D3-9A0C-0305E82C3301';
const known = Object.keys(environmentSchema.shape);

/** The refusal of an environment, in full. */
const refused = (environment: Environment): ConfigError => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error(`It was taken: ${JSON.stringify(environment)}`);
};

describe('readConfig', () => {
  it('serves this machine alone when nothing is set', () => {
    const config: Config = {
      ...{ port: 3978, host: '127.0.0.1', dataDir: 'data', webChat: true },
      ...{ disabledTopics: [], leaders: [], retentionDays: 30, logLevel: 'info' },
    };
    expect(readConfig({})).to.deep.equal(config);
  });

  it('serves the network, and no page, with a registration', () => {
    const { host, webChat, credentials } = readConfig({
      ...registration,
      MicrosoftAppPassword: 'geheim',
      ALLOWED_TENANTS: 'tenant-1, tenant-2',
    });
    expect({ host, webChat }).to.deep.equal({ host: '0.0.0.0', webChat: false });
    expect(credentials).to.deep.equal({
      appType: registration.MicrosoftAppType,
      appId: registration.MicrosoftAppId,
      tenantId: registration.MicrosoftAppTenantId,
      password: 'geheim',
      tenants: ['tenant-1', 'tenant-2'],
    });
    const production = { ...registration, NODE_ENV: 'production', ALLOWED_TENANTS: 'tenant-1' };
    expect(readConfig({ ...production, HOST: '127.0.0.1', WEB_CHAT: 'on' })).to.include({
      host: '127.0.0.1',
      webChat: true,
    });
  });

  it('takes an empty variable, or one of spaces, for one that is not set', () => {
    for (const nothing of ['', ' ', '\t \n'])
      expect(readConfig(Object.fromEntries(known.map((name) => [name, nothing])))).to.deep.equal(readConfig({}));
  });

  it('reads every variable that .env.example names, and no other', () => {
    const named = [...readFileSync(join(projectRoot, '.env.example'), 'utf8').matchAll(/^(\w+)=/gmu)].map(
      ([, name]) => name,
    );
    expect(named).to.have.members(known);
  });

  describe('refuses to start', () => {
    for (const NODE_ENV of ['production', 'development'])
      for (const missing of Object.keys(registration))
        for (const nothing of ['', '  ', undefined])
          it(`in ${NODE_ENV} with ${missing} ${nothing === undefined ? 'missing' : `as "${nothing}"`}`, () => {
            const { [missing]: _, ...rest } = registration as Record<string, string>;
            const environment = { ...rest, NODE_ENV, ...(nothing === undefined ? {} : { [missing]: nothing }) };
            const { what, cure } = refused(environment);
            expect(what).to.contain(missing);
            for (const other of Object.keys(rest)) expect(what).not.to.contain(other);
            expect(cure.length).to.be.above(20);
          });

    it('in production with nothing set, naming all that is missing', () => {
      for (const name of Object.keys(registration)) expect(refused({ NODE_ENV: 'production' }).what).to.contain(name);
    });

    it('with a password for a bot that is not registered', () => {
      expect(refused({ MicrosoftAppPassword: 'geheim' }).what).to.contain('MicrosoftAppId');
    });

    for (const HOST of ['0.0.0.0', '::', '192.168.1.2', 'example.org', '127.0.0.1.example.org', 'localhost.'])
      it(`on ${HOST} without a registration`, () => {
        expect(refused({ HOST }).what).to.contain('HOST');
        expect(readConfig({ HOST, ...registration }).host).to.equal(HOST);
      });

    const bad: Readonly<Record<string, readonly string[]>> = {
      PORT: ['http', '-1', '65536', '3978.5', '0x10', '1e3', '39 78', 'NaN', 'Infinity', '٣٩٧٨'],
      RETENTION_DAYS: ['0', '3651', '-5', 'forever', '30.5', '3e1'],
      AS_OF: [
        'tomorrow',
        '2026-02-30',
        '2025-02-29',
        '01-07-2025',
        '2025-7-1',
        '20250701',
        ' 2025-07-01',
        '1799-12-31',
      ],
      NODE_ENV: ['prods', 'Production', 'staging'],
      MicrosoftAppType: ['singletenant', 'Multiple', 'SingleTenant,MultiTenant'],
      WEB_CHAT: ['true', 'yes', '1', 'ON'],
      LOG_LEVEL: ['trace', 'INFO', 'verbose'],
      LEADERS: [
        ...['birthe@example.org', 'Birthe Hansen', '29:1abc', `${leader}0`, leader.slice(1), `{${leader}}`],
        ...[`${leader} ${leader}`, `${leader};${leader}`, `${leader},birthe@example.org`],
      ],
      LEADER_APP_ID: ['guide-leaders', `api://${leader}`, `${leader}0`],
      LEADER_TOKEN_SERVICE: ['europe', 'http://europe.api.botframework.com'],
      LEADER_ROLE: ['Guide Leader', '.Leader', 'x'.repeat(121)],
      PUBLIC_URL: ['example.org', 'ftp://example.org', 'javascript:alert(1)', '/sti'],
    };
    for (const [name, values] of Object.entries(bad))
      for (const value of values)
        it(`with ${name} set to "${value}", and does not repeat it`, () => {
          const error = refused({ [name]: value });
          expect(error.what).to.contain(`${name}:`);
          expect(error.cure).to.contain('.env.example');
          // What may be set instead can hold the very letters, as "on" does.
          if (value.length > 3) expect(error.message).not.to.contain(value);
        });

    it('naming every variable that is wrong at once', () => {
      const { what } = refused({ PORT: 'x', AS_OF: 'x', LOG_LEVEL: 'x', WEB_CHAT: 'x' });
      for (const name of ['PORT', 'AS_OF', 'LOG_LEVEL', 'WEB_CHAT']) expect(what).to.contain(name);
    });
  });

  it('repeats no value of any variable, whatever it refuses', () => {
    const secret = 'hemmelig-7c1f';
    const spoilt: readonly Environment[] = [
      ...[{ PORT: secret }, { NODE_ENV: 'production' }, { HOST: '0.0.0.0' }, { MicrosoftAppId: secret }],
    ];
    for (const name of known)
      for (const environment of spoilt) {
        const given = { [name]: secret, ...environment };
        const { message, stack, cause } = refused(given);
        expect([message, stack?.split('\n')[0], String(cause)].join(), name).not.to.contain(secret);
      }
  });

  it('takes disabled topics one by one, whatever stands between the commas', () => {
    expect(readConfig({ DISABLED_TOPICS: ' klage,, vejen ,sel-86-1,' }).disabledTopics).to.deep.equal([
      ...['klage', 'vejen', 'sel-86-1'],
    ]);
    expect(readConfig({ DISABLED_TOPICS: ' , ' }).disabledTopics).to.deep.equal([]);
  });

  it('takes leaders by their object ids, whatever their letters and however many', () => {
    expect(readConfig({ LEADERS: ` ${leader},, ${registration.MicrosoftAppId}, ` }).leaders).to.deep.equal([
      ...[leader.toLowerCase(), registration.MicrosoftAppId],
    ]);
    expect(readConfig({ LEADERS: ' , ' }).leaders).to.deep.equal([]);
  });

  it('knows leaders by a role only with a connection, its app, a registration and tenants', () => {
    const roles = { LEADER_CONNECTION: 'ledere', LEADER_APP_ID: leader };
    const whole = { ...registration, ...roles, ALLOWED_TENANTS: registration.MicrosoftAppTenantId };
    const rule = { connection: 'ledere', appId: leader, tenants: [registration.MicrosoftAppTenantId] };
    expect(readConfig(whole).leaderRole).to.deep.equal({ ...rule, role: 'Guide.Leader' });
    expect(readConfig({ ...whole, LEADER_ROLE: 'Leder' }).leaderRole).to.deep.equal({ ...rule, role: 'Leder' });
    expect(readConfig({ LEADER_ROLE: 'Leder' })).to.not.have.property('leaderRole');
    const address = 'https://europe.api.botframework.com';
    expect(readConfig({ LEADER_TOKEN_SERVICE: `${address}/` }).tokenService).to.equal(address);
    expect(refused({ ...whole, LEADER_APP_ID: '' }).what).to.contain('LEADER_APP_ID');
    expect(refused({ ...whole, LEADER_CONNECTION: ' ' }).what).to.contain('LEADER_CONNECTION');
    expect(refused({ ...whole, ALLOWED_TENANTS: '' }).what).to.contain('ALLOWED_TENANTS');
    expect(refused(roles).what).to.contain('registered');
  });

  it('keeps conversations for as many days as it is told, 30 unless told', () => {
    expect(
      [readConfig({}), readConfig({ RETENTION_DAYS: '7' })].map(({ retentionDays }) => retentionDays),
    ).to.deep.equal([...[30, 7]]);
  });

  it('takes every port there is, and any day that exists', () => {
    for (const [PORT, port] of [
      ['0', 0],
      [' 80 ', 80],
      ['65535', 65_535],
    ] as const)
      expect(readConfig({ PORT }).port).to.equal(port);
    expect(readConfig({ AS_OF: '2028-02-29' }).asOf).to.equal('2028-02-29');
    expect(readConfig({ PUBLIC_URL: 'https://guide.example.org/sti//' }).publicUrl).to.equal(
      'https://guide.example.org/sti',
    );
  });
});
