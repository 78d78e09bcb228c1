import type { Widened } from '../inputs.js'
import type { NamedContext, Service } from '../service.js'
import type { Instruction } from './instruction.js'
import { familiarName } from './reference.js'
import { type Source, sourcesOf } from './sources.js'
import { findStage, type Stage } from './stages.js'

/** The stages that a target needs, and what all of them read from outside. */
export interface Reached {
  /** In the order of the Dockerfile; without those that a named context stands for. */
  readonly stages: readonly Stage[]
  /** Without those that point at another stage. */
  readonly sources: readonly Source[]
  readonly outside: readonly Outside[]
  readonly widened: readonly Widened[]
}

/** What no file of this repository holds. */
export interface Outside {
  /** As the Dockerfile calls it. */
  readonly reference: string
  /** An image or an address with a digest in it can only ever be one thing. */
  readonly pinned: boolean
  /** Set where a named context says that it is the image of a service. */
  readonly service: Extract<NamedContext, { kind: 'service' }>['service'] | null
  readonly instruction: Instruction
}

/** What one stage leads to. */
interface Links {
  readonly stages: readonly Stage[]
  readonly sources: readonly Source[]
  readonly outside: readonly Outside[]
  readonly widened: readonly Widened[]
}

/** A Dockerfile in the hands of one service. */
interface Reading {
  readonly all: readonly Stage[]
  readonly escapeToken: string
  readonly contexts: Service['contexts']
  readonly named: (reference: string) => NamedContext | undefined
}

export const reach = (
  all: readonly Stage[],
  target: Stage,
  escapeToken: string,
  contexts: Service['contexts'] = {},
): Reached => {
  const reading: Reading = { all, escapeToken, contexts, named: (name) => contexts[familiarName(name)] }
  const links = new Map<number, Links>()
  const waiting = [target]
  for (let stage = waiting.pop(); stage; stage = waiting.pop()) {
    if (links.has(stage.index)) continue
    const found = linksOf(reading, stage)
    links.set(stage.index, found)
    waiting.push(...found.stages)
  }
  const every = all.flatMap(({ index }) => links.get(index) ?? [])
  return {
    stages: all.filter((stage) => links.has(stage.index) && !replacement(reading, stage)),
    sources: every.flatMap(({ sources }) => sources),
    outside: every.flatMap(({ outside }) => outside),
    widened: every.flatMap(({ widened }) => widened),
  }
}

/** A named context of a stage's name stands for all of that stage. */
const replacement = ({ named }: Reading, { name }: Stage): NamedContext | undefined =>
  name === null ? undefined : named(name)

const linksOf = (reading: Reading, stage: Stage): Links => {
  const instead = replacement(reading, stage)
  if (instead) return contextLinks(instead, stage.name as string, stage.from, WHOLE(stage.from))
  const steps = stage.steps
    .flatMap((step) => sourcesOf(step, reading.escapeToken))
    .map((source) => sourceLinks(reading, source))
  const every = [baseLinks(reading, stage), ...steps]
  return {
    stages: every.flatMap(({ stages }) => stages),
    sources: every.flatMap(({ sources }) => sources),
    outside: every.flatMap(({ outside }) => outside),
    widened: every.flatMap(({ widened }) => widened),
  }
}

const NONE: Links = { stages: [], sources: [], outside: [], widened: [] }
const WHOLE = (instruction: Instruction): Source[] => [
  { kind: 'context', context: null, pattern: '.', instruction },
]

const imageLinks = (image: string, instruction: Instruction): Links =>
  image === 'scratch'
    ? NONE
    : {
        ...NONE,
        outside: [{ reference: image, pinned: image.includes('@sha256:'), service: null, instruction }],
      }

/** What is read of a named context: `picks`, where it is a folder. */
const contextLinks = (
  context: NamedContext,
  reference: string,
  instruction: Instruction,
  picks: readonly Source[],
): Links => {
  if (context.kind === 'service')
    return { ...NONE, outside: [{ reference, pinned: false, service: context.service, instruction }] }
  if (context.kind === 'remote') return imageLinks(context.address, instruction)
  const name = familiarName(reference)
  return {
    ...NONE,
    sources: picks.map((source) => (source.kind === 'context' ? { ...source, context: name } : source)),
  }
}

/** Such images copy the whole context by ONBUILD, and say so in their name. */
const foreignTriggers = (image: string, line: number): Widened[] =>
  /onbuild/i.test(image)
    ? [{ reason: 'onbuild', detail: `what ${image} does ONBUILD is not known here`, line }]
    : []

const baseLinks = (reading: Reading, { base, index, from }: Stage): Links => {
  if (base.kind === 'stage') return { ...NONE, stages: [reading.all[base.index] as Stage] }
  const { value, undecided } = base.name
  if (undecided.length > 0) return anyBase(reading, index, from, undecided)
  const context = reading.named(value)
  if (context) return contextLinks(context, value, from, WHOLE(from))
  return { ...imageLinks(value, from), widened: foreignTriggers(value, from.line) }
}

/** The base may be any of the stages before it, and any named context; the reader of the plan is told. */
const anyBase = (
  { all, contexts }: Reading,
  index: number,
  from: Instruction,
  undecided: readonly string[],
): Links => {
  const named = Object.entries(contexts).map(([name, one]) => contextLinks(one, name, from, WHOLE(from)))
  const every = [imageLinks(from.rest, from), ...named]
  const detail = `FROM ${from.rest} depends on ${undecided.join(', ')}`
  const isOpen = index > 0 || named.length > 0
  return {
    stages: all.slice(0, index),
    sources: every.flatMap(({ sources }) => sources),
    outside: every.flatMap(({ outside }) => outside),
    widened: isOpen ? [{ reason: 'base-depends-on-platform', detail, line: from.line }] : [],
  }
}

const sourceLinks = (reading: Reading, source: Source): Links => {
  if (source.kind === 'remote') return remoteLinks(source)
  if (source.kind !== 'from') return { ...NONE, sources: [source] }
  const { reference, numbered, instruction, picks } = source
  const stage = findStage(reading.all, reference, numbered)
  const context = stage ? replacement(reading, stage) : reading.named(reference)
  if (context) return contextLinks(context, stage?.name ?? reference, instruction, picks)
  return stage ? { ...NONE, stages: [stage] } : imageLinks(reference, instruction)
}

const remoteLinks = ({ address, pinned, instruction }: Extract<Source, { kind: 'remote' }>): Links => ({
  ...NONE,
  outside: [{ reference: address, pinned, service: null, instruction }],
})
