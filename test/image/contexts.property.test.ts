import { spawnSync } from 'node:child_process'
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { contextReader } from '../../src/catalog/context-reader.js'
import type { StageInputs } from '../../src/catalog/inputs.js'
import { PLAIN } from '../../src/catalog/service.js'
import { serviceInputs } from '../../src/catalog/stage-inputs.js'
import { gatherContexts } from '../../src/image/contexts.js'
import { files } from '../../src/platform/files.js'
import type { Oid, ServiceName } from '../../src/words.js'
import { type Content, memoryTree } from '../catalog/memory-tree.js'

const CART = { ...PLAIN, name: 'cart' as ServiceName, path: '.', dockerfile: 'Dockerfile', context: '.' }
const NOTHING = {
  head: async () => null,
  changed: async () => [],
  below: async () => ({ kind: 'missing' }) as const,
}

/** Names that differ in their case, and that a shell or a pattern would trip over. */
const name = fc.constantFrom('a', 'A', 'b', 'lib', 'Lib', 'x y', '-x', '$(id)', 'é', '.env', 'a.js')
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'))
const content: fc.Arbitrary<Content> = fc.oneof(
  fc.string(),
  fc.record({ link: fc.constantFrom('a', '../a', '/etc/passwd', '../../..', 'lib/b', 'x') }),
  fc.record({ executable: fc.string() }),
)
/** No file where another one needs a folder. */
const tree = fc
  .uniqueArray(fc.tuple(path, content), { selector: ([one]) => one, maxLength: 12 })
  .map((entries) =>
    entries.filter(([one]) => !entries.some(([other]) => other !== one && other.startsWith(`${one}/`))),
  )
const sources = fc.array(fc.oneof(path, fc.constantFrom('.', 'a*', 'lib/?', '*')), {
  minLength: 1,
  maxLength: 3,
})
const ignored = fc.option(fc.array(fc.tuple(fc.constantFrom('', '!'), path), { maxLength: 3 }))

/** The files that a stage's inputs name, looked up in the table of all files: each with its mode and text. */
const expected = (table: Readonly<Record<string, Content>>, { inputs }: Pick<StageInputs, 'inputs'>) => {
  const isNamed = (one: string) =>
    inputs.some(({ path: input }) => input === '.' || one === input || one.startsWith(`${input}/`))
  return Object.fromEntries(
    Object.entries(table)
      .filter(([one]) => isNamed(one))
      .map(([one, held]) => [one, shown(held)]),
  )
}

const shown = (held: Content): string => {
  if (typeof held === 'string') return `644 ${held}`
  if ('link' in held) return `link ${held.link}`
  return 'executable' in held ? `755 ${held.executable}` : 'submodule'
}

const listing = (folder: string, below = ''): Record<string, string> =>
  Object.assign(
    {},
    ...readdirSync(join(folder, below)).map((one) => {
      const child = below === '' ? one : `${below}/${one}`
      const found = lstatSync(join(folder, child))
      expect(found.mtimeMs).toBe(Date.UTC(2000, 0, 1))
      if (found.isDirectory()) {
        expect(found.mode & 0o7777).toBe(0o755)
        return listing(folder, child)
      }
      if (found.isSymbolicLink()) return { [child]: `link ${readlinkSync(join(folder, child))}` }
      return { [child]: `${(found.mode & 0o7777).toString(8)} ${readFileSync(join(folder, child), 'utf8')}` }
    }),
  )

const archive = (folder: string): Buffer =>
  spawnSync('tar', [
    '--create',
    '--sort=name',
    '--numeric-owner',
    '--format=posix',
    '--pax-option=delete=atime,delete=ctime',
    '-C',
    folder,
    '.',
  ]).stdout

test('a context holds exactly the inputs, and is the same byte for byte each time', async () => {
  await fc.assert(
    fc.asyncProperty(tree, sources, ignored, async (entries, words, rules) => {
      const copy = `COPY ${JSON.stringify([...words, '/to/'])}`
      const table: Record<string, Content> = {
        ...Object.fromEntries(entries),
        Dockerfile: `FROM scratch\n${copy}\n`,
      }
      if (rules) table['.dockerignore'] = rules.map(([sign, rule]) => `${sign}${rule}\n`).join('')
      const objects = memoryTree(table)
      const { image } = await serviceInputs(CART, objects, objects.root, contextReader(objects, objects.root))
      const from = { objects, root: objects.root, commit: '1'.repeat(40) as Oid, workTree: NOTHING }
      const contexts = await gatherContexts(from, CART, image)
      const make = () => files.buildFolder(contexts.dockerfile, contexts.main, (oid) => objects.blob(oid))
      const [one, other] = [await make(), await make()]
      try {
        expect(listing(one.context)).toEqual(expected(table, image))
        expect(archive(one.context).equals(archive(other.context))).toBe(true)
      } finally {
        await Promise.all([one.remove(), other.remove()])
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)
