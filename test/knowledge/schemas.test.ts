import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { dataSchemas, jsonSchema } from '../../src/cli/schemasCommand.ts';
import { projectRoot } from '../helpers/content.ts';

const folder = join(projectRoot, 'schemas');

describe('the JSON Schemas for editors', () => {
  it('are one file for each data format and no others', () => {
    expect(readdirSync(folder)).to.have.members(Object.keys(dataSchemas).map((name) => `${name}.schema.json`));
  });

  for (const [name, schema] of Object.entries(dataSchemas))
    it(`describe ${name} as the code reads it (npm run schemas)`, () => {
      const written = readFileSync(join(folder, `${name}.schema.json`), 'utf8');
      expect(written === jsonSchema(schema), 'written by the code as it is now').to.equal(true);
    });

  it('refuse unknown keys, as the code does', () => {
    const open: string[] = [];
    const visit = (value: unknown, at: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('properties' in value && !('additionalProperties' in value && value.additionalProperties === false))
        open.push(at);
      for (const [key, inner] of Object.entries(value)) visit(inner, `${at}/${key}`);
    };
    for (const [name, schema] of Object.entries(dataSchemas)) visit(JSON.parse(jsonSchema(schema)), name);
    expect(open).to.deep.equal([]);
  });
});
