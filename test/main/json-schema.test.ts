import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import { parse } from 'yaml'
import { readConfiguration } from '../../src/main/configuration.js'
import { StaggerError } from '../../src/words.js'
import { JSON_SCHEMAS } from './json-schema.js'

const root = join(import.meta.dirname, '..', '..')
const written = JSON.parse(readFileSync(join(root, 'schema/stagger.schema.json'), 'utf8'))
const accepts = new Ajv({ strict: false, validateFormats: false }).compile(written)

test.each(Object.entries(JSON_SCHEMAS))(
  '%s is the one that the code reads by: npm run schema writes it',
  (file, text) => {
    expect(JSON.parse(readFileSync(join(root, 'schema', file), 'utf8'))).toEqual(JSON.parse(text()))
  },
)

/** What the code and the schema each say of a configuration. */
const judges = async (text: string): Promise<{ code: boolean; schema: boolean }> => ({
  code: await readConfiguration(text, 'stagger.yml').then(
    () => true,
    (error) => {
      if (error instanceof StaggerError) return false
      throw error
    },
  ),
  schema: accepts(parse(text) ?? {}),
})

const service = (settings: string): string => `services: { a: ${settings} }`
const environment = (settings: string): string =>
  `environments: { a: { cluster: c, taskDefinition: t, ${settings} } }`

describe('both take', () => {
  const page = readFileSync(join(root, 'docs/configuration.md'), 'utf8')
  const examples = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text as string)

  test.each([
    ['what the shop of the examples has', readFileSync(join(root, 'examples/shop/stagger.yml'), 'utf8')],
    ...examples.map((text): [string, string] => [text.split('\n')[0] as string, text]),
    ['nothing', ''],
    ['one left out', 'services: { a: false }'],
    ['no settings at all', service('{}')],
    ['arguments of each kind', service('{ args: { A: text, B: 24, C: true } }')],
    [
      'a remote context',
      service('{ contexts: { a: "git@example.com:x.git", "org/x:1": "docker-image://x" } }'),
    ],
    ['patterns', service('{ inputs: ["**/*.proto", "a..b", "..a"] }')],
    ['a platform with a variant', service('{ platforms: [linux/arm/v7] }')],
    ['an ECS service by name, and one with more', service('{ ecs: [a, { service: b, container: c }] }')],
    [
      'versions',
      'version: { first: 1.0.0, prereleases: { next: beta, "feature/**": dev-1 }, github-release: true }',
    ],
    ['no setting of versions', 'version: {}'],
    [
      'builds',
      'build: { cache: gha, jobs: 4, tests: required, provenance: max, sbom: { generator: x }, sign: [cosign, sign, "{image}"], adopt: never, runners: { linux/arm64: ubuntu-24.04-arm } }',
    ],
    [
      'labels, secrets and agents',
      service('{ labels: { a: b }, secrets: { npm: { env: X }, key: { file: y } }, ssh: [default] }'),
    ],
  ])('%s', async (_, text) => {
    expect(await judges(text)).toEqual({ code: true, schema: true })
  })
})

describe('both refuse', () => {
  test.each([
    ['another setting', 'servces: {}'],
    ['another way to discover', 'discover: true'],
    ['a service that is true', 'services: { a: true }'],
    ['a service without a word', 'services: { a: }'],
    ['a name in capitals', 'services: { Cart: false }'],
    ['a name that is too long', `services: { ${'a'.repeat(65)}: false }`],
    ['a setting that is none', service('{ dockerFile: x }')],
    ['a path from the root of the machine', service('{ context: /x }')],
    ['a path that leaves', service('{ dockerfile: a/../../b }')],
    ['a path with backslashes', service('{ path: "a\\\\b" }')],
    ['an input that leaves', service('{ inputs: [../x] }')],
    ['a fraction', service('{ args: { A: 1.5 } }')],
    ['an argument without a value', service('{ args: { A: null } }')],
    ['a platform in words', service('{ platforms: [arm] }')],
    ['one platform that is no list', service('{ platforms: linux/amd64 }')],
    ['a context that leaves', service('{ contexts: { a: ../x } }')],
    ["bake's word for another service", service('{ contexts: { a: "target:x" } }')],
    ['an artifact made from nothing', service('{ artifacts: [{ path: a, from: [] }] }')],
    ['an artifact without a path', service('{ artifacts: [{ from: [a] }] }')],
    ['no ECS service', service('{ ecs: [] }')],
    ['an ECS service without a name', service('{ ecs: [{ container: a }] }')],
    ['a registry with a scheme', 'registry: https://ghcr.io'],
    ['an environment without a cluster', 'environments: { a: { taskDefinition: t } }'],
    ['an environment with a setting that is none', environment('clutser: c')],
    ['a percentage that is none', environment('maximumPercent: 50')],
    ['a strategy that there is not', environment('strategy: fast')],
    ['a cache that there is not', 'build: { cache: s3 }'],
    ['no jobs', 'build: { jobs: 0 }'],
    ['a command that is a text', 'build: { sign: cosign sign }'],
    ['a runner for a platform in words', 'build: { runners: { arm: x } }'],
    ['a secret that is written down', service('{ secrets: { npm: sesame } }')],
    ['a first version with v', 'version: { first: v1.0.0 }'],
    ['a first version that is a pre-release', 'version: { first: 1.0.0-rc.1 }'],
    ['a first version that is a number', 'version: { first: 1.0 }'],
    ['an identifier that is a number', 'version: { prereleases: { next: "1" } }'],
    ['an identifier with a dot', 'version: { prereleases: { next: rc.1 } }'],
    ['a branch that cannot be', 'version: { prereleases: { "a b": rc } }'],
    ['a setting of versions that is none', 'version: { githubRelease: true }'],
  ])('%s', async (_, text) => {
    expect(await judges(text)).toEqual({ code: false, schema: false })
  })
})
