import { beforeAll, expect, test } from '@jest/globals'
import pLimit from 'p-limit'
import { FOLDER_ONLY, type Kept, keep } from '../../../src/rehearsal/ground/keeper.js'
import { type Registry, startRegistry } from '../../../src/rehearsal/ground/registry.js'
import type { TestGround } from '../../ground/ground.js'
import type { Content } from '../../platform/repository.js'
import { cart, contentOf, ledgerOf, namesIn } from './cart.js'
import { BUILD, type Builder, openWorkbench, type Watched, type Workbench } from './workbench.js'

/** A machine of two cores has some time left while a process starts. */
const AT_ONCE = 3

/** What a run was cut off at, and what it and the next one came to. */
interface Cut {
  readonly at: number
  readonly first: Watched
  /** The names that the registry held in between. */
  readonly named: readonly string[]
  readonly again: Watched
}

/** Cuts a build off at each request of a whole one, and runs it again each time. */
const atEach = async (
  points: readonly number[],
  cut: (at: number) => Promise<Cut>,
): Promise<readonly Cut[]> => {
  const limit = pLimit(AT_ONCE)
  const all = await Promise.allSettled(points.map((at) => limit(() => cut(at))))
  return all.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
}

const withBench = async <T>(
  builder: Builder,
  registry: string | (() => string),
  contents: Contents,
  body: (bench: Workbench) => Promise<T>,
): Promise<T> => {
  const bench = await openWorkbench(builder, registry)
  try {
    bench.repository.commit({ ...contents })
    return await body(bench)
  } finally {
    await bench.close()
  }
}

const nth = (at: number, cut: () => void | Promise<void>) => {
  let seen = 0
  return async (): Promise<null> => {
    if (++seen === at) await cut()
    return null
  }
}

/** What holds of an image whose tests pass, wherever the run before was cut off. */
const isWhole = async (
  { prefix, repository }: Workbench,
  { at, first, named, again }: Cut,
): Promise<void> => {
  // Where all was done in time, the next run has nothing to do.
  const row = again.rows[0] ?? first.rows[0]
  const told = {
    at,
    code: again.code,
    problem: row?.problem ?? null,
    tested: row?.tested ?? true,
    stderr: '',
  }
  expect({ ...told, stderr: again.code === 0 ? '' : again.stderr }).toEqual({
    at,
    code: 0,
    problem: null,
    tested: true,
    stderr: '',
  })
  // Nothing is named that no test has passed; what no name tells of is tested again.
  expect({ at, tests: named.length > 0 ? first.tests : 1 }).toEqual({ at, tests: 1 })
  expect({ at, known: row?.testsRan || named.some(isVerdict) || ledgerOf(repository).writings > 0 }).toEqual({
    at,
    known: true,
  })
  const names = await namesIn(`${prefix}/cart`)
  expect({ at, names }).toEqual({
    at,
    names: [expect.stringMatching(/^in-/), expect.stringMatching(/^tested-/)],
  })
  const image = await contentOf(`${prefix}/cart`, names[0] ?? '')
  expect({ at, text: image?.text }).toEqual({ at, text: expect.stringContaining('what cart is made of') })
  expect({ at, verdict: (await contentOf(`${prefix}/cart`, names[1] ?? ''))?.digest }).toEqual({
    at,
    verdict: image?.digest,
  })
  const { writings, entry } = ledgerOf(repository)
  expect({ at, writings, digest: entry?.digest, repository: entry?.repository }).toEqual({
    at,
    writings: 1,
    digest: image?.digest,
    repository: `${prefix}/cart`,
  })
}

const isVerdict = (name: string): boolean => name.startsWith('tested-')
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1)

/** Each point at which a build that pushes can be cut off, for one builder. */
export const interrupting = (openBuilder: () => Promise<Builder>, { engine, registry }: TestGround): void => {
  let builder: Builder
  let requests: readonly string[]
  beforeAll(async () => {
    builder = await openBuilder()
    requests = await withBench(builder, registry.address, cart(), async (bench) => {
      const { code, asked, stderr } = await bench.build()
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
      return asked
    })
  })

  /** A process cannot tidy up after this; what it started goes on without it. */
  const killed = async (at: number, contents: Contents, judge: Judge): Promise<Cut> =>
    withBench(builder, registry.address, contents, async (bench) => {
      const { child, ended } = bench.start(BUILD)
      bench.interfere = nth(at, () => {
        child.kill('SIGKILL')
      })
      const first = await ended
      const named = await namesIn(`${bench.prefix}/cart`)
      bench.interfere = () => null
      const cut = { at, first, named, again: await bench.build() }
      await judge(bench, cut)
      return cut
    })

  test('kill -9 of the process at each request', async () => {
    const cuts = await atEach(upTo(requests.length), (at) => killed(at, cart(), isWhole))
    expectCut(cuts)
  })

  /** A builder asks again for a minute and more: so it is killed too. Whoever asks for Stagger gives up, and tells it. */
  const withoutRegistry = async (at: number): Promise<Cut> => {
    const mortal = await openMortal(engine)
    return withBench(builder, mortal.address, cart(), async (bench) => {
      const { ended, killAll } = bench.start(BUILD)
      const kill = nth(at, mortal.kill)
      bench.interfere = async (_, who) => {
        await kill()
        if (mortal.status() !== null && who !== 'node') killAll()
        return mortal.status()
      }
      const first = await ended
      await mortal.revive()
      const named = await namesIn(`${bench.prefix}/cart`)
      bench.interfere = () => null
      const cut = { at, first, named, again: await bench.build() }
      await isWhole(bench, cut)
      return cut
    }).finally(mortal.close)
  }

  test('kill -9 of the registry at each request that writes', async () => {
    const writing = requests.flatMap((line, index) => (/^(?:GET|HEAD) /.test(line) ? [] : [index + 1]))
    const cuts = await atEach(writing, withoutRegistry)
    const ends = new Map(cuts.map(({ at, first }) => [at, first.code]))
    // The last two are the names, which Stagger gives itself.
    expect(writing.map((at) => ends.get(at))).toEqual(
      writing.map((_, index) => (index < writing.length - 2 ? null : 3)),
    )
  })

  test('kill -9 of the process at each request, where the tests of the image fail', async () => {
    const contents = cart({ checks: 1 })
    const whole = await withBench(builder, registry.address, contents, (bench) => bench.build())
    expect(whole).toMatchObject({ code: 1, rows: [{ problem: { code: 'tests-failed' } }] })
    const cuts = await atEach(upTo(whole.asked.length), (at) =>
      killed(at, contents, async ({ prefix, repository }, { named, again }) => {
        expect([at, again.code, again.rows[0]?.problem?.code]).toEqual([at, 1, 'tests-failed'])
        const names = [...named, ...(await namesIn(`${prefix}/cart`))]
        expect({ at, names, writings: ledgerOf(repository).writings }).toEqual({ at, names: [], writings: 0 })
      }),
    )
    expectCut(cuts)
  })
}

/** A builder asks for several things at once: no two runs make quite as many requests. */
const expectCut = (cuts: readonly Cut[]): void => {
  const whole = cuts.filter(({ first }) => first.code !== null)
  expect(whole.map(({ at }) => at).filter((at) => at <= cuts.length - SPREAD)).toEqual([])
}

const SPREAD = 3

/** What dies is the builder itself, with all that it holds; the next run has another one, as on another machine. */
export const losingBuilder = (
  openLost: () => Promise<{ readonly builder: Builder; readonly kill: () => Promise<void> }>,
  { engine, registry }: TestGround,
): void => {
  test.each([
    ['while layers go to the registry', /^POST .*\/blobs\/uploads/],
    ['before the image is whole there', /^PUT .*\/manifests\/(?!in-|tested-)/],
  ])('the builder is killed %s', async (_, moment) => {
    const { builder, kill } = await openLost()
    await withBench(builder, registry.address, cart(), async (bench) => {
      let dead = false
      bench.interfere = async (line) => {
        if (!moment.test(line) || dead) return null
        dead = true
        await kill()
        return 'reset'
      }
      const first = await bench.build()
      expect(dead).toBe(true)
      expect(first.code).not.toBe(0)
      bench.interfere = () => null
      const named = await namesIn(`${bench.prefix}/cart`)
      expect(named).toEqual([])
      const again = await bench.buildWith(engine)
      await isWhole(bench, { at: 0, first, named, again })
    }).finally(kill)
  })
}

type Contents = Readonly<Record<string, Content>>
type Judge = (bench: Workbench, cut: Cut) => Promise<void>

/** A registry that can be killed, and comes back with what it had on its disk. */
const openMortal = async (engine: TestGround['engine']) => {
  const storage: Kept = keep({ script: FOLDER_ONLY })
  let life: Registry | null = await startRegistry(engine, `${storage.folder}/images`)
  const kill = async () => {
    await life?.stop()
    life = null
  }
  return {
    address: () => life?.address ?? '127.0.0.1:9',
    /** What a load balancer says for it. */
    status: () => (life === null ? 502 : null),
    kill,
    revive: async () => {
      life ??= await startRegistry(engine, `${storage.folder}/images`)
    },
    close: async () => {
      await kill()
      await storage.stop()
    },
  }
}
