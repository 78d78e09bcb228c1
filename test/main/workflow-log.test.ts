import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { workflowProgress } from '../../src/main/workflow-log.js'

let written: string[]
beforeEach(() => {
  written = []
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text))
    return true
  })
})
afterEach(() => {
  jest.restoreAllMocks()
})
const lines = () => written.join('').trimEnd().split('\n')

test('a block is folded', () => {
  workflowProgress.group('what it printed', ['one', 'two'])
  expect(lines()).toEqual(['::group::what it printed', 'one', 'two', '::endgroup::'])
})

test.each(['::error file=/app/a.js::broken', '  ::add-mask::a', '##[error]broken'])(
  'what a test printed is no command: %s',
  (command) => {
    workflowProgress.group('what it printed', ['one', command])
    const [start, stop, ...rest] = lines()
    const token = stop?.replace('::stop-commands::', '')
    expect(token).toMatch(/^[0-9a-f-]{36}$/)
    expect([start, ...rest]).toEqual([
      '::group::what it printed',
      'one',
      command,
      `::${token}::`,
      '::endgroup::',
    ])
  },
)
