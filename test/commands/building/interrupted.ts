import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from '@jest/globals'
import pLimit from 'p-limit'
import type { TestGround } from '../../ground/ground.js'
import { cart } from './cart.js'
import { type Cut, isNowhere, isWhole, lookBetween } from './judged.js'
import { openMortal } from './mortal.js'
import { isOurs, isWriting, kindOf, type Point, pointsOf, reached } from './points.js'
import {
  BUILD,
  type Builder,
  isBuild,
  KILL_AT,
  openWorkbench,
  type Watched,
  type Workbench,
} from './workbench.js'

/** A machine of two cores has some time left while a process starts. */
const AT_ONCE = 3
/** Dozens of builds, where something else keeps the machine busy. */
const PATIENCE = 15 * 60_000

/** All of them, also where one fails: nothing goes on behind it. */
const atEach = async <P, T>(points: readonly P[], cut: (at: P) => Promise<T>): Promise<readonly T[]> => {
  const limit = pLimit(AT_ONCE)
  const all = await Promise.allSettled(points.map((at) => limit(() => cut(at))))
  return all.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
}

interface Case {
  readonly builder: Builder
  readonly registry: string | (() => string)
  /** The exit code of tests in the image; null for none. */
  readonly checks?: number | null
}

/** Each has an image of its own: a builder that has pushed a layer elsewhere asks for other things. */
const withBench = async <T>(
  { builder, registry, checks = null }: Case,
  body: (bench: Workbench, text: string) => Promise<T>,
): Promise<T> => {
  const bench = await openWorkbench(builder, registry)
  const text = `what cart is made of: ${randomUUID()}`
  try {
    bench.repository.commit({ ...cart({ checks, text }) })
    return await body(bench, text)
  } finally {
    await bench.close()
  }
}

/** A run that nothing disturbs, and what it asks for. */
const whole = (wanted: Case): Promise<Watched & { readonly kinds: readonly string[] }> =>
  withBench(wanted, async (bench) => {
    const kinds: string[] = []
    bench.interfere = (line, who) => {
      kinds.push(kindOf(line, who))
      return null
    }
    return { ...(await bench.build()), kinds }
  })

/** Nothing is in the way of the next run. */
const onceMore = async (
  bench: Workbench,
  cut: Pick<Cut, 'at' | 'text' | 'first'>,
  builder: Builder | null = null,
): Promise<Cut> => {
  bench.interfere = () => null
  const between = await lookBetween(bench)
  return { ...cut, between, again: await (builder ? bench.buildWith(builder) : bench.build()) }
}

/** A process cannot tidy up after this; what it started goes on without it. */
const killProcess = (wanted: Case, at: Point, judge: typeof isWhole): Promise<void> =>
  withBench(wanted, async (bench, text) => {
    const { child, ended } = bench.start(BUILD)
    const isHere = reached(at)
    const kill = () => void child.kill('SIGKILL')
    bench.interfere = (line, who) => {
      if (!isHere(line, who)) return null
      if (at.side === 'answered') return { answered: kill }
      kill()
      return isOurs(at) ? 'reset' : null
    }
    const first = await ended
    expect({ at, code: first.code }).toEqual({ at, code: null })
    await judge(bench, await onceMore(bench, { at, text, first }))
  })

/** The same, between two requests. */
const killAtCall = (wanted: Case, call: number, judge: typeof isWhole): Promise<void> =>
  withBench(wanted, async (bench, text) => {
    const first = await bench.start(BUILD, { [KILL_AT]: `${call}` }).ended
    const at = first.calls.at(call - 1) ?? call
    expect({ at, code: first.code }).toEqual({ at, code: null })
    await judge(bench, await onceMore(bench, { at, text, first }))
  })

/** A builder asks again for a minute and more: so it is killed too. Stagger itself gives up, and tells it. */
const killRegistry = async (builder: Builder, at: Point, engine: TestGround['engine']): Promise<void> => {
  const mortal = await openMortal(engine)
  return withBench({ builder, registry: mortal.address }, async (bench, text) => {
    const { ended, killAll } = bench.start(BUILD)
    const isHere = reached(at)
    bench.interfere = async (line, who) => {
      if (isHere(line, who)) {
        if (at.side === 'answered') return { answered: mortal.kill }
        await mortal.kill()
      }
      if (mortal.status() !== null && !isOurs({ kind: kindOf(line, who) })) killAll()
      return mortal.status()
    }
    const first = await ended
    expect({ at, code: first.code }).toEqual({ at, code: isOurs(at) ? 3 : null })
    await mortal.revive()
    await isWhole(bench, await onceMore(bench, { at, text, first }))
  }).finally(mortal.close)
}

/** Each point at which a build that pushes can be cut off, for one builder. */
export const interrupting = (openBuilder: () => Promise<Builder>, { engine, registry }: TestGround): void => {
  let passing: Case
  let points: readonly Point[]
  beforeAll(async () => {
    passing = { builder: await openBuilder(), registry: registry.address }
    const { code, kinds, stderr } = await whole(passing)
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
    points = pointsOf(kinds)
  })

  const kill9 = (what: string, body: () => Promise<unknown>) =>
    test(`kill -9 of ${what}`, async () => void (await body()), PATIENCE)

  kill9('the process at its requests', () => atEach(points, (at) => killProcess(passing, at, isWhole)))

  kill9('the registry at the requests', () =>
    atEach(points, (at) => killRegistry(passing.builder, at, engine)),
  )

  kill9('the process where the tests of the image fail', async () => {
    const failing = { ...passing, checks: 1 }
    const { code, rows, kinds, calls } = await whole(failing)
    expect({ code, rows }).toMatchObject({ code: 1, rows: [{ problem: { code: 'tests-failed' } }] })
    await atEach(pointsOf(kinds).filter(isWriting), (at) => killProcess(failing, at, isNowhere))
    // Before it builds, nothing has happened.
    const building = [...calls.keys()].slice(calls.findIndex(isBuild))
    await atEach(building, (index) => killAtCall(failing, index + 1, isNowhere))
  })
}

interface Lost {
  readonly builder: Builder
  readonly kill: () => Promise<void>
}

/** What dies is the builder itself, with all that it holds; the next run has another one, as on another machine. */
export const losingBuilder = (openLost: () => Promise<Lost>, { engine, registry }: TestGround): void => {
  const killBuilder = async (at: Point): Promise<void> => {
    const { builder, kill } = await openLost()
    await withBench({ builder, registry: registry.address }, async (bench, text) => {
      let isDead = false
      const isHere = reached(at)
      bench.interfere = async (line, who) => {
        if (!isHere(line, who)) return null
        isDead = true
        await kill()
        return isOurs(at) ? null : 'reset'
      }
      const first = await bench.build()
      expect({ at, isDead }).toEqual({ at, isDead: true })
      const cut = await onceMore(bench, { at, text, first }, engine)
      // What it was asked for, it did not come to.
      if (!isOurs(at)) expect([at, first.code === 0, cut.between.names]).toEqual([at, false, []])
      await isWhole(bench, cut)
    }).finally(kill)
  }

  test(
    'kill -9 of the builder',
    async () => {
      const { builder, kill } = await openLost()
      const { kinds } = await whole({ builder, registry: registry.address }).finally(kill)
      await atEach(builderPoints(kinds), killBuilder)
    },
    PATIENCE,
  )
}

/** Its own requests, and Stagger's before the first and after the last of them, and the last of all. */
const builderPoints = (kinds: readonly string[]): readonly Point[] => {
  const points = pointsOf(kinds).filter(({ side }) => side === 'before')
  const after = points.findLastIndex((point) => !isOurs(point)) + 1
  return points.filter((point, at) => !isOurs(point) || [0, after, points.length - 1].includes(at))
}
