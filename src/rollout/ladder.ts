import { RANGES, tenthsOf } from '../environment/ranges.js'
import type { EnvironmentSettings } from '../environment/settings.js'
import { type Problem, StaggerError } from '../words.js'
import { ALL, type Shape, type Step, stepsOf } from './shape.js'

type Shifting = Extract<Shape, { readonly tenths: number }>

/** A ladder as it was asked for, in percent and minutes. */
export type Ladder = readonly { readonly percent: number; readonly minutes: number }[]

/** What ECS can play of a ladder: one share and then all, or equal shares in equal times. */
export const shapeOfLadder = (ladder: Ladder, bakeMinutes: number): Shape => {
  const asked = rungs(ladder, bakeMinutes)
  if (asked.length === 1) return { strategy: 'blue-green', bakeMinutes: asked[0]?.minutes ?? bakeMinutes }
  const fitting = candidates(asked).find((shape) => same(stepsOf(shape), asked))
  if (fitting) return fitting
  throw new StaggerError(noShape(asked))
}

/** Before anything is asked of AWS. */
export const checkLadder = ({ steps, strategy, bakeMinutes = 0 }: EnvironmentSettings): void => {
  if (steps && strategy === undefined) shapeOfLadder(steps, bakeMinutes)
}

const rungs = (ladder: Ladder, bakeMinutes: number): readonly Step[] => {
  const steps = ladder.map(({ percent, minutes }) => ({ tenths: tenthsOf(percent), minutes }))
  return steps.at(-1)?.tenths === ALL ? steps : [...steps, { tenths: ALL, minutes: bakeMinutes }]
}

const same = (one: readonly Step[], other: readonly Step[]): boolean =>
  one.length === other.length &&
  one.every(({ tenths, minutes }, at) => tenths === other[at]?.tenths && minutes === other[at]?.minutes)

/** Every canary and every linear that has something of what was asked. */
const candidates = (asked: readonly Step[]): readonly Shifting[] => {
  const before = asked.slice(0, -1)
  const bakeMinutes = Math.min(asked.at(-1)?.minutes ?? 0, RANGES.bakeMinutes.most)
  const total = before.reduce((sum, { minutes }) => sum + minutes, 0)
  const canaries = before.map(
    ({ tenths }): Shifting => ({ strategy: 'canary', tenths, stepMinutes: atMost(total), bakeMinutes }),
  )
  return [...canaries, ...linears(before, total, bakeMinutes)]
}

const atMost = (minutes: number): number => Math.min(minutes, RANGES.bakeMinutes.most)

const linears = (before: readonly Step[], total: number, bakeMinutes: number): readonly Shifting[] => {
  const least = RANGES.linearPercent.least * 10
  const even = Array.from({ length: 33 }, (_, at) => Math.ceil(ALL / (at + 1)))
  const steps = [...new Set([...before.map(({ tenths }) => tenths), ...even])]
  return steps
    .filter((tenths) => tenths >= least && tenths < ALL)
    .map((tenths): Shifting => {
      const many = Math.ceil(ALL / tenths) - 1
      return { strategy: 'linear', tenths, stepMinutes: atMost(Math.round(total / many)), bakeMinutes }
    })
}

/** The traffic in tenths of a percent times minutes by which two ladders differ. */
const apart = (one: readonly Step[], other: readonly Step[]): number => {
  const moments = [...new Set([0, ...ends(one), ...ends(other)])].sort((a, b) => a - b)
  return moments.reduce((sum, from, at) => {
    const length = (moments[at + 1] ?? from) - from
    return sum + Math.abs(shareAt(one, from) - shareAt(other, from)) * length
  }, 0)
}

const ends = (steps: readonly Step[]): readonly number[] => {
  let end = 0
  return steps.map(({ minutes }) => {
    end += minutes
    return end
  })
}

const shareAt = (steps: readonly Step[], minute: number): number =>
  steps[ends(steps).findIndex((end) => minute < end)]?.tenths ?? ALL

/** Nearest first; of two that are equally near, the one that gives the new version less at once. */
export const nearestShapes = (asked: readonly Step[]): readonly Shifting[] =>
  candidates(asked)
    .map((shape) => ({ shape, far: apart(stepsOf(shape), asked) }))
    .sort((a, b) => a.far - b.far || a.shape.tenths - b.shape.tenths)
    .map(({ shape }) => shape)

const noShape = (asked: readonly Step[]): Problem => {
  const near = nearestShapes(asked)
  const kinds = ['canary', 'linear'] as const
  const nearest = kinds.flatMap((kind) => near.find(({ strategy }) => strategy === kind) ?? [])
  const [first] = near
  return {
    code: 'no-such-ladder',
    fault: 'caller',
    problem: 'ECS has no shape for these steps',
    why: [
      'It moves one share and then all (canary), or equal shares in equal times (linear).',
      `asked:  ${tellSteps(asked)}`,
      ...nearest.map((shape) => `${shape.strategy}: ${tellSteps(stepsOf(shape))}`),
    ].join('\n'),
    fix: first ? `The nearest: ${asSettings(first)}` : 'Name a share below 100%.',
  }
}

export const tellPercent = (tenths: number): string => `${tenths / 10}%`

/** `1% for 10 min, 5% for 10 min, 100%` */
export const tellSteps = (steps: readonly Step[]): string => {
  const told = steps.map(({ tenths, minutes }) =>
    minutes > 0 ? `${tellPercent(tenths)} for ${minutes} min` : tellPercent(tenths),
  )
  const [first, second] = told
  if (told.length <= 6) return told.join(', ')
  return `${[first, second].join(', ')}, … ${told.slice(-2).join(', ')} (${told.length} steps)`
}

const asSettings = ({ strategy, tenths, stepMinutes, bakeMinutes }: Shifting): string =>
  `strategy: ${strategy}, ${strategy}: { percent: ${tenths / 10}, minutes: ${stepMinutes} }, bakeMinutes: ${bakeMinutes}`
