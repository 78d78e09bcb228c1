import type { PlannedService } from '../../changes/planned.js'
import type { CopiedService } from '../../image/copied.js'
import { repositoryOf } from '../../image/names.js'
import type { Progress } from '../../platform/progress.js'
import type { Registry } from '../../platform/registry.js'
import { StaggerError } from '../../words.js'
import { type Beside, besideOf, copyBeside } from './beside.js'
import { type ChooseWorld, chooseSource, type Source, type Wish } from './choose.js'
import { samePlace } from './problems.js'

export interface CopyWorld extends ChooseWorld {
  readonly progress: Progress
}

export interface CopyOne extends Wish {
  /** The prefix that it goes to. */
  readonly to: string
  readonly createRepositories: boolean
  readonly dryRun: boolean
}

/** A row to start from: nothing happened yet. */
export const rowOf = ({ service: { name } }: PlannedService, to: string): CopiedService => ({
  name,
  version: null,
  digest: null,
  from: null,
  to: repositoryOf(to, name, false),
  names: [],
  taken: [],
  beside: 0,
  manifests: 0,
  blobs: 0,
  outcome: 'failed',
  problem: null,
})

/** Copies one image with all that is said of it. It gets its names last: whoever finds it finds it whole. */
export const copyOne = async (
  world: CopyWorld,
  planned: PlannedService,
  request: CopyOne,
): Promise<CopiedService> => {
  const { registry } = world
  const empty = rowOf(planned, request.to)
  const source = await chooseSource(world, planned, request)
  const { repository: from, digest, version } = source
  if (from === empty.to) throw new StaggerError(samePlace(empty.name, from))
  const beside = await besideOf(registry, from, source.manifest)
  const row = { ...empty, ...{ version, digest, from }, names: namesOf(source), beside: countOf(beside) }
  const there = await registry.manifest(row.to, digest)
  if (request.dryRun) return { ...row, outcome: there ? 'there' : 'planned' }
  await registry.prepare(row.to, request.createRepositories)
  const { manifests, blobs } = await registry.copy({ repository: from, digest }, row.to)
  await copyBeside({ ...world, from, to: row.to }, beside)
  const taken = await giveNames(registry, row.to, source)
  if (!there) world.progress.say(`${row.name}: copied to ${row.to}@${digest}`)
  const names = row.names.filter((name) => !taken.includes(name))
  return { ...row, names, taken, manifests, blobs, outcome: there ? 'there' : 'copied' }
}

const namesOf = ({ claims, versions }: Source): readonly string[] => [...claims, ...versions]

const countOf = ({ referring, notes }: Beside): number => referring.length + notes.length

/** Those that are another image's. A version that is another's is an error: it never moves. */
const giveNames = async (
  registry: Registry,
  to: string,
  { digest, claims, versions }: Source,
): Promise<readonly string[]> => {
  const taken: string[] = []
  for (const name of claims) if ((await registry.claim(to, digest, name)).adopted) taken.push(name)
  for (const version of versions) await registry.label(to, digest, version)
  return taken
}
