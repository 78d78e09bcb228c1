import { expect, test } from '@jest/globals'
import { changelogOf } from '../../src/version/changelog.js'
import { statementsOf } from '../../src/version/conventional.js'
import type { Counted } from '../../src/version/counted.js'
import type { Oid, ServiceName } from '../../src/words.js'

const counted = (id: string, message: string, ...through: string[]): Counted => ({
  commit: { oid: id.padEnd(40, '0') as Oid, parents: [], message, paths: [] },
  statements: statementsOf(message),
  path: 'a',
  through: through as ServiceName[],
})
const [CART, USER] = ['cart', 'user'] as [ServiceName, ServiceName]

test('breaking changes first, then features, fixes and the rest; each commit with its short id', () => {
  const commits = [
    counted('aaaaaaa1', 'chore: tidy'),
    counted('bbbbbbb2', 'fix(db): a leak'),
    counted('ccccccc3', 'feat: gift cards', 'libs'),
    counted('ddddddd4', 'feat(api)!: another port\n\nBREAKING CHANGE: it is 8080'),
    counted('eeeeeee5', 'Make it so'),
  ]
  expect(changelogOf([{ service: CART, counted: commits }])).toBe(
    `### Breaking changes

- **api:** another port: it is 8080 (ddddddd)

### Features

- gift cards (ccccccc) – through libs

### Fixes

- **db:** a leak (bbbbbbb)

### Other changes

- tidy (aaaaaaa)
- Make it so (eeeeeee)`,
  )
})

test('of a group it says who got a commit, and by what way', () => {
  const shared = 'feat: share more'
  expect(
    changelogOf([
      { service: CART, counted: [counted('aaaaaaa1', shared), counted('bbbbbbb2', 'fix: x')] },
      { service: USER, counted: [counted('aaaaaaa1', shared, 'base', 'libs')] },
    ]),
  ).toBe(
    '### Features\n\n- share more (aaaaaaa) – cart; user through base, libs\n\n### Fixes\n\n- x (bbbbbbb) – cart',
  )
})

test('nothing new is nothing', () => {
  expect(changelogOf([{ service: CART, counted: [] }])).toBe('')
})

test('a message cannot begin an element, a heading or another line', () => {
  const text = changelogOf([
    {
      service: CART,
      counted: [counted('aaaaaaa1', 'fix: </details>\u0007 <img src=x>\u2028\n\n## heading')],
    },
  ])
  expect(text).toBe('### Fixes\n\n- \\</details> \\<img src=x> (aaaaaaa)')
})
