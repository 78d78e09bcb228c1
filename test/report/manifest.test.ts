import { expect, test } from '@jest/globals'
import { manifestHeadline, manifestMarkdown, manifestText } from '../../src/report/manifest.js'
import type { ServiceName } from '../../src/words.js'

const NOTHING = { schema: 1 as const, registry: null, services: {} }
const missing = (count: number) => Array.from({ length: count }, (_, at) => `s${at}` as ServiceName)

test('a manifest of nothing is no table of nothing', () => {
  const result = { manifest: NOTHING, missing: missing(2) }
  expect(manifestText(result)).toBe('0 images; none of s0, s1.\n')
  expect(manifestMarkdown(result)).not.toContain('| service')
})

test('of many that are missing the first are named', () => {
  expect(manifestHeadline({ manifest: NOTHING, missing: missing(10) })).toMatch(/s8, s9\.$/)
  expect(manifestHeadline({ manifest: NOTHING, missing: missing(24) })).toMatch(
    /s8, s9 and 14 more \(stagger plan names all\)\.$/,
  )
})
