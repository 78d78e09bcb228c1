import type { BuildRequest, BuildWorld } from '../../src/commands/build.js'
import { plan } from '../../src/commands/plan.js'
import type { ClientOptions } from '../../src/platform/client.js'
import { openCompose } from '../../src/platform/compose.js'
import { openContainers } from '../../src/platform/containers.js'
import { files } from '../../src/platform/files.js'
import { openLfs } from '../../src/platform/git/lfs.js'
import { openGit } from '../../src/platform/git/open.js'
import type { Progress } from '../../src/platform/progress.js'
import { openReportFolder } from '../../src/platform/reports.js'
import { openSecrets } from '../../src/platform/secrets.js'
import { openTools } from '../../src/platform/tools.js'
import { openWorkTree } from '../../src/platform/worktree.js'
import { VirtualClock } from '../platform/clock.js'
import { ENGINE, inMemoryDocker } from '../platform/docker.js'
import { inMemoryRegistry } from '../platform/registry.js'
import { type Content, type Repository, temporaryRepository } from '../platform/repository.js'

export const PREFIX = '127.0.0.1:5000/shop'

/** A service with tests: `check` is what its test stage runs. */
export const dockerfile = (check = 'true'): string => `FROM scratch AS source
COPY app.txt /
FROM source AS test
COPY app.test.txt /
RUN ${check}
FROM source AS runtime
`

/** Two services; only `user` has tests. */
export const SHOP: Readonly<Record<string, Content>> = {
  'user/Dockerfile': dockerfile(),
  'user/app.txt': 'user 1\n',
  'user/app.test.txt': 'test 1\n',
  'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\n',
  'cart/app.txt': 'cart 1\n',
}

export interface Told extends Progress {
  readonly lines: string[]
}

export const told = (): Told => {
  const lines: string[] = []
  return {
    lines,
    say: (line) => lines.push(line),
    warn: (line) => lines.push(`warning: ${line}`),
    group: (title, group) => lines.push(title, ...group),
  }
}

/** What runs tests: all of it on the engine that these options lead to. */
export const testTools = (options: ClientOptions) => ({
  containers: openContainers(options),
  compose: openCompose(options),
  reportFolder: openReportFolder,
  checks: openTools(),
})

/** A real repository, and an engine and a registry in memory. */
export const openShop = (contents: Readonly<Record<string, Content>> = SHOP, builder = ENGINE) => {
  const repository: Repository = temporaryRepository()
  repository.commit({ ...contents })
  const registry = inMemoryRegistry()
  const docker = inMemoryDocker(registry, builder)
  const git = openGit(repository.directory)
  const here = {
    workTree: openWorkTree(repository.directory),
    lfs: openLfs(repository.directory),
    secrets: openSecrets({}),
    tools: testTools({}),
    marks: null,
    environment: {},
  }
  const world = { git, docker, registry, files, ...here, progress: told(), clock: new VirtualClock() }
  const planned = () =>
    plan(
      { git, readConfiguration: async () => ({ environments: {} }) },
      { head: null, base: null, environment: null, freshLedger: false },
    )
  const request = async (given: Partial<BuildRequest> = {}): Promise<BuildRequest> => ({
    plan: await planned(),
    services: [],
    prefix: PREFIX,
    push: true,
    dryRun: false,
    trusted: true,
    pullRequest: false,
    run: null,
    settings: {},
    platform: null,
    ...given,
  })
  const close = async () => {
    await git.close()
    repository.remove()
  }
  return { repository, registry, docker, world: world satisfies BuildWorld, planned, request, close }
}

export type Shop = ReturnType<typeof openShop>
