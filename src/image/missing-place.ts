import { posix } from 'node:path'
import { splitArguments } from '../catalog/dockerfile/cut.js'
import { expand } from '../catalog/dockerfile/expand.js'
import type { Instruction } from '../catalog/dockerfile/instruction.js'
import { familiarName } from '../catalog/dockerfile/reference.js'
import { type Source, sourcesOf } from '../catalog/dockerfile/sources.js'
import type { Stage, Step } from '../catalog/dockerfile/stages.js'
import { lookupIn } from '../catalog/dockerfile/variables.js'
import type { Dockerfile } from '../catalog/read-dockerfile.js'
import type { Failure } from './output.js'

/** Where in a Dockerfile a build failed. */
export interface Place {
  readonly dockerfile: Dockerfile
  readonly stage: Stage
  readonly step: Step
}

/** By the line that BuildKit tells, else by the instruction's own text and its stage's name. */
export const placeOf = (dockerfile: Dockerfile, { step: name, line }: Failure): Place | null => {
  const places = dockerfile.stages.flatMap((stage) =>
    stage.steps.map((step) => ({ dockerfile, stage, step })),
  )
  if (line !== null) return places.find(({ step }) => step.instruction.line === line) ?? null
  const [, label = '', text = ''] = /^\[([^\]]*)\] (.*)$/.exec(name ?? '') ?? []
  const named = label.split(' ').slice(-2, -1)[0]
  const same = places.filter(({ step }) => textOf(step.instruction) === squeezed(text))
  return same.find(({ stage }) => stage.name === named) ?? same.at(-1) ?? null
}

/** The line that starts from an image; null where none does by that name. */
export const lineOfBase = ({ stages }: Dockerfile, image: string): number | null => {
  const isIt = ({ base }: Stage) =>
    base.kind === 'image' && familiarName(base.name.value) === familiarName(image)
  return stages.find(isIt)?.from.line ?? null
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()

const textOf = ({ keyword, flags, rest }: Instruction): string =>
  squeezed([keyword, ...flags.map((flag) => `--${flag}`), rest].join(' '))

/** What the step takes from outside of its stage. */
export const takenBy = ({ dockerfile, step }: Place): readonly Source[] =>
  sourcesOf(step, dockerfile.parsed.escapeToken)

/** The steps that came before, from the first one of the stage's first base on. */
const before = ({ dockerfile, stage, step }: Place): readonly Step[] => {
  const own = stage.steps.slice(0, stage.steps.indexOf(step))
  const base = stage.base.kind === 'stage' ? dockerfile.stages[stage.base.index] : undefined
  const last = base?.steps.at(-1)
  return base && last ? [...before({ dockerfile, stage: base, step: last }), last, ...own] : own
}

const put = (text: string, { variables }: Step, { dockerfile }: Place): string | null => {
  const { value, undecided } = expand(text, lookupIn(variables), dockerfile.parsed.escapeToken)
  return undecided.length > 0 ? null : value
}

/** The folder that a step works in; null where only its base image knows. */
export const workFolder = (place: Place): string | null => {
  let folder: string | null = startsEmpty(place) ? '/' : null
  for (const step of before(place)) {
    if (step.instruction.keyword !== 'WORKDIR') continue
    const value = put(step.instruction.rest, step, place)
    folder = value === null ? null : joined(folder, value)
  }
  return folder
}

const startsEmpty = ({ dockerfile, stage }: Place): boolean => {
  const { base } = stage
  if (base.kind === 'image') return base.name.value === 'scratch'
  const parent = dockerfile.stages[base.index]
  return parent !== undefined && startsEmpty({ dockerfile, stage: parent, step: parent.steps[0] as Step })
}

export const joined = (folder: string | null, path: string): string | null => {
  if (path.startsWith('/')) return posix.normalize(path)
  return folder === null ? null : posix.join(folder, path)
}

/** A source of the main context, and where its instruction put it. */
export interface Copied {
  readonly source: string
  readonly to: string
}

/** What the steps before copied from the context, the latest first. */
export const copiedBefore = (place: Place): readonly Copied[] =>
  before(place)
    .flatMap((step) => {
      if (!['COPY', 'ADD'].includes(step.instruction.keyword)) return []
      const here = { ...place, step }
      const last = put(splitArguments(step.instruction.rest).at(-1) ?? '', step, place)
      const to = last === null ? null : joined(workFolder(here), last)
      if (to === null) return []
      return takenBy(here).flatMap((source) =>
        source.kind === 'context' && source.context === null ? [{ source: clean(source.pattern), to }] : [],
      )
    })
    .reverse()

/** A source relative to the context, without `./` and a slash at either end. */
export const clean = (path: string): string => posix.normalize(`/${path}`).replace(/^\/+|\/+$/g, '') || '.'
