import type { Widened } from '../inputs.js'
import { type Source, sourcesOf } from './sources.js'
import { findStage, type Stage } from './stages.js'

/** The stages that a target needs, and what all of them read from outside. */
export interface Reached {
  /** In the order of the Dockerfile. */
  readonly stages: readonly Stage[]
  /** Without those that point at another stage. */
  readonly sources: readonly Source[]
  readonly unpinned: readonly string[]
  readonly widened: readonly Widened[]
}

/** What one stage leads to. */
interface Links {
  readonly stages: readonly Stage[]
  readonly sources: readonly Source[]
  readonly images: readonly string[]
  readonly widened: readonly Widened[]
}

export const reach = (all: readonly Stage[], target: Stage, escapeToken: string): Reached => {
  const links = new Map<number, Links>()
  const waiting = [target]
  for (let stage = waiting.pop(); stage; stage = waiting.pop()) {
    if (links.has(stage.index)) continue
    const found = linksOf(all, stage, escapeToken)
    links.set(stage.index, found)
    waiting.push(...found.stages)
  }
  const stages = all.filter(({ index }) => links.has(index))
  const every = stages.map(({ index }) => links.get(index) as Links)
  return {
    stages,
    sources: every.flatMap(({ sources }) => sources),
    unpinned: [...new Set(every.flatMap(({ images }) => images))],
    widened: every.flatMap(({ widened }) => widened),
  }
}

const linksOf = (all: readonly Stage[], stage: Stage, escapeToken: string): Links => {
  const base = baseLinks(all, stage)
  const steps = stage.steps
    .flatMap((step) => sourcesOf(step, escapeToken))
    .map((source) => sourceLinks(all, source))
  const every = [base, ...steps]
  return {
    stages: every.flatMap(({ stages }) => stages),
    sources: every.flatMap(({ sources }) => sources),
    images: every.flatMap(({ images }) => images),
    widened: every.flatMap(({ widened }) => widened),
  }
}

const NONE: Links = { stages: [], sources: [], images: [], widened: [] }
const isPinned = (image: string) => image === 'scratch' || image.includes('@sha256:')

const imageLinks = (image: string): Pick<Links, 'images'> => ({ images: isPinned(image) ? [] : [image] })

/** Such images copy the whole context by ONBUILD, and say so in their name. */
const foreignTriggers = (image: string, line: number): Widened[] =>
  /onbuild/i.test(image)
    ? [{ reason: 'onbuild', detail: `what ${image} does ONBUILD is not known here`, line }]
    : []

const baseLinks = (all: readonly Stage[], { base, index, from }: Stage): Links => {
  if (base.kind === 'stage') return { ...NONE, stages: [all[base.index] as Stage] }
  const { value, undecided } = base.name
  if (undecided.length === 0)
    return { ...NONE, ...imageLinks(value), widened: foreignTriggers(value, from.line) }
  // The base may be any of the stages before it; the reader of the plan is told.
  const detail = `FROM ${from.rest} depends on ${undecided.join(', ')}`
  const widened = index > 0 ? [{ reason: 'base-depends-on-platform', detail, line: from.line }] : []
  return { ...NONE, stages: all.slice(0, index), images: [from.rest], widened }
}

const sourceLinks = (all: readonly Stage[], source: Source): Links => {
  if (source.kind === 'remote') return { ...NONE, images: source.pinned ? [] : [source.address] }
  if (source.kind !== 'from') return { ...NONE, sources: [source] }
  const stage = findStage(all, source.reference, source.numbered)
  return stage ? { ...NONE, stages: [stage] } : { ...NONE, ...imageLinks(source.reference) }
}
