import { describe, expect, test } from '@jest/globals'
import { readConfiguration } from '../../src/main/configuration.js'
import { StaggerError } from '../../src/words.js'

const problems = async (text: string) => {
  const error = await readConfiguration(text, 'stagger.yml').catch((thrown) => thrown)
  if (!(error instanceof StaggerError)) throw error
  return error.problems
}

test('no file is an empty configuration', async () => {
  expect(await readConfiguration(null, 'stagger.yml')).toEqual({ environments: {} })
})

test('a whole one', async () => {
  const text =
    'registry: ghcr.io/acme/shop\nenvironments:\n  uat: { cluster: shop, taskDefinition: t.json }\nservices: { cart: false }\n'
  const configuration = await readConfiguration(text, 'stagger.yml')
  expect(configuration).toMatchObject({
    registry: 'ghcr.io/acme/shop',
    environments: { uat: { cluster: 'shop', service: '{service}', taskDefinition: 't.json' } },
    declaration: { services: { cart: false } },
  })
  expect(await configuration.declaration?.at(['services', 'cart'])).toMatchObject({ line: 4, column: 13 })
})

describe('all errors at once, each where it stands', () => {
  test('several', async () => {
    const text =
      'registry: https://ghcr.io\nenvironments:\n  uat:\n    clutser: shop\n    taskDefinition: t.json\nregistri: x\n'
    const found = await problems(text)
    expect(found.map(({ problem, at }) => `${at?.line}:${at?.column} ${problem}`)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^1:1 registry/),
        expect.stringMatching(/^4:5 .*clutser/),
        expect.stringMatching(/^6:1 registri/),
      ]),
    )
    expect(found.find(({ problem }) => problem.includes('clutser'))?.fix).toContain('cluster')
  })

  test('what is no YAML', async () => {
    expect(await problems('a: [1,\nb: 2')).toMatchObject([
      { code: 'yaml-syntax', at: { file: 'stagger.yml' } },
    ])
  })

  test.each<[string, string, string[]]>([
    [
      'each setting that is not one, with those that are',
      'servces: {}\nservices:\n  a: { dockerFile: x, depends-on: [b] }\n  b: { artifacts: [{ path: x, form: [y] }] }\n',
      [
        '1:1 servces is not a setting: did you mean services?',
        '3:8 services.a.dockerFile is not a setting: did you mean dockerfile?',
        '3:23 services.a.depends-on is not a setting: did you mean dependsOn?',
        '4:31 services.b.artifacts.0.form is not a setting: did you mean from?',
        '4:20 services.b.artifacts.0 has no from: add below stagger.yml:4: from: …',
      ].toSorted(),
    ],
    [
      'a kind of a map is not blamed for what is wrong in another line',
      'services:\n  a: { secrets: { npm: { env: T }, key: { file: k.pem } } }\nbuild: { test: required }\n',
      ['3:10 build.test is not a setting: did you mean tests?'].toSorted(),
    ],
    [
      'a key that is none of a secret’s, once: which kind was meant is not known',
      'services:\n  a: { secrets: { npm: { path: p }, key: { evn: T } } }\n',
      [
        '2:26 services.a.secrets.npm.path is not a setting: name one of those instead, or remove stagger.yml:2',
        '2:44 services.a.secrets.key.evn is not a setting: did you mean env?',
      ],
    ],
    [
      'paths that leave the repository',
      'services:\n  a: { dockerfile: ../Dockerfile, context: /x, contexts: { n: a/../../b }, inputs: ["..", "a/..b"] }\n',
      [
        '2:8 services.a.dockerfile is not valid: correct stagger.yml:2',
        '2:35 services.a.context is not valid: correct stagger.yml:2',
        '2:60 services.a.contexts.n is not valid: correct stagger.yml:2',
        '2:85 services.a.inputs.0 is not valid: correct stagger.yml:2',
      ].toSorted(),
    ],
    [
      'values of another kind',
      'discover: dockerfile\nservices:\n  A: false\n  b: true\n  c:\n  d: { args: { X: 1.10, Y: null }, platforms: linux, ecs: [] }\n',
      [
        '1:1 discover is not valid: correct stagger.yml:1',
        '3:3 services.A is not valid: correct stagger.yml:3',
        '4:3 services.b is not valid: correct stagger.yml:4',
        '5:3 services.c is not valid: correct stagger.yml:5',
        '6:16 services.d.args.X is not valid: correct stagger.yml:6',
        '6:25 services.d.args.Y is not valid: correct stagger.yml:6',
        '6:36 services.d.platforms is not valid: correct stagger.yml:6',
        '6:54 services.d.ecs is not valid: correct stagger.yml:6',
      ].toSorted(),
    ],
  ])('%s', async (_, text, expected) => {
    const found = await problems(text)
    expect(
      found.map(({ problem, fix, at }) => `${at?.line}:${at?.column} ${problem}: ${fix}`).toSorted(),
    ).toEqual(expected)
  })
})
