import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseDockerfile } from '../../../src/catalog/dockerfile/parse.js'
import { withReportsStage } from '../../../src/image/testing/reports-stage.js'

const added = (text: string, stage = 'test') => withReportsStage(text, stage, '/reports')

const ADDED = 'FROM scratch AS stagger-reports\nCOPY --from=1 ["/reports", "/"]\n'
const TWO = 'FROM node AS base\nFROM base AS test\nRUN npm test'

describe('a stage for the reports is added', () => {
  test.each([
    ['behind the last line', `${TWO}\n`, `${TWO}\n${ADDED}`],
    ['where the last line does not end', TWO, `${TWO}\n${ADDED}`],
    ['where it ends as Windows has it', `${TWO}\r\n`, `${TWO}\r\n${ADDED}`],
    ['where it would go on', `${TWO} \\\n`, `${TWO} \n${ADDED}`],
    ['where it would go on over comments', `${TWO} \\\n# one\n\n# two \\`, `${TWO} \n${ADDED}`],
    ['behind a heredoc', `${TWO}\nCOPY <<EOF /x\n# a\nEOF`, `${TWO}\nCOPY <<EOF /x\n# a\nEOF\n${ADDED}`],
    [
      'with another escape token',
      `# escape=\`\n${TWO} c:\\\nRUN a \``,
      `# escape=\`\n${TWO} c:\\\nRUN a \n${ADDED}`,
    ],
  ])('%s', (_, text, expected) => {
    expect(added(text)).toEqual({ target: 'stagger-reports', dockerfile: expected })
  })

  test('by a name that is free', () => {
    expect(added(`${TWO}\nFROM x AS Stagger-Reports\n`)?.target).toBe('stagger-reports-2')
  })

  test.each([
    ['the last of its name', 'FROM a AS test\nFROM b AS TEST\nFROM c\n', 'Test', '--from=1'],
    ['one without a name', 'FROM a\nFROM b\n', '0', '--from=0'],
  ])('for %s', (_, text, stage, flag) => {
    expect(added(text, stage)?.dockerfile).toContain(flag)
  })
})

test.each([
  ['has no such stage', 'FROM a\n', 'test'],
  ['has fewer stages', 'FROM a\n', '1'],
  ['is no Dockerfile', '{ "language": "another" }', 'test'],
  ['is empty', '', 'test'],
  ['does not end a heredoc', 'FROM a AS test\nRUN <<EOF\nx', 'test'],
])('nothing is added to what %s', (_, text, stage) => {
  expect(added(text, stage)).toBeNull()
})

const line = fc.constantFrom(
  'RUN npm test',
  'RUN npm test \\',
  '  && echo \\',
  '# comment',
  '# comment \\',
  '',
  '\\',
  'COPY <<EOF /x\nbody \\\nEOF',
  'RUN <<A <<-B\n# x\nA\n\tb\n\tB',
  'ENV A=b\\',
  'ENV A=b\\\\',
  'ONBUILD RUN x',
)

const told = (dockerfile: string) => {
  try {
    return parseDockerfile(dockerfile, 'Dockerfile').instructions.map(({ keyword, rest }) => [keyword, rest])
  } catch {
    return null
  }
}

test('whatever stands above stays what it is', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (lines, newline) => {
      const text = ['FROM a AS test', ...lines].join(newline)
      const before = told(text)
      const found = added(text)
      if (before === null) return expect(found).toBeNull()
      expect(told(found?.dockerfile ?? '')).toEqual([
        ...before,
        ['FROM', 'scratch AS stagger-reports'],
        ['COPY', '["/reports", "/"]'],
      ])
    }),
    { numRuns: 500 },
  )
})
