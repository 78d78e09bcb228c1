import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openRegistry } from '../../src/platform/registry.js'
import { BASE_IMAGE } from '../../src/rehearsal/ground/base-image.js'
import { type Kept, keep } from '../../src/rehearsal/ground/keeper.js'
import { attempt, program } from '../../src/rehearsal/ground/programs.js'
import type { Digest } from '../../src/words.js'
import type { TestGround } from './ground.js'

/**
 * A current BuildKit, outside of the engine, for `*.buildkit.test.ts`. Each suite starts its own, with an empty cache:
 *
 *     const ground = testGround()
 *     let buildkit: Buildkit
 *     beforeAll(async () => { buildkit = await startBuildkit(ground) })
 *     afterAll(() => buildkit?.stop())
 *
 *     openDocker({ client: ground.engine.client, environment: buildkit.environment })
 *     spawn(process.execPath, ['dist/cli/index.js', 'build'], { env: { ...process.env, ...buildkit.environment } })
 *
 * In that environment `docker buildx` is the plugin of test/tools/buildkit, and `builder` is the builder in use, as
 * after docker/setup-buildx-action: `--builder` may be left out. `FROM node:24-slim` is the ground's base image, for the
 * engine's platform; any other image comes from the ground's registry, as HOST/NAME or, where it stands at
 * `library/NAME` there, as `NAME`. Write logins into `DOCKER_CONFIG`/config.json. Without emulation: stages for another
 * platform can COPY, and cannot RUN. `stop` (also this process's end) leaves no process, mount, control group or file.
 */
export interface Buildkit {
  readonly builder: string
  readonly environment: Readonly<Record<string, string>>
  /** What the daemon said so far. */
  log(): string
  stop(): Promise<void>
}

/** Why none can be started here, or null. */
export const buildkitNeeds = (): string | null => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'only root on Linux can start buildkitd'
  const missing = ['buildkitd', 'buildx', 'runc', 'unshare'].filter((name) => !program(name))
  return missing.length > 0 ? `not on the PATH: ${missing.join(', ')}` : null
}

export const startBuildkit = async ({ engine, registry }: TestGround): Promise<Buildkit> => {
  const needs = buildkitNeeds()
  if (needs) throw new Error(`no BuildKit can be started: ${needs}\nfix: see "Tests" in CONTRIBUTING.md`)
  await lendBaseImage({ engine, registry })
  const kept = keep({ script: KEEPER, files: (folder) => files(folder, registry.address) })
  try {
    await listening(kept)
    const environment = { ...engine.environment, ...withPlugin(join(kept.folder, 'config')) }
    await registered([engine.client, ...CREATE, kept.name, address(kept.folder)], environment)
    return { builder: kept.name, environment, log: kept.log, stop: kept.stop }
  } catch (error) {
    await kept.stop()
    throw error
  }
}

const CREATE = ['buildx', 'create', '--use', '--driver=remote', '--name'] as const
const SECONDS = 30

const address = (folder: string): string => `unix://${folder}/buildkitd.sock`

const listening = async (kept: Kept): Promise<void> => {
  for (const deadline = Date.now() + SECONDS * 1000; Date.now() < deadline; await sleep(50)) {
    if (existsSync(join(kept.folder, 'failed')) || kept.ended()) break
    if (/running server on/.test(kept.log())) return
  }
  throw new Error(`buildkitd did not start:\n${existsSync(kept.folder) ? kept.log() : ''}`)
}

/** A configuration of the client that is nobody's: with buildx as its plugin, and no login. */
const withPlugin = (folder: string): Readonly<Record<string, string>> => {
  mkdirSync(join(folder, 'cli-plugins'), { recursive: true })
  symlinkSync(program('buildx') as string, join(folder, 'cli-plugins', 'docker-buildx'))
  return { DOCKER_CONFIG: folder, BUILDX_CONFIG: join(folder, 'buildx') }
}

const registered = async (
  argv: readonly [string, ...string[]],
  environment: Readonly<Record<string, string>>,
) => {
  const { ok, stderr } = await attempt(argv, { environment })
  if (!ok) throw new Error(`${argv.join(' ')}: ${stderr}`)
}

/** BuildKit does not see the engine's images: it gets the base image from the registry, which mirrors Docker Hub's. */
const lendBaseImage = async ({ engine, registry }: TestGround): Promise<void> => {
  const [name, tag] = BASE_IMAGE.split(':') as [string, string]
  const repository = `${registry.address}/library/${name}`
  if (await openRegistry().manifest(repository, tag)) return
  // A name of its own: another suite may be doing the same.
  const own = `${repository}:${process.pid}`
  const docker = async (...args: readonly string[]): Promise<string> => {
    const { ok, stdout, stderr } = await attempt([engine.client, ...args], {
      environment: engine.environment,
      seconds: 100,
    })
    if (!ok) throw new Error(`docker ${args.join(' ')}: ${stderr}`)
    return stdout
  }
  await docker('tag', BASE_IMAGE, own)
  const digest = /digest: (sha256:[0-9a-f]{64})/.exec(await docker('push', own))?.[1] as Digest
  await docker('image', 'rm', own)
  await openRegistry().tag(repository, digest, tag)
}

const files = (folder: string, registry: string) => ({
  'inside.sh': INSIDE,
  'buildkitd.toml': `root = "${folder}/state"
[grpc]
  address = ["${address(folder)}"]
[otel]
  socketPath = "${folder}/otel.sock"
[worker.containerd]
  enabled = false
[worker.oci]
  gc = false
  defaultCgroupParent = "/${folder.split('/').at(-1)}"
[registry."docker.io"]
  mirrors = ["${registry}"]
[registry."${registry}"]
  http = true
`,
})

const KEEPER = `folder=$1 group=\${1##*/}
trap : HUP INT TERM
mkdir "$folder/tmp" && export TMPDIR="$folder/tmp"
unshare --mount --pid --fork --kill-child --mount-proc sh "$folder/inside.sh" "$folder"
for round in 1 2 3 4 5 6 7 8 9 10; do
  find /sys/fs/cgroup -depth -type d -path "*/$group*" -exec rmdir {} + 2>/dev/null
  rm -rf "$folder" && exit
  sleep 0.2
done
`

/** The first process in the namespaces: with it the kernel ends every other one in there, and drops every mount. */
const INSIDE = `folder=$1
exec 3<&0 </dev/null
{ buildkitd --config "$folder/buildkitd.toml" 3<&-; : >"$folder/failed"; } &
cat <&3 >/dev/null &
wait $!
`
