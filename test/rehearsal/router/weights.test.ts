import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { BUCKETS } from '../../../src/rehearsal/router/bucket.js'
import { bucketFile, showBuckets, shownBuckets } from '../../../src/rehearsal/router/nginx/weights.js'

describe('shares as files', () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'weights-'))
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  const shown = (): readonly boolean[] =>
    Array.from({ length: BUCKETS }, (_, bucket) =>
      existsSync(join(root, 'doors', 'shop', 'current', bucketFile(bucket))),
    )

  test('of each share the first buckets have a file, and no other has', () => {
    for (const buckets of [0, 1, 99, 100, 101, 250, 999, 1000, 333, 0, 250]) {
      showBuckets(root, 'shop', buckets)
      expect(shownBuckets(join(root, 'doors', 'shop'))).toBe(buckets)
      expect(shown()).toEqual(Array.from({ length: BUCKETS }, (_, bucket) => bucket < buckets))
    }
  })

  test('all of the traffic takes a hundred files, however many doors there are', () => {
    for (const door of ['shop', 'test', 'other']) showBuckets(root, door, BUCKETS)
    expect(readdirSync(join(root, 'hundreds'))).toEqual(['h100'])
    expect(readdirSync(join(root, 'hundreds', 'h100'))).toHaveLength(100)
  })
})
