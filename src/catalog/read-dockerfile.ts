import { type Objects, type Oid, StaggerError } from '../words.js'
import { missing } from './context-reader.js'
import { detectSyntax } from './dockerfile/directives.js'
import type { ParsedDockerfile } from './dockerfile/instruction.js'
import { parseDockerfile } from './dockerfile/parse.js'
import { readStages, type Stage } from './dockerfile/stages.js'
import { unknownName } from './nearest.js'
import type { Service } from './service.js'
import { textAt } from './tree.js'

/** A service's Dockerfile with the service's arguments put in. */
export interface Dockerfile {
  readonly file: string
  readonly parsed: ParsedDockerfile
  readonly stages: readonly Stage[]
  /** A front end whose language is not known here, and all that it is given: comments may mean something to it. */
  readonly foreign: { readonly frontEnd: string; readonly text: string } | null
}

/** Front ends whose language is the one we know. */
const KNOWN_SYNTAX = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?::|@|$)/

/** Throws `missing-dockerfile`, and what is wrong in it. */
export const readDockerfile = async (service: Service, objects: Objects, root: Oid): Promise<Dockerfile> => {
  const file = service.dockerfile
  const text = service.inline ?? (await textAt(objects, root, file))
  if (text === null) throw new StaggerError(missing(service.name, 'dockerfile', file))
  return dockerfileOf(file, text, service)
}

/** Two commits mostly hold the same Dockerfile; the same text with the same arguments always reads the same. */
const remembered = new Map<string, Dockerfile>()
const MOST_REMEMBERED = 5000

/** Throws what is wrong in it. */
export const dockerfileOf = (
  file: string,
  text: string,
  { args, contexts }: Pick<Service, 'args' | 'contexts'>,
): Dockerfile => {
  const key = JSON.stringify([file, text, args, contexts])
  const known = remembered.get(key)
  if (known) return known
  const frontEnd =
    args.BUILDKIT_SYNTAX?.split(' ', 1)[0] ?? detectSyntax(text.replace(/^\uFEFF/, '').split(/\r?\n/))
  const foreign = frontEnd === null || KNOWN_SYNTAX.test(frontEnd) ? null : { frontEnd, text }
  const lines = foreign ? readForeign(text, file) : parseDockerfile(text, file)
  const dockerfile = { file, parsed: lines, stages: readStages(lines, args, file, contexts), foreign }
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(key, dockerfile)
  return dockerfile
}

/** What another front end reads may be a Dockerfile all the same; else nothing is known of it. */
const readForeign = (text: string, file: string): ParsedDockerfile => {
  try {
    return parseDockerfile(text, file)
  } catch (error) {
    if (!(error instanceof StaggerError)) throw error
    return parseDockerfile('FROM scratch', file)
  }
}

/** The stage that a service builds. Throws `unknown-target` with those that there are. */
export const findTarget = (
  { target, dockerfile }: Service,
  { stages, foreign }: Pick<Dockerfile, 'stages' | 'foreign'>,
): Stage => {
  if (target === null) return stages.at(-1) as Stage
  const found =
    stages.findLast(({ name }) => name === target.toLowerCase()) ??
    stages[/^\d+$/.test(target) ? Number(target) : -1]
  if (found || foreign) return found ?? (stages.at(-1) as Stage)
  const names = stages.flatMap(({ name }) => name ?? [])
  throw new StaggerError({
    ...unknownName('target', target, names),
    problem: `${dockerfile} has no stage ${target}`,
  })
}
