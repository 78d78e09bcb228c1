import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Builder, openWorkbench, type Watched, type Workbench } from './workbench.js'

const SHOP = fileURLToPath(new URL('../../../examples/shop', import.meta.url))
const SERVICES = ['catalog', 'invoice', 'user']
/**
 * How often the registry is asked about a service that is there: for its image, and for the verdict on it where no ledger
 * knows one.
 */
const [KNOWN, WITHOUT_LEDGER] = [1, 2]

const writes = ({ asked }: Watched) => asked.filter((line) => !/^(?:GET|HEAD) /.test(line))
/** What was pushed under which name. */
const pushed = ({ asked }: Watched) =>
  asked.flatMap((line) => /^PUT .*\/manifests\/(.*)$/.exec(line)?.[1] ?? [])
const done = ({ code, rows, images, tests }: Watched) => ({
  code,
  rows: rows.map(({ name, outcome }) => `${name} ${outcome}`).sort(),
  images,
  tests,
})
const nothingDone = (watched: Watched) => {
  expect(watched).toMatchObject({ code: 0, images: 0, tests: 0 })
  expect(writes(watched)).toEqual([])
}

/** The example's shop, built again and again: the tests stand on each other, in this order. */
export const buildingAgain = (openBuilder: () => Promise<Builder>, registry: () => string): void => {
  let bench: Workbench
  beforeAll(async () => {
    bench = await openWorkbench(await openBuilder(), registry())
    cpSync(SHOP, bench.repository.directory, { recursive: true })
    bench.repository.commit({})
  })
  afterAll(() => bench?.close())
  const edit = (path: string, line: string) => {
    const text = readFileSync(join(bench.repository.directory, path), 'utf8')
    bench.repository.commit({ [path]: `${text}${line}\n` })
  }
  const ledger = () => bench.repository.git('ls-tree', '-r', '--name-only', 'refs/stagger/ledger')

  test('at first, all is built and tested', async () => {
    // One by one: the layers that they share are pushed once.
    expect(done(await bench.build('--jobs=1'))).toEqual({
      code: 0,
      rows: SERVICES.map((name) => `${name} built`),
      images: 3,
      tests: 3,
    })
    expect(ledger().split('\n')).toEqual(SERVICES.map((name) => `images/${name}.json`))
  })

  test('the same commit again: nothing is built, tested, uploaded, or even asked', async () => {
    const again = await bench.build()
    nothingDone(again)
    expect([again.rows, again.asked]).toEqual([[], []])
  })

  test('asked for by name, each service costs one look', async () => {
    const again = await bench.build(...SERVICES)
    nothingDone(again)
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(['reused', 'reused', 'reused'])
    expect(again.asked.length).toBeLessThanOrEqual(KNOWN * SERVICES.length)
  })

  test('without a ledger the registry tells that all is there and tested', async () => {
    const before = ledger()
    bench.repository.git('update-ref', '-d', 'refs/stagger/ledger')
    const again = await bench.build()
    nothingDone(again)
    expect(again.rows).toMatchObject(
      SERVICES.map(() => ({ outcome: 'reused', tested: true, testsRan: false })),
    )
    expect(again.asked.length).toBeLessThanOrEqual(WITHOUT_LEDGER * SERVICES.length)
    expect(ledger()).toBe(before)
  })

  test('a change to one service builds one image', async () => {
    edit('services/user/src/users.js', '// changed')
    expect(done(await bench.build())).toEqual({ code: 0, rows: ['user built'], images: 1, tests: 1 })
    nothingDone(await bench.build())
  })

  test('an edited test is run, and builds nothing', async () => {
    edit('services/user/test/users.test.js', '// changed')
    const edited = await bench.build()
    expect(done(edited)).toEqual({ code: 0, rows: ['user reused'], images: 0, tests: 1 })
    expect(edited.rows).toMatchObject([{ tested: true, testsRan: true }])
    // A builder that can keeps the layers of the tests, beside the images.
    expect(pushed(edited).filter((name) => name !== 'cache-test')).toEqual([
      expect.stringMatching(/^tested-/),
    ])
    nothingDone(await bench.build())
  })

  test('a change to what nobody reads costs no request', async () => {
    edit('README.md', 'changed')
    const again = await bench.build()
    nothingDone(again)
    expect(again.asked).toEqual([])
  })
}
