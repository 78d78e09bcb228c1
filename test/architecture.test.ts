import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import ts from 'typescript'

/** The house's import table: which rooms each room may use, besides `words.ts`. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  catalog: [],
  ledger: [],
  changes: ['catalog', 'ledger'],
  image: ['catalog', 'changes'],
  version: ['catalog', 'changes', 'ledger'],
  environment: ['catalog', 'ledger'],
  rollout: ['environment'],
  ecs: ['environment', 'rollout'],
  report: ['catalog', 'ledger', 'changes', 'image', 'version', 'environment', 'rollout', 'ecs'],
  commands: ['catalog', 'ledger', 'changes', 'image', 'version', 'environment', 'rollout', 'ecs', 'report'],
  platform: [],
  rehearsal: ['platform'],
}
const PURE = [
  'catalog',
  'ledger',
  'changes',
  'image',
  'version',
  'environment',
  'rollout',
  'ecs',
  'report',
  'commands',
]
/** Of Node, a pure room may use what depends on its arguments alone. */
const PURE_NODE: Readonly<Record<string, readonly string[]>> = {
  'node:crypto': ['createHash'],
  'node:path': ['posix'],
}
const IMPURE_GLOBALS = [
  'process',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'performance',
  'globalThis',
]
const IMPURE_CALLS = /^(?:Date\.now|Math\.random|crypto\.\w+|new Date)$/

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const sources = join(root, 'src')

interface Import {
  readonly target: string
  readonly types: boolean
  readonly names: readonly string[]
}

interface SourceFile {
  /** Relative to `src/`. */
  readonly path: string
  readonly room: string
  readonly imports: readonly Import[]
  readonly impurities: readonly string[]
}

const roomOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] as string) : path)

const namesOf = (clause: ts.ImportClause | undefined): string[] => {
  const bindings = clause?.namedBindings
  return bindings && ts.isNamedImports(bindings)
    ? bindings.elements.filter((one) => !one.isTypeOnly).map((one) => (one.propertyName ?? one.name).text)
    : []
}

const onlyTypes = (clause: ts.ImportClause | undefined): boolean => {
  if (!clause) return false
  if (clause.isTypeOnly) return true
  const bindings = clause.namedBindings
  return (
    !clause.name &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.every((one) => one.isTypeOnly)
  )
}

const readImport = (node: ts.Node): Import | null => {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
    return {
      target: node.moduleSpecifier.text,
      types: onlyTypes(node.importClause),
      names: namesOf(node.importClause),
    }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
    return { target: node.moduleSpecifier.text, types: node.isTypeOnly, names: [] }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments
    return argument && ts.isStringLiteral(argument)
      ? { target: argument.text, types: false, names: [] }
      : null
  }
  return null
}

/** A global that is read, not a property or a name of the file's own. */
const readImpurity = (node: ts.Node, declared: ReadonlySet<string>): string | null => {
  if (ts.isPropertyAccessExpression(node) && IMPURE_CALLS.test(node.getText())) return node.getText()
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
    return 'new Date()'
  if (!ts.isIdentifier(node) || !IMPURE_GLOBALS.includes(node.text) || declared.has(node.text)) return null
  const { parent } = node
  const isName =
    (ts.isPropertyAccessExpression(parent) ||
      ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isMethodSignature(parent)) &&
    parent.name === node
  return isName ? null : node.text
}

const declaredIn = (file: ts.SourceFile): Set<string> => {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    const name = (node as ts.NamedDeclaration).name
    if (
      (ts.isVariableDeclaration(node) ||
        ts.isParameter(node) ||
        ts.isFunctionDeclaration(node) ||
        ts.isBindingElement(node)) &&
      name &&
      ts.isIdentifier(name)
    )
      names.add(name.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return names
}

const readSource = (path: string): SourceFile => {
  const file = ts.createSourceFile(
    path,
    readFileSync(join(sources, path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  )
  const imports: Import[] = []
  const impurities: string[] = []
  const declared = declaredIn(file)
  const visit = (node: ts.Node): void => {
    const found = readImport(node)
    if (found) imports.push(found)
    const impurity = readImpurity(node, declared)
    if (impurity) impurities.push(impurity)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return { path, room: roomOf(path), imports, impurities }
}

const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .map(readSource)

/** The file of `src/` that an import names; null for a package. */
const resolve = (from: string, target: string): string | null =>
  target.startsWith('.') ? posix.join(posix.dirname(from), target).replace(/\.js$/, '.ts') : null

const edges = files.flatMap((file) =>
  file.imports.map((one) => ({ file, one, to: resolve(file.path, one.target) })),
)
const told = (edge: (typeof edges)[number]) => `${edge.file.path} imports ${edge.one.target}`

test('every room is one of the house', () => {
  const rooms = new Set(files.map(({ room }) => room))
  const known = [...Object.keys(TABLE), 'main', 'words.ts']
  expect([...rooms].filter((room) => !known.includes(room))).toEqual([])
})

test('rooms import what the table allows', () => {
  const wrong = edges.filter(({ file, one, to }) => {
    if (to === null || to === 'words.ts' || file.room === 'main') return false
    const room = roomOf(to)
    const asTypes = file.room === 'commands' && room === 'platform' && one.types
    return room !== file.room && !asTypes && !TABLE[file.room]?.includes(room)
  })
  expect(wrong.map(told)).toEqual([])
})

test('words.ts imports nothing', () => {
  expect(files.find(({ path }) => path === 'words.ts')?.imports).toEqual([])
})

test('the product does not know the rehearsal wing; only main opens it', () => {
  const wrong = edges.filter(
    ({ file, to }) => to?.startsWith('rehearsal/') && !['rehearsal', 'main'].includes(file.room),
  )
  expect(wrong.map(told)).toEqual([])
})

describe('pure rooms do not touch the world', () => {
  test('by import', () => {
    const wrong = edges.filter(({ file, one, to }) => {
      if (to !== null || one.types || !PURE.includes(file.room)) return false
      if (one.target.startsWith('node:'))
        return one.names.length === 0 || one.names.some((name) => !PURE_NODE[one.target]?.includes(name))
      return /^@actions\/|^@aws-sdk\/|^@smithy\//.test(one.target)
    })
    expect(wrong.map(told)).toEqual([])
  })

  test('by a global', () => {
    const wrong = files.filter(({ room, impurities }) => PURE.includes(room) && impurities.length > 0)
    expect(wrong.map(({ path, impurities }) => `${path}: ${impurities.join(', ')}`)).toEqual([])
  })
})

test('there is no cycle', () => {
  const next = new Map(
    files.map(({ path }) => [
      path,
      edges.filter((edge) => edge.file.path === path && !edge.one.types).flatMap(({ to }) => to ?? []),
    ]),
  )
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(' → '))
    if (done.has(path) || way.includes(path)) return
    for (const to of next.get(path) ?? []) visit(to, [...way, path])
    done.add(path)
  }
  for (const { path } of files) visit(path, [])
  expect(cycles).toEqual([])
})

test('no room for everything', () => {
  const everything = files.filter(({ path }) =>
    /(?:^|[/-])(?:utils?|helpers?|managers?|common)(?:[./-]|$)/i.test(path),
  )
  expect(everything.map(({ path }) => path)).toEqual([])
})

test('only doors to the world start programs, and never through a shell', () => {
  const wrong = files.filter(({ path }) =>
    /\bshell:\s*true|\bexecSync\(|[^.\w]exec\(/.test(readFileSync(join(sources, path), 'utf8')),
  )
  expect(wrong.map(({ path }) => path)).toEqual([])
})

describe('an action has its command, its entry and its bundle', () => {
  test.each(readdirSync(join(root, 'actions')))('%s', (name) => {
    for (const path of [
      `actions/${name}/action.yml`,
      `actions/${name}/README.md`,
      `src/commands/${name}.ts`,
      `src/main/${name}.ts`,
      `dist/${name}/index.js`,
    ])
      expect([path, existsSync(join(root, path))]).toEqual([path, true])
    expect(readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8')).toContain(
      `main: ../../dist/${name}/index.js`,
    )
  })
})

test('the project names no package registry, and no path of one machine', () => {
  const names = ['registry.npmjs' + '.org', 'pypi' + '.org', 'proxy.golang' + '.org', 'deb.debian' + '.org']
  const tracked = [
    'package-lock.json',
    'package.json',
    ...files.map(({ path }) => relative(root, join(sources, path))),
  ]
  const wrong = tracked.filter((path) =>
    names.some((name) => readFileSync(join(root, path), 'utf8').includes(name)),
  )
  expect(wrong).toEqual([])
})
