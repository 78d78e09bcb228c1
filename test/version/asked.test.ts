import { describe, expect, test } from '@jest/globals'
import { readAsked } from '../../src/version/asked.js'
import { StaggerError } from '../../src/words.js'

const problemsOf = (bump: string | null, as: string | null) => {
  try {
    readAsked({ bump, as })
  } catch (error) {
    if (error instanceof StaggerError) return error.problems
    throw error
  }
  return []
}

test('nothing, a bump, a version', () => {
  expect(readAsked({ bump: null, as: null })).toEqual({ kind: 'commits' })
  expect(readAsked({ bump: 'minor', as: null })).toEqual({ kind: 'bump', bump: 'minor' })
  expect(readAsked({ bump: null, as: '2.0.0' })).toEqual({ kind: 'as', version: '2.0.0' })
  expect(readAsked({ bump: null, as: '2.0.0-rc.1' })).toEqual({ kind: 'as', version: '2.0.0-rc.1' })
})

describe('what is no version is told with one that is', () => {
  test.each([
    ['v2.0.0', 'did you mean --as 2.0.0?'],
    ['2.0', 'did you mean --as 2.0.0?'],
    ['2.0.0+build', 'did you mean --as 2.0.0?'],
    ['v2.0.0-rc.1', 'did you mean --as 2.0.0-rc.1?'],
    ['next', '--as 2.0.0'],
  ])('%s', (as, fix) => {
    expect(problemsOf(null, as)).toEqual([expect.objectContaining({ code: 'invalid-version', fix })])
  })
})

test('all that is wrong is told at once', () => {
  expect(problemsOf('huge', '1').map(({ code }) => code)).toEqual([
    'bump-and-as',
    'unknown-bump',
    'invalid-version',
  ])
})
