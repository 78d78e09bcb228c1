import { describe, expect, test } from '@jest/globals'
import type { Input } from '../../src/catalog/inputs.js'
import { contextFiles } from '../../src/image/context.js'
import type { FileMode, Objects, Oid, TreeEntry } from '../../src/words.js'

const oid = (name: string) => Buffer.from(name).toString('hex').padEnd(40, '0') as Oid
const input = (mode: FileMode, path: string, line = 1): Input => ({
  mode,
  path,
  oid: oid(path),
  because: { instruction: 'COPY', line },
})

/** Trees by the path of their folder; an entry's object id is its path's. */
const objects = (trees: Readonly<Record<string, Readonly<Record<string, FileMode>>>>): Objects => ({
  tree: async (id) => {
    const [folder, entries] = Object.entries(trees).find(([path]) => oid(path) === id) ?? ['', {}]
    return Object.entries(entries).map(
      ([name, mode]): TreeEntry => ({ mode, name, oid: oid(folder === '.' ? name : `${folder}/${name}`) }),
    )
  },
  blob: async () => new Uint8Array(),
})

const file = (path: string, whole = path, mode = '100644') => ({
  path,
  mode,
  oid: oid(whole),
  at: { file: 'cart/Dockerfile', line: 1, column: 1 },
})
const ROOT = { context: '.', dockerfile: 'cart/Dockerfile' }
const CART = { context: 'cart', dockerfile: 'cart/Dockerfile' }

describe('the files of a context', () => {
  test('are relative to its folder and keep their modes', async () => {
    const inputs = [input('100755', 'cart/run.sh'), input('120000', 'cart/link')]
    expect(await contextFiles(objects({}), CART, inputs)).toEqual([
      file('link', 'cart/link', '120000'),
      file('run.sh', 'cart/run.sh', '100755'),
    ])
  })

  test('a folder stands for everything below it', async () => {
    const trees = objects({ src: { 'a.ts': '100644', deep: '040000' }, 'src/deep': { 'b.ts': '100644' } })
    expect(await contextFiles(trees, ROOT, [input('040000', 'src')])).toEqual([
      file('src/a.ts'),
      file('src/deep/b.ts'),
    ])
  })

  test('the whole repository, as the input `.`', async () => {
    const trees = objects({ '.': { 'a.ts': '100644' } })
    expect(await contextFiles(trees, ROOT, [input('040000', '.')])).toEqual([file('a.ts')])
  })

  test('the context itself, as an input', async () => {
    const trees = objects({ cart: { 'a.ts': '100644' } })
    expect(await contextFiles(trees, CART, [input('040000', 'cart')])).toEqual([file('a.ts', 'cart/a.ts')])
  })

  test('what two instructions read comes once', async () => {
    const trees = objects({ src: { 'a.ts': '100644' } })
    const inputs = [input('100644', 'src/a.ts'), input('040000', 'src')]
    expect(await contextFiles(trees, ROOT, inputs)).toEqual([file('src/a.ts')])
  })

  test('a submodule is refused by name, with the instruction that reads it', async () => {
    const trees = objects({ vendor: { lib: '160000' } })
    await expect(contextFiles(trees, ROOT, [input('040000', 'vendor', 7)])).rejects.toMatchObject({
      problems: [
        {
          code: 'submodule-in-context',
          fault: 'caller',
          problem: expect.stringContaining('vendor/lib'),
          at: { file: 'cart/Dockerfile', line: 7 },
        },
      ],
    })
  })

  test('a folder beside the context is none of it, also where its name begins alike', async () => {
    await expect(contextFiles(objects({}), CART, [input('100644', 'cartoon/a')])).rejects.toThrow(
      'outside of its context',
    )
  })
})
