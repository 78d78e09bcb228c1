import { type PlanRequest, plan } from '../../../src/commands/plan.js'
import { type TagRequest, type TagWorld, tag } from '../../../src/commands/tag.js'
import { inputsName, repositoryOf } from '../../../src/image/names.js'
import { readConfiguration } from '../../../src/main/configuration.js'
import { openGit } from '../../../src/platform/git/open.js'
import type { GitHub, GitHubRelease } from '../../../src/platform/github.js'
import type { Version } from '../../../src/words.js'
import { VirtualClock } from '../../platform/clock.js'
import { inMemoryRegistry } from '../../platform/registry.js'
import { type Content, type Repository, temporaryRepository } from '../../platform/repository.js'
import { PREFIX, told } from '../shop.js'

/** What a request has that says nothing of its own. */
export const PLAIN_REQUEST = {
  services: [],
  dryRun: false,
  trusted: true,
  pullRequest: false,
  run: null,
  asked: { kind: 'commits' },
  channel: null,
  first: '0.1.0' as Version,
  githubRelease: false,
} as const satisfies Partial<TagRequest>

/** What `tag` needs of the world beside what a build needs. */
export const UNCONFIGURED = {
  readConfiguration: async () => ({ environments: {} }),
  github: null,
} as const satisfies Partial<TagWorld>

/** Releases as GitHub would keep them. */
export const rememberingGitHub = (): GitHub & { readonly releases: Map<string, GitHubRelease> } => {
  const releases = new Map<string, GitHubRelease>()
  return {
    releases,
    release: async (release) => {
      if (!releases.has(release.tag)) releases.set(release.tag, release)
      return `https://github.com/acme/shop/releases/tag/${release.tag}`
    },
  }
}

const EVERYTHING: PlanRequest = { head: null, base: null, environment: null, freshLedger: false }

/** A real repository with its own `stagger.yml`, and a registry in memory to which images come without being built. */
export const openMarket = (files: Readonly<Record<string, Content>>) => {
  const repository: Repository = temporaryRepository()
  repository.commit({ ...files }, 'chore: begin')
  const git = openGit(repository.directory)
  const registry = inMemoryRegistry()
  const github = rememberingGitHub()
  const world = { git, registry, github, readConfiguration, progress: told(), clock: new VirtualClock() }
  const planned = () => plan({ git, readConfiguration }, EVERYTHING)

  /** An image for each service's inputs, as a build leaves it behind: what main has is good enough for a branch. */
  const push = async (pullRequest = false) => {
    for (const { service, image } of (await planned()).services) {
      const name = image.fingerprint && inputsName(image.fingerprint)
      const places = (pullRequest ? [true, false] : [false]).map((one) =>
        repositoryOf(PREFIX, service.name, one),
      )
      if (name && !places.some((place) => registry.held()[`${place}:${name}`]))
        registry.push(places[0] as string, name, Buffer.from(name))
    }
  }
  const release = async (given: Partial<TagRequest> = {}) => {
    const request = { ...PLAIN_REQUEST, prefix: PREFIX, plan: await planned(), ...given }
    return (await tag(world, request)).services
  }
  /** Commits, builds and tags. */
  const next = async (
    changes: Readonly<Record<string, Content>>,
    message: string,
    given: Partial<TagRequest> = {},
  ) => {
    repository.commit({ ...changes }, message)
    await push(given.channel !== undefined && given.channel !== null)
    return release(given)
  }
  const close = async () => {
    await git.close()
    repository.remove()
  }
  return { repository, git, registry, github, world, planned, push, release, next, close }
}

export type Market = ReturnType<typeof openMarket>
type Rows = Awaited<ReturnType<Market['release']>>

export const versionsIn = (rows: Rows): Readonly<Record<string, string>> =>
  Object.fromEntries(rows.map(({ name, version, outcome }) => [name, `${version} ${outcome}`]))

export const rowOf = (rows: Rows, name: string): Rows[number] => {
  const row = rows.find((one) => one.name === name)
  if (!row) throw new Error(`there is no row for ${name}`)
  return row
}
