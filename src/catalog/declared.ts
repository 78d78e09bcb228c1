import { type Objects, type Oid, type Problem, StaggerError } from '../words.js'
import { openContext } from './context.js'
import type { Input, Widened } from './inputs.js'
import { type Picked, pick } from './pick.js'
import { becauseOf, unique } from './read-source.js'
import type { Artifact, Service } from './service.js'
import { FOLDER, segmentsOf } from './tree.js'

/** The files that decide an image though no instruction names them, as `stagger.yml` declares them. */
export const declaredInputs = async (
  { name, inputs, artifacts }: Service,
  objects: Objects,
  root: Oid,
): Promise<readonly Input[]> => {
  const sets = await Promise.all([
    ...inputs.map((pattern) => picked(objects, root, name, pattern, 'inputs')),
    ...artifacts.flatMap(({ from }) =>
      from.map((pattern) => picked(objects, root, name, pattern, 'artifacts')),
    ),
  ])
  return unique(sets.flat())
}

/** What a pattern of a setting names; a pattern that names nothing is refused. */
export const picked = async (
  objects: Objects,
  root: Oid,
  service: string,
  pattern: string,
  setting: string,
): Promise<Input[]> => {
  const found = await pickTracked(objects, root, pattern)
  if (found.kind === 'lost' || found.found.length === 0)
    throw new StaggerError(matchesNothing(service, setting, pattern))
  return [...found.found, ...found.links].map(becauseOf({ instruction: setting, line: 0 }))
}

/** `**` is any number of folders here, and one in a source of COPY without --parents. */
const pickTracked = (objects: Objects, root: Oid, pattern: string): Promise<Picked> =>
  pattern.includes('**')
    ? openContext(objects, '.', root, null).pick(segmentsOf(pattern).join('/'), {
        parents: true,
        excludes: [],
      })
    : pick(objects, { mode: FOLDER, oid: root, path: '.' }, pattern)

const matchesNothing = (service: string, setting: string, pattern: string): Problem => ({
  code: 'declared-input-missing',
  fault: 'caller',
  problem: `${service}: ${setting} names ${JSON.stringify(pattern)}, which matches no tracked file`,
  why: 'paths and patterns stand from the root of the repository; ** is any number of folders',
  fix: `correct it in stagger.yml, or track the file: git ls-files -- ':(glob)${pattern}'`,
})

/** Sources that are artifacts whose making is declared are decided by what they are made from. */
export const notDeclared = (
  untracked: readonly Widened[],
  { artifacts }: Service,
  pathOf: (source: string) => string,
): Widened[] =>
  untracked.filter(({ detail }) => !artifacts.some((artifact) => covers(artifact, pathOf(detail))))

const covers = ({ path }: Artifact, source: string): boolean => {
  const folder = path.replace(/\/+$/, '')
  return source === folder || source.startsWith(`${folder}/`)
}
