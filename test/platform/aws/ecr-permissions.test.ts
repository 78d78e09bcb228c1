import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

test('docs/registry.md names every action of ECR that is asked for', () => {
  const asked = [...read('src/platform/aws/ecr-calls.ts').matchAll(/'(ecr:\w+)'/g)].map(
    ([, action]) => action,
  )
  const page = read('docs/registry.md')
  expect(new Set(asked).size).toBe(8)
  expect(asked.filter((action) => !page.includes(`\`${action}\``))).toEqual([])
})

test('the way to make a repository is told the same everywhere', () => {
  const { 1: filters } =
    /image-tag-mutability-exclusion-filters ([^\n`]+)/.exec(read('docs/registry.md')) ?? []
  expect(filters).toBe('filterType=WILDCARD,filter=cache* filterType=WILDCARD,filter=staging-*')
  expect(read('src/platform/aws/ecr-problems.ts')).toContain(filters)
})
