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
    'registry: ghcr.io/acme/shop\nenvironments:\n  uat: { cluster: shop, taskDefinition: t.json }\n'
  expect(await readConfiguration(text, 'stagger.yml')).toMatchObject({
    registry: 'ghcr.io/acme/shop',
    environments: { uat: { cluster: 'shop', service: '{service}', taskDefinition: 't.json' } },
  })
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
})
