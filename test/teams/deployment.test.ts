import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { load } from 'js-yaml';
import { describe, it } from 'mocha';
import { environmentSchema, readConfig } from '../../src/config.ts';
import { projectRoot } from '../helpers/content.ts';

const read = (name: string): string => readFileSync(join(projectRoot, name), 'utf8');
const bicep = read('infra/bot.bicep');
const project = load(read('m365agents.yml')) as Readonly<Record<string, unknown>>;
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, one]) => one!);
const tenant = '7c9f1c2e-0d0f-4d0b-9a52-0b1b7f0d2c11';

describe('the infrastructure', () => {
  const settings = [...bicep.matchAll(/name: '([A-Za-z_]+)'\s+value: (.+)/gu)].map(
    ([, name, value]) => [name!, value!] as const,
  );

  it('is given a value for each of its parameters and for no other', () => {
    const { parameters } = JSON.parse(read('infra/bot.parameters.json')) as { parameters: Record<string, unknown> };
    expect(Object.keys(parameters)).to.have.members(found(bicep, /^param (\w+)/gmu));
  });

  it('sets variables that the guide reads, and it starts on them with no password and no web chat', () => {
    const own = settings.filter(([name]) => !name.startsWith('WEBSITE_'));
    expect(own.map(([name]) => name).filter((name) => !Object.hasOwn(environmentSchema.shape, name))).to.deep.equal([]);
    const filled = own.map(([name, value]) => [
      name,
      value
        .replace('string(retentionDays)', '30')
        .replace(/identity\.properties\.\w+/u, tenant)
        .replace('disabledTopics', 'klage')
        .replace('leaderConnection', 'ledere')
        .replace('leaderAppId', tenant)
        .replace(/\$\{\w+\}/gu, 'x')
        .replaceAll("'", ''),
    ]);
    const config = readConfig(Object.fromEntries(filled) as Record<string, string>);
    const registered = { appType: 'UserAssignedMSI', appId: tenant, tenantId: tenant };
    expect(config.credentials).to.deep.equal({ ...registered, tenants: [tenant] });
    expect(config).to.include({ webChat: false, host: '0.0.0.0', publicUrl: 'https://x.azurewebsites.net' });
    expect(config.disabledTopics).to.deep.equal(['klage']);
    const role = { connection: 'ledere', appId: tenant, role: 'Guide.Leader', tenants: [tenant] };
    expect(config.leaderRole).to.deep.equal(role);
  });

  it('stands in Western Europe, the registration of the bot too, and runs once', () => {
    expect(bicep).to.not.match(/location: 'global'/u);
    expect(found(bicep, /param location string = '(\w+)'/gu)).to.deep.equal(['westeurope']);
    expect(bicep).to.include("linuxFxVersion: 'NODE|24-lts'").and.to.include('numberOfWorkers: 1');
    expect(bicep).to.include("msaAppType: 'UserAssignedMSI'");
  });

  it('keeps the state on the share, whose protocol has locks', () => {
    expect(settings).to.deep.include(['DATA_DIR', "'${mountPath}/data'"]);
    expect(bicep).to.include("enabledProtocols: 'NFS'").and.to.include("protocol: 'Nfs'");
  });

  it('gives back each name that the toolkit goes on with', () => {
    const outputs = found(bicep, /^output (\w+)/gmu);
    const asked = new Set(found(read('m365agents.yml'), /\$\{\{(\w+)\}\}/gu));
    const fromElsewhere = ['AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP_NAME', 'TEAMS_APP_ID'];
    expect([...asked].filter((name) => !outputs.includes(name) && !fromElsewhere.includes(name))).to.deep.equal([]);
  });
});

describe('m365agents.yml', () => {
  it('has the three stages, and names files that there are', () => {
    expect(project).to.include.keys('provision', 'deploy', 'publish');
    const files = found(read('m365agents.yml'), /(?:path|parameters|ignoreFile): (\S+)/gu);
    expect(files.length).to.equal(3);
    expect(files.filter((file) => !existsSync(join(projectRoot, file)))).to.deep.equal([]);
  });

  it('deploys all that the guide runs on', () => {
    const left = read('.webappignore').split('\n').filter(Boolean);
    for (const needed of ['src', 'knowledge', 'dialogs', 'node_modules', 'package.json'])
      expect(left).to.not.include(needed);
    expect(left).to.include.members(['.env', 'env', 'data', 'test']);
  });
});
