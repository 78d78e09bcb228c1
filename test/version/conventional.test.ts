import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { highest } from '../../src/version/bump.js'
import { statementsOf } from '../../src/version/conventional.js'

const bumpOf = (message: string) => highest(statementsOf(message).map(({ bump }) => bump))

test.each([
  ['feat: a cart', 'minor'],
  ['feat(cart): a cart', 'minor'],
  ['Feat: a cart', 'minor'],
  ['fix: a typo', 'patch'],
  ['perf: faster', 'patch'],
  ['chore(deps): bump x from 1 to 2', 'patch'],
  ['Fix the cart', 'patch'],
  ['feature: not a word of the convention', 'patch'],
  ['feat:no space', 'patch'],
  ['', 'patch'],
  ['feat!: another API', 'major'],
  ['refactor(api)!: another API', 'major'],
  ['fix: x\n\nBREAKING CHANGE: the port is another one', 'major'],
  ['fix: x\n\nBREAKING-CHANGE: the port is another one', 'major'],
  ['Fix it\n\nsome words\n\nBREAKING CHANGE: gone', 'major'],
  ['fix: x\n\nThis avoids a\nBREAKING CHANGE in the API', 'patch'],
  ['fix: x\n\nbreaking change: only in capitals', 'patch'],
  ['fix: x\n\nNo BREAKING CHANGE: none', 'patch'],
  ['Revert "feat!: another API"\n\nThis reverts commit 0123456.', 'patch'],
  ['revert: feat!: another API', 'patch'],
  ['Checkout (#12)\n\n* feat: begin\n\n* fix: typo', 'minor'],
  ['fix: checkout (#12)\n\n* wip\n* feat(api)!: another one', 'major'],
  ['Docs\n\n* Note: this is a list\n* Warning!: not a commit', 'patch'],
  ['feat: x\r\n\r\nBREAKING CHANGE: with the line ends of Windows', 'major'],
])('%j is a %s', (message, bump) => {
  expect(bumpOf(message)).toBe(bump)
})

test('what it says, and what breaks', () => {
  expect(statementsOf('feat(api)!: another port (#7)\n\nBREAKING CHANGE: it is 8080\nand not 80\n')).toEqual([
    {
      type: 'feat',
      scope: 'api',
      text: 'another port (#7)',
      bump: 'major',
      breaking: 'it is 8080\nand not 80',
    },
  ])
})

test('what a squash put together is told one by one', () => {
  const said = statementsOf('Checkout (#12)\n\n* feat: begin\n\n  more words\n\n* fix(db): typo\n')
  expect(said.map(({ type, text }) => [type, text])).toEqual([
    [null, 'Checkout (#12)'],
    ['feat', 'begin'],
    ['fix', 'typo'],
  ])
})

test('a squash’s title that repeats its commit is told once; a commit that says more is not lost', () => {
  const said = (message: string) => statementsOf(message).map(({ text, bump }) => `${bump}: ${text}`)
  expect(said('feat: a cart (#7)\n\n* feat: a cart\n* feat: a cart')).toEqual(['minor: a cart (#7)'])
  expect(said('fix: a cart (#7)\n\n* feat: a cart')).toEqual(['patch: a cart (#7)', 'minor: a cart'])
})

test('a message of any form says something, and soon', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (message) => {
      expect(statementsOf(message).length).toBeGreaterThan(0)
    }),
  )
  expect(bumpOf(`feat: x\n\n${'a-'.repeat(500_000)}`)).toBe('minor')
})
