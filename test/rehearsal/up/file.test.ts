import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readUpFile } from '../../../src/rehearsal/up/file.js'
import type { StaggerError } from '../../../src/words.js'

const problems = (text: string) => {
  try {
    return readUpFile(text, 'rehearsal.yaml')
  } catch (error) {
    return (error as StaggerError).problems.map(({ problem, at }) => [at?.line, problem])
  }
}

describe('a file of a rehearsal', () => {
  test('the shop’s', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../examples/shop/rehearsal.yaml'), 'utf8')
    const { cluster, services } = readUpFile(text, 'rehearsal.yaml')
    expect([cluster, Object.keys(services)]).toEqual(['shop', ['user', 'catalog', 'invoice']])
    expect(services.catalog).toMatchObject({ strategy: 'canary', tasks: 2, port: 8080, health: '/health' })
  })

  test('a service in the network mode bridge', () => {
    const { services } = readUpFile('services:\n  cart:\n    network: bridge\n', 'rehearsal.yaml')
    expect(services.cart).toMatchObject({ network: 'bridge', strategy: 'rolling' })
    expect(problems('services:\n  cart:\n    network: host\n')).toEqual([
      [3, expect.stringMatching(/^services\.cart\.network: .*"bridge"/)],
    ])
  })

  test('everything that is wrong, at once, each with its line', () => {
    const text = [
      'cluster: shop',
      'services:',
      '  catalog:',
      '    strategy: fast',
      '    tasks: 0',
      '  Cart:',
      '    prot: 1',
    ].join('\n')
    expect(problems(text)).toEqual([
      [4, expect.stringMatching(/^services\.catalog\.strategy: .*"rolling"/)],
      [5, expect.stringContaining('services.catalog.tasks')],
      [6, expect.stringContaining('must be lower-case')],
      [7, expect.stringContaining('services.Cart.prot')],
    ])
  })

  test.each([
    ['services: [', 1],
    ['', 1],
    ['services: {}', 1],
  ])('%j is none', (text, line) => {
    expect(problems(text)).toEqual(expect.arrayContaining([[line, expect.any(String)]]))
  })
})
