import { describe, expect, test } from '@jest/globals'
import { between, type Commit, headerOf, withoutReverted } from '../../src/version/history.js'
import type { Oid } from '../../src/words.js'

const oid = (name: string) => Buffer.from(name).toString('hex').padEnd(40, '0') as Oid
const commit = (name: string, parents: readonly string[], message = name): Commit => ({
  oid: oid(name),
  parents: parents.map(oid),
  message,
  paths: [],
})
const names = (commits: readonly Commit[]) => commits.map(({ message }) => headerOf({ message }))

describe('between a release and now', () => {
  //  a ─ b ─ m ─ h      and `old`, which was released from a branch
  //   ╲─ s ─╱
  const log = [
    commit('h', ['m']),
    commit('m', ['b', 's']),
    commit('b', ['a']),
    commit('s', ['a']),
    commit('old', ['a']),
    commit('a', ['before']),
  ]
  test.each([
    ['a', 'h', ['h', 'm', 'b', 's']],
    ['b', 'h', ['h', 'm', 's']],
    ['s', 'h', ['h', 'm', 'b']],
    ['h', 'h', []],
    ['h', 'b', []],
    ['old', 'h', ['h', 'm', 'b', 's']],
  ])('%s..%s', (base, head, expected) => {
    expect(names(between(log, oid(base), oid(head)))).toEqual(expected)
  })
})

describe('what was taken back', () => {
  const reverts = (name: string, target: string) =>
    commit(name, [], `Revert "${target}"\n\nThis reverts commit ${oid(target)}.`)

  test.each<[string, readonly Commit[], readonly string[]]>([
    [
      'comes to nothing, and so does who took it',
      [reverts('r', 'x'), commit('y', []), commit('x', [])],
      ['y'],
    ],
    ['before: the revert stays', [reverts('r', 'x'), commit('y', [])], ['Revert "x"', 'y']],
    ['and back again stays', [reverts('rr', 'r'), reverts('r', 'x'), commit('x', [])], ['x']],
    ['twice', [reverts('r2', 'x'), reverts('r1', 'x'), commit('x', [])], ['Revert "x"']],
  ])('%s', (_, commits, expected) => {
    expect(names(withoutReverted(commits))).toEqual(expected)
  })
})
