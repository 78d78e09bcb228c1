import { posix } from 'node:path'
import { ignoreFileOf } from '../catalog/context-reader.js'
import type { Source } from '../catalog/dockerfile/sources.js'
import { findStage } from '../catalog/dockerfile/stages.js'
import type { Service } from '../catalog/service.js'
import { entryAt } from '../catalog/tree.js'
import type { Objects, Oid, Problem } from '../words.js'
import { buildByHand, shellWord } from './by-hand.js'
import { pathIn } from './context-artifacts.js'
import { nearestPath, pathsBelow } from './missing-nearest.js'
import { clean, type Place, takenBy } from './missing-place.js'
import { hidingRule } from './missing-rule.js'
import type { Failure } from './output.js'

/** What a commit holds. */
export interface Commit {
  readonly objects: Objects
  readonly root: Oid
}

/** What is said of one failure beside the plain words: the problem's own line, why, and the way out. */
export type Told = Partial<Pick<Problem, 'code' | 'fault'>> & Pick<Problem, 'problem' | 'why' | 'fix'>

/** In the words of BuildKit today, of 2022, and of both for a pattern or a folder that is not there. */
const WORDS = [
  /"\/?([^"]+)"(?:: | )not found/,
  /lstat (?:\/\S*\/buildkit-mount\d+)?\/?(\S+): no such file or directory/,
]

/** The path that an instruction asked for, and the context does not hold; null where that is not what failed. */
export const missingSource = ({ error }: Failure): string | null => {
  const [found] = WORDS.flatMap((words) => words.exec(error)?.[1] ?? [])
  return found === undefined ? null : clean(found)
}

/** What to do about a source that is not there. */
export const explainSource = async (
  service: Service,
  path: string,
  place: Place | null,
  commit: Commit,
): Promise<Told> => {
  const source = place && askedFor(takenBy(place), path)
  const from = source?.kind === 'from' ? fromOf(service, source, place as Place) : null
  if (from?.kind === 'image') return notInImage(service, path, from)
  const asked = source ? askedPath(source, path) : path
  return explainPath(service, asked, from ? { folder: from.folder, name: from.reference } : null, commit)
}

/** A source that the commit may hold under this path of a context; `named`: which one, where it is not the main one. */
export const explainPath = async (
  service: Service,
  path: string,
  named: { readonly folder: string; readonly name: string } | null,
  { objects, root }: Commit,
): Promise<Told> => {
  const folder = named?.folder ?? service.context
  const whole = posix.join(folder, path)
  const entry = await entryAt(objects, root, whole)
  const ignoreFile = await ignoreFileOf(objects, root, service, named ? folder : null)
  if (entry && ignoreFile) {
    const inside = entry.mode === '040000' ? await pathsBelow(objects, entry.oid) : []
    const hidden = [path, ...inside.map((one) => `${path}/${one}`)].flatMap(
      (one) => hidingRule(ignoreFile.text, one) ?? [],
    )[0]
    if (hidden) return leftOut(service, whole, ignoreFile.path, hidden)
  }
  const tree = await entryAt(objects, root, folder)
  const paths = tree?.mode === '040000' ? await pathsBelow(objects, tree.oid) : []
  return notTracked(service, path, whole, nearestPath(path, paths), folder)
}

const isPattern = (path: string): boolean => /[*?[]/.test(path)

/** The source that led to the path: where a pattern or a folder is missing, BuildKit names the first part that is. */
const askedFor = (sources: readonly Source[], path: string): Source | null => {
  const leads = (source: Source): boolean => {
    if (source.kind === 'from') return source.picks.some(leads)
    const asked = source.kind === 'context' ? clean(source.pattern) : ''
    return asked === path || asked.startsWith(`${path}/`)
  }
  return sources.find(leads) ?? null
}

const askedPath = (source: Source, path: string): string => {
  if (source.kind === 'from') return source.picks[0] ? askedPath(source.picks[0], path) : path
  if (source.kind !== 'context') return path
  const asked = clean(source.pattern)
  return isPattern(asked) ? path : asked
}

type From =
  | { readonly kind: 'image'; readonly reference: string; readonly isStage: boolean }
  | { readonly kind: 'folder'; readonly reference: string; readonly folder: string }

const fromOf = (
  { contexts }: Service,
  { reference, numbered }: Extract<Source, { kind: 'from' }>,
  { dockerfile }: Place,
): From => {
  const named = contexts[reference.toLowerCase()]
  if (named?.kind === 'folder') return { kind: 'folder', reference, folder: named.path }
  return { kind: 'image', reference, isStage: findStage(dockerfile.stages, reference, numbered) !== null }
}

const notInImage = (service: Service, path: string, from: Extract<From, { kind: 'image' }>): Told => ({
  problem: `${service.name} could not be built: ${from.reference} holds no /${path}`,
  why: `the instruction takes it from ${from.isStage ? 'the stage' : 'the image'} ${from.reference}, and it is not there when that one is done`,
  fix: from.isStage
    ? `${buildByHand({ service }, from.reference, null)}   shows what it makes; then correct the path, or the step that makes it`
    : `docker run --rm --entrypoint ls ${from.reference} /${posix.dirname(path)}   shows what it holds; then correct the path`,
})

const leftOut = (
  { name }: Service,
  path: string,
  file: string,
  { line, text, exception }: { readonly line: number; readonly text: string; readonly exception: string },
): Told => ({
  problem: `${name} could not be built: ${path} is left out of its context`,
  why: `${file}:${line} leaves it out: ${text.trim()}`,
  fix: `add this line at the end of ${file}:\n${exception}`,
})

const notTracked = (
  service: Service,
  path: string,
  whole: string,
  near: string | null,
  folder: string,
): Told => {
  const beside = pathIn(folder, path)
  const meant = near ? [`did you mean ${near}? Sources stand from the folder ${folder}`] : []
  return {
    problem: `${service.name} could not be built: ${whole} is not in the commit`,
    why: `a context holds tracked files only, and git tracks no ${whole}${beside && beside !== path ? ` (the context is ${folder} already)` : ''}`,
    fix: [
      ...meant,
      // What a Dockerfile copies and git lacks is as a rule ignored: without --force git would refuse it.
      `${near ? 'else, ' : ''}where it belongs into git: git add --force ${shellWord(whole)} && git commit`,
      ...declaring(service, whole),
    ].join('\n'),
  }
}

/** The lines for stagger.yml that declare an artifact. */
const declaring = ({ name, path }: Service, made: string): readonly string[] => {
  const from = path === '.' ? 'src/**' : `${path}/src/**`
  return [
    'where a step before the build makes it, in stagger.yml, with the files that it is made from:',
    'services:',
    `  ${name}:`,
    '    artifacts:',
    `      - { path: ${yamlWord(isPattern(made) ? posix.dirname(made) : made)}, from: [${yamlWord(from)}] }`,
  ]
}

const yamlWord = (text: string): string => (/^[\w./][\w./*-]*$/.test(text) ? text : JSON.stringify(text))
