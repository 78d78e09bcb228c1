import type { OpenEcr } from '../aws/ecr-open.js'
import { type EcrPlace, ecrPlaceOf } from '../aws/ecr-place.js'
import { systemClock } from '../clock.js'
import { openRegistry, type Registry, type RegistryOptions } from '../registry.js'
import { dockerCredentials } from './credentials.js'
import { grouped } from './grouped.js'

export interface RegistriesOptions extends RegistryOptions {
  /** Hosts that are an Amazon ECR though their names do not say so, and where they are asked: for a rehearsal. */
  readonly ecr?: readonly EcrPlace[]
}

const hostOf = (repository: string): string => repository.slice(0, repository.indexOf('/'))

/** All registries as one: each repository is asked in the way that its host speaks. */
export const openRegistries = ({
  ecr = [],
  clock = systemClock,
  credentialsOf = dockerCredentials(),
  ...rest
}: RegistriesOptions = {}): Registry => {
  const opened = new Map<string, Promise<OpenEcr | null>>()
  const ecrAt = (host: string): Promise<OpenEcr | null> => {
    const place = ecrPlaceOf(host, ecr)
    if (!place) return Promise.resolve(null)
    const known =
      opened.get(host) ?? import('../aws/ecr-open.js').then(({ openEcr }) => openEcr(place, clock))
    opened.set(host, known)
    return known
  }
  const http = openRegistry({
    ...rest,
    clock,
    credentialsOf: async (host) => (await ecrAt(host))?.credentials() ?? credentialsOf(host),
  })
  return dispatching(http, async (repository) => (await ecrAt(hostOf(repository)))?.registry(http) ?? http)
}

const dispatching = (http: Registry, at: (repository: string) => Promise<Registry>): Registry => ({
  manifest: async (repository, reference) => (await at(repository)).manifest(repository, reference),
  manifests: (wanted) => lookUpEverywhere(at, wanted),
  put: async (repository, manifest, name) => (await at(repository)).put(repository, manifest, name),
  tag: async (repository, digest, name) => (await at(repository)).tag(repository, digest, name),
  claim: async (repository, digest, name) => (await at(repository)).claim(repository, digest, name),
  label: async (repository, digest, name) => (await at(repository)).label(repository, digest, name),
  names: async (repository) => (await at(repository)).names(repository),
  list: async (repository) => (await at(repository)).list(repository),
  remove: async (repository, reference) => (await at(repository)).remove(repository, reference),
  prepare: async (repository, create) => (await at(repository)).prepare(repository, create),
  // Bytes go by the one API that all of them have.
  referrers: http.referrers,
  blob: http.blob,
  upload: http.upload,
  copy: http.copy,
})

const lookUpEverywhere = async (
  at: (repository: string) => Promise<Registry>,
  wanted: Parameters<Registry['manifests']>[0],
): ReturnType<Registry['manifests']> => {
  const numbered = wanted.map((reference, place) => ({ ...reference, place }))
  const byHost = [...grouped(numbered, ({ repository }) => hostOf(repository)).values()]
  const found = await Promise.all(
    byHost.map(async (asked) => {
      const registry = await at(asked[0]?.repository ?? '')
      const manifests = await registry.manifests(asked)
      return asked.map(({ place }, index) => [place, manifests[index] ?? null] as const)
    }),
  )
  const byPlace = new Map(found.flat())
  return wanted.map((_, place) => byPlace.get(place) ?? null)
}
