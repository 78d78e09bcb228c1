import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { jsonStrings, splitArguments, splitWords, takeFlags } from '../../../src/catalog/dockerfile/cut.js'
import { detectSyntax } from '../../../src/catalog/dockerfile/directives.js'
import { parseDockerfile } from '../../../src/catalog/dockerfile/parse.js'
import { StaggerError } from '../../../src/words.js'

const lines = (text: string) =>
  parseDockerfile(text, 'Dockerfile').instructions.map(({ line, keyword, flags, rest }) => [
    line,
    keyword,
    flags,
    rest,
  ])

describe('instructions', () => {
  test.each<[string, string, unknown[]]>([
    [
      'lower case',
      'from a\ncopy x y',
      [
        [1, 'FROM', [], 'a'],
        [2, 'COPY', [], 'x y'],
      ],
    ],
    [
      'continued lines',
      'FROM a\nRUN one \\\n  two',
      [
        [1, 'FROM', [], 'a'],
        [2, 'RUN', [], 'one   two'],
      ],
    ],
    [
      'a comment inside a continued line',
      'FROM a\nRUN one \\\n # two\n three',
      [
        [1, 'FROM', [], 'a'],
        [2, 'RUN', [], 'one  three'],
      ],
    ],
    [
      'an empty line inside a continued line',
      'FROM a\nRUN one \\\n\n three',
      [
        [1, 'FROM', [], 'a'],
        [2, 'RUN', [], 'one  three'],
      ],
    ],
    [
      'white space behind the backslash',
      'FROM a\nRUN one \\  \n two',
      [
        [1, 'FROM', [], 'a'],
        [2, 'RUN', [], 'one  two'],
      ],
    ],
    [
      'a doubled backslash does not continue',
      'FROM a\nRUN one \\\\\nRUN two',
      [
        [1, 'FROM', [], 'a'],
        [2, 'RUN', [], 'one \\\\'],
        [3, 'RUN', [], 'two'],
      ],
    ],
    [
      'another escape character',
      '# escape=`\nFROM a\nRUN c:\\ `\n x',
      [
        [2, 'FROM', [], 'a'],
        [3, 'RUN', [], 'c:\\  x'],
      ],
    ],
    ['an escape directive behind a comment is a comment', '# hi\n# escape=`\nFROM a', [[3, 'FROM', [], 'a']]],
    [
      'flags',
      'FROM a\nCOPY --chown=1:1 --from=b x y',
      [
        [1, 'FROM', [], 'a'],
        [2, 'COPY', ['chown=1:1', 'from=b'], 'x y'],
      ],
    ],
    [
      'quoted flags',
      'FROM a\nRUN --mount="type=bind,source=a b" x',
      [
        [1, 'FROM', [], 'a'],
        [2, 'RUN', ['mount=type=bind,source=a b'], 'x'],
      ],
    ],
    [
      'flags that belong to the command',
      'FROM a\nRUN x --y',
      [
        [1, 'FROM', [], 'a'],
        [2, 'RUN', [], 'x --y'],
      ],
    ],
    ['a byte order mark', '\uFEFFFROM a', [[1, 'FROM', [], 'a']]],
    [
      'carriage returns',
      'FROM a\r\nRUN b \\\r\n c\r\n',
      [
        [1, 'FROM', [], 'a'],
        [2, 'RUN', [], 'b  c'],
      ],
    ],
    [
      'arguments first',
      'ARG A=1\nFROM a',
      [
        [1, 'ARG', [], 'A=1'],
        [2, 'FROM', [], 'a'],
      ],
    ],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected))

  test('a here-document is no instruction, whatever it says', () => {
    const { instructions } = parseDockerfile(
      'FROM a\nRUN <<EOF cat\nCOPY x y\nEOF\nCOPY <<-"A" <<B /z\n\tone\n\tA\ntwo\nB\n',
      'D',
    )
    expect(instructions.map(({ keyword, heredocs }) => [keyword, heredocs])).toEqual([
      ['FROM', []],
      ['RUN', [{ name: 'EOF', content: 'COPY x y' }]],
      [
        'COPY',
        [
          { name: 'A', content: '\tone' },
          { name: 'B', content: 'two' },
        ],
      ],
    ])
  })
})

test('the lines of a here-document keep their carriage returns, its end does not need its own', () => {
  const { instructions } = parseDockerfile('FROM a\r\nCOPY <<EOF /x\r\none\r\n\r\nEOF\r\nRUN x\r', 'D')
  expect(instructions.map(({ rest, heredocs }) => [rest, heredocs])).toEqual([
    ['a', []],
    ['<<EOF /x', [{ name: 'EOF', content: 'one\r\n\r' }]],
    ['x', []],
  ])
})

test.each<[string, string, string[]]>([
  ['a blank before the name', 'RUN cat << EOF', ['EOF']],
  ['a quoted part', `RUN cat <<"E"O'F'`, ['EOF']],
  ['an escaped part', 'RUN cat <<E\\OF', ['EOF']],
  ['a here-string', 'RUN cat <<<EOF', []],
  ['a shift', 'RUN echo $((1 << 2))', ['2))']],
  ['an open quote on the line', "RUN echo it's <<EOF", []],
  ['what BuildKit cannot read on the line', 'RUN echo ${a[0]} <<EOF', []],
  ['a substring', 'RUN echo ${a:0:3} <<EOF', ['EOF']],
  ['inside quotes', 'RUN echo "x <<EOF"', []],
  ['JSON form', 'COPY ["<<EOF", "/x"]', []],
  ['ONBUILD', 'ONBUILD COPY <<EOF /x', ['EOF']],
])('where a here-document begins: %s', (_, line, names) => {
  const text = `FROM a\n${line}\n${names.join('\n')}`
  const { instructions } = parseDockerfile(text, 'D')
  expect(instructions[1]?.heredocs.map(({ name }) => name)).toEqual(names)
})

test.each<[string, string, string | null]>(
  [
    ['// syntax=x\nanything', 'x'],
    ['#!x\n// syntax=x y\nanything', 'x'],
    ['{"syntax": "x", "more": 1}', 'x'],
    ['#!x\n{\n"syntax": "x"\n}', 'x'],
    ['{"syntax": 1}', null],
    ['[{"syntax": "x"}]', null],
    ['// hello\n// syntax=x', null],
  ].map(
    ([text, syntax]) => ['a file that is no Dockerfile', text, syntax] as [string, string, string | null],
  ),
)('the syntax of %s: %j', (_, text, syntax) => expect(detectSyntax(text.split('\n'))).toBe(syntax))

test.each<[string, string, string | null]>([
  ['none', 'FROM a', null],
  ['at the top', '# syntax=docker/dockerfile:1\nFROM a', 'docker/dockerfile:1'],
  ['behind another directive', '# escape=`\n# syntax=x\nFROM a', 'x'],
  ['behind a comment it is one', '# hello\n# syntax=x\nFROM a', null],
  ['behind #!', '#!/usr/bin/env x\n# syntax=x\nFROM a', 'x'],
  ['with words behind it', '# syntax = x y z\nFROM a', 'x'],
  ['in capitals', '#SYNTAX=x\nFROM a', 'x'],
  ['behind a check', '# check=skip=all\n# syntax=x\nFROM a', 'x'],
  ['behind an empty line it is a comment', '\n# syntax=x\nFROM a', null],
  ['behind a blank it is a comment', ' # syntax=x\nFROM a', null],
  ['without a value', '# syntax=\nFROM a', null],
  ['a byte order mark', '\uFEFF# syntax=x\nFROM a', 'x'],
  ['carriage returns', '# syntax=x\r\nFROM a\r\n', 'x'],
])('the syntax directive: %s', (_, text, syntax) => expect(parseDockerfile(text, 'D').syntax).toBe(syntax))

describe('what does not parse says where', () => {
  const problem = (text: string) => {
    try {
      parseDockerfile(text, 'src/Dockerfile')
    } catch (error) {
      if (error instanceof StaggerError) return error.problems[0]
      throw error
    }
    return null
  }
  test.each<[string, string, number, number]>([
    ['an unknown instruction', 'FROM a\n  FOO b', 2, 3],
    ['no arguments', 'FROM a\nCOPY', 2, 1],
    ['no FROM', '# nothing\n', 1, 1],
    ['an instruction before FROM', 'RUN x\nFROM a', 1, 1],
    ['a here-document without an end', 'FROM a\nRUN <<EOF\nx', 2, 1],
    ['a flag that is misspelt', 'FROM a\nCOPY --form=b x /', 2, 1],
    ['a flag twice', 'FROM a\nCOPY --from=b --from=c x /', 2, 1],
    ['a flag without its value', 'FROM a\nCOPY --from x /', 2, 1],
    ['a switch with a value', 'FROM a\nCOPY --link=yes x /', 2, 1],
    ['COPY with one word', 'FROM a\nCOPY x', 2, 1],
    ['ADD with a list of one', 'FROM a\nADD ["x"]', 2, 1],
    ['a list with a number', 'FROM a\nCMD ["x", 1]', 2, 1],
    ['ENV without a value', 'FROM a\nENV A', 2, 1],
    ['ENV with a lone name', 'FROM a\nENV A=1 B', 2, 1],
    ['ENV without a name', 'FROM a\nENV =1', 2, 1],
    ['ARG without a name', 'ARG =1\nFROM a', 1, 1],
    ['a mount that is no CSV', `FROM a\nRUN --mount='source="a"' x`, 2, 1],
    ['ONBUILD of ONBUILD', 'FROM a\nONBUILD ONBUILD RUN x', 2, 1],
    ['ONBUILD of FROM', 'FROM a\nONBUILD FROM b', 2, 1],
    ['a directive twice', '# escape=`\n# escape=`\nFROM a', 2, 1],
    ['an escape character that is none', '# escape=x\nFROM a', 1, 1],
  ])('%s', (_, text, line, column) => {
    expect(problem(text)).toMatchObject({
      code: 'dockerfile-syntax',
      fault: 'caller',
      at: { file: 'src/Dockerfile', line, column },
    })
  })
})

test.each([
  'COPY --link --exclude=a --exclude=b --parents=False x /',
  'COPY --neverheardofit x /',
  'ADD --keep-git-dir --unpack=true --checksum=x y /',
  'RUN --mount=type=cache,target=/x --mount=type=ssh --network=none --security=insecure --device=x y',
  'HEALTHCHECK --interval=1s --start-interval=1s CMD x',
  'ARG --x A',
  'STOPSIGNAL --x 1',
  'ENV A  1 2=3',
  'ENV A= B="x y"',
  'CMD [x]',
  'CMD []',
  'ONBUILD COPY --form=b x /',
])('what BuildKit takes is taken: %s', (line) => {
  expect(parseDockerfile(`FROM a\n${line}`, 'D').instructions).toHaveLength(2)
})

test('JSON form keeps white space in names', () => {
  expect(splitArguments('["a b", "c"]')).toEqual(['a b', 'c'])
  expect(splitArguments('[a b] c')).toEqual(['[a', 'b]', 'c'])
  expect(jsonStrings('["a", 1]')).toBeNull()
})

test('words of ARG and ENV keep their quotes', () => {
  expect(splitWords('A=1 B="two words" C=x\\ y', '\\')).toEqual(['A=1', 'B="two words"', 'C=x\\ y'])
})

test('whatever the text, the parser ends, with instructions or with a problem', () => {
  const piece = fc.constantFrom(
    'FROM a',
    'COPY',
    'RUN',
    ' ',
    '\n',
    '\\',
    '"',
    "'",
    '<<E',
    'E',
    '--from=',
    '[',
    ']',
    '#',
    '`',
    'x',
    '\t',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      try {
        expect(parseDockerfile(pieces.join(''), 'D').instructions.length).toBeGreaterThan(0)
      } catch (error) {
        expect(error).toBeInstanceOf(StaggerError)
      }
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => takeFlags(text, '\\').rest.length <= text.length))
})
