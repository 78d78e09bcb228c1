import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readBake } from '../../../src/catalog/bake/discover.js'
import { StaggerError } from '../../../src/words.js'
import { asPrinted, type Printed, printedAs } from './printed.js'

const HCL = 'docker-bake.hcl'
const bake = (text: string, file = HCL) => readBake(new Map([[file, text]]))
const names = (text: string) => bake(text)?.services.map(({ name }) => name) ?? null

describe('as buildx itself prints it (recorded by test/judge/bakes.mjs)', () => {
  const folder = join(import.meta.dirname, 'recorded')
  const files = readdirSync(folder).filter((name) => !name.includes('.printed.'))

  test.each(files)('%s', (name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const printed = readFileSync(join(folder, name.replace(/\.\w+$/, '.printed.json')), 'utf8')
    const found = bake(text, name.endsWith('.json') ? 'docker-bake.json' : HCL)
    expect(found?.services.length).toBeGreaterThan(1)
    expect(asPrinted(found?.services ?? [])).toEqual(
      printedAs(JSON.parse(printed) as Printed, found?.services ?? []),
    )
  })
})

test('labels and annotations, inherited or not; one that each moment has another value of is none', () => {
  const found = bake(`target "base" { labels = { team = "shop" } }
target "app" {
  inherits = ["base"]
  labels = { tier = "1" }
  annotations = ["index:org.example.kind=web", "bare"]
}
target "now" { labels = { built = timestamp() } }
group "default" { targets = ["app", "now"] }`)
  expect(found?.services).toMatchObject([
    { labels: { team: 'shop', tier: '1' }, annotations: { 'index:org.example.kind': 'web' } },
    { labels: {} },
  ])
})

describe('which targets are services', () => {
  test.each<[string, string, string[] | null]>([
    [
      'the default group, with groups in it',
      'group "default" { targets = ["a", "more"] }\ngroup "more" { targets = ["b", "default"] }\ntarget "a" {}\ntarget "b" {}\ntarget "c" {}',
      ['a', 'b'],
    ],
    ['the default target', 'target "default" {}\ntarget "ci" { inherits = ["default"] }', ['default']],
    [
      'else all that are not only inherited from',
      'target "docker-metadata-action" {}\ntarget "_x" {}\ntarget "app" { inherits = ["docker-metadata-action", "_x"] }\ntarget "web" { target = "web" }',
      ['app', 'web'],
    ],
    [
      'one that others inherit from is one where a group names it',
      'group "all" { targets = ["app", "dev"] }\ntarget "app" {}\ntarget "dev" { inherits = ["app"] }',
      ['app', 'dev'],
    ],
    [
      'none that gives files or nothing, unless another one is built from it',
      'group "default" { targets = ["app", "lint", "bin"] }\ntarget "app" { contexts = { base = "target:base" } }\ntarget "lint" { output = ["type=cacheonly"] }\ntarget "bin" { output = ["./out"] }\ntarget "base" { output = ["type=cacheonly"] }',
      ['app', 'base'],
    ],
    [
      'a matrix is named by its own name',
      'group "default" { targets = ["x"] }\ntarget "x" { matrix = { v = ["1", "2"] }\n name = "app-${v}" }',
      ['app-1', 'app-2'],
    ],
    ['nothing but variables', 'variable "A" {}', null],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  test('one target’s image is another one’s base, by its context and by its name', () => {
    const found = bake(
      'target "base" { tags = ["org/base:1"] }\ntarget "app" { contexts = { "org/base" = "target:base" } }',
    )
    expect(found?.services.find(({ name }) => name === 'app')).toMatchObject({
      contexts: { 'org/base': { kind: 'service', service: 'base' } },
      imagesBuiltHere: { 'org/base:1': 'base' },
    })
  })
})

test('a later file comes on top: settings of a target, and whole variables', () => {
  const found = readBake(
    new Map([
      [
        'docker-bake.json',
        '{ "variable": { "V": { "default": "1" } }, "target": { "app": { "context": "a", "args": { "A": "${V}", "B": "b" } } } }',
      ],
      [
        'docker-bake.override.hcl',
        'variable "V" { default = "2" }\ntarget "app" { dockerfile = "x"\n args = { B = "c" } }',
      ],
    ]),
  )
  expect(found?.services).toMatchObject([{ context: 'a', dockerfile: 'a/x', args: { A: '2', B: 'c' } }])
})

describe('what cannot be worked out leaves its target out, and says why', () => {
  test.each<[string, string, string]>([
    ['a variable', 'args = { A = NONE }', 'docker-bake.hcl:3: there is no NONE'],
    [
      'a function',
      'args = { A = cidrhost("10.0.0.0/8", 1) }',
      'docker-bake.hcl:3: the function cidrhost is not known here',
    ],
    [
      'a value of another kind',
      'context = ["a"]',
      'docker-bake.hcl:3: context: a text is expected, not a list',
    ],
    ['a target', 'inherits = ["gone"]', 'docker-bake.hcl:3: there is no target gone'],
    ['a context elsewhere', 'context = "https://example.com/x.git"', 'its context is not in this repository'],
    ['a context above', 'context = "../x"', 'its context ../x is outside of this repository'],
    ['a Dockerfile above', 'dockerfile = "../x"', 'its Dockerfile ../x is outside of this repository'],
    [
      'a context of a target that is not there',
      'contexts = { a = "target:gone" }',
      'it is built from gone, which is not built here',
    ],
    [
      'the machine',
      'platforms = [BAKE_LOCAL_PLATFORM]',
      'docker-bake.hcl:3: BAKE_LOCAL_PLATFORM depends on the machine',
    ],
    ['a function that calls itself', 'context = loop(1)', 'docker-bake.hcl:6: loop calls itself'],
    ['a circle of variables', 'context = A', 'docker-bake.hcl:2: A is made from itself'],
  ])('%s', (_, line, why) => {
    const found = bake(
      `A = B\nB = A\ntarget "app" { ${line} }\ntarget "other" {}\nfunction "loop" { params = [x]\n result = loop(x) }\n`,
    )
    expect(found?.services.map(({ name }) => name)).toEqual(['other'])
    expect(found?.warnings).toEqual([`app is left out: ${why}`])
  })

  test('an argument that is another one each time is built without', () => {
    const found = bake(
      'target "app" {\n  args = {\n    A = "a"\n    NOW = formatdate("YYYY", timestamp())\n  }\n}',
    )
    expect(found?.services).toMatchObject([{ args: { A: 'a' } }])
    expect(found?.warnings).toEqual([
      'app: the argument of docker-bake.hcl:4 has no value: timestamp() gives something else each time',
    ])
  })

  test('what decides no content need not be known', () => {
    const found = bake(
      'target "app" {\n  tags = [NONE]\n  labels = { A = timestamp() }\n  output = [NONE]\n}',
    )
    expect(found).toMatchObject({ services: [{ name: 'app' }], warnings: [] })
  })
})

describe('what is no bake file is refused with its place', () => {
  test.each<[string, string, string, number, string]>([
    [
      'a block that does not end',
      HCL,
      'target "a" {\n  context = "x"\n',
      3,
      'a name is expected before the end of the line',
    ],
    ['a text that does not end', HCL, 'target "a" {\n  context = "x\n}\n', 4, 'a text does not end'],
    [
      'a directive',
      HCL,
      '\nA = "%{ if true }x%{ endif }"',
      2,
      'a template directive, %{ … }, is not read here',
    ],
    ['brackets without an end', HCL, `A = ${'('.repeat(100_000)}`, 1, 'brackets are nested too deeply'],
    ['signs without an end', HCL, `A = ${'-'.repeat(100_000)}`, 1, 'brackets are nested too deeply'],
    ['no JSON', 'docker-bake.json', '{\n  "target": [}\n', 2, 'Unexpected token RBrace found.'],
    ['a group that cannot be told', HCL, 'group "default" {\n  targets = NONE\n}', 2, 'there is no NONE'],
    [
      'one name twice',
      HCL,
      'target "a" {\n  matrix = { v = [1, 2] }\n  name = "x"\n}',
      1,
      'its matrix gives the name x twice',
    ],
  ])('%s', (_, file, text, line, why) => {
    const read = () => bake(text, file)
    expect(read).toThrow(StaggerError)
    try {
      read()
    } catch (error) {
      expect((error as StaggerError).problems).toMatchObject([{ code: 'bake-file', why, at: { file, line } }])
    }
  })
})

test('whatever stands in a file, it is read or refused', () => {
  const piece = fc.constantFrom(
    ...[
      'target',
      ' "a" ',
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      '=',
      ',',
      '\n',
      '"',
      '${',
      '$${',
      '<<E\n',
      'E\n',
      'for',
      ' in ',
      ':',
      '?',
    ],
    ...[
      'context',
      'args',
      'matrix',
      ' x ',
      '1',
      '.',
      '*',
      '...',
      '&&',
      '!',
      '#',
      '/*',
      '*/',
      '\\',
      'join(',
      'é',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      try {
        bake(pieces.join(''))
        bake(`target "a" { args = ${pieces.join('')} }`)
      } catch (error) {
        if (!(error instanceof StaggerError)) throw error
      }
    }),
    { numRuns: 2000 },
  )
})
