import { type Digest, type Problem, StaggerError } from '../../words.js'
import type { Claim, Registry } from '../registry.js'
import { nameTaken } from '../registry-problems.js'

/** What became of giving a name. `maybeTaken`: the refusal may mean that the name never moves. */
export type Given =
  | { readonly kind: 'given' }
  | { readonly kind: 'refused'; readonly problem: Problem; readonly maybeTaken: boolean }

export interface Namer extends Pick<Registry, 'manifest'> {
  /** Gives a name to an image that is there, and takes it from another where the registry lets it. */
  give(repository: string, digest: Digest, name: string): Promise<Given>
}

/** Names are given by looking, giving and looking again: few registries can do it in one. */
export const naming = ({ manifest, give }: Namer): Pick<Registry, 'tag' | 'claim' | 'label'> => {
  const holder = async (repository: string, name: string): Promise<Digest | null> =>
    (await manifest(repository, name))?.digest ?? null

  /** Who has the name in the end; a refusal that nobody's name explains is told. */
  const settle = async (repository: string, digest: Digest, name: string): Promise<Digest> => {
    const first = await holder(repository, name)
    if (first) return first
    const given = await give(repository, digest, name)
    const now = await holder(repository, name)
    if (given.kind === 'refused' && (now === null || !given.maybeTaken)) throw new StaggerError(given.problem)
    return now ?? digest
  }

  return {
    tag: async (repository, digest, name) => {
      const given = await give(repository, digest, name)
      if (given.kind === 'given') return
      const now = given.maybeTaken ? await holder(repository, name) : null
      if (now === digest) return
      throw new StaggerError(now === null ? given.problem : nameTaken(repository, name, digest, now))
    },
    claim: async (repository, digest, name): Promise<Claim> => {
      const now = await settle(repository, digest, name)
      return { digest: now, adopted: now !== digest }
    },
    label: async (repository, digest, name) => {
      const now = await settle(repository, digest, name)
      if (now !== digest) throw new StaggerError(nameTaken(repository, name, digest, now))
    },
  }
}
