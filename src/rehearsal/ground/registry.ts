import { setTimeout as sleep } from 'node:timers/promises'
import { StaggerError } from '../../words.js'
import type { Engine } from './engine.js'
import { type Kept, keep } from './keeper.js'
import { missingRegistry } from './missing.js'
import { attempt, program } from './programs.js'

/** An OCI registry on a free port of the loopback interface, without a password, empty at first. */
export interface Registry {
  /** `127.0.0.1:PORT`. */
  readonly address: string
  stop(): Promise<void>
}

const IMAGE = 'registry:2'
const SECONDS = 30

/**
 * By the program where it is installed, else by its image on the engine. What it holds goes with it, but for a folder
 * `storage`, which outlives it. It is always killed, never asked to end.
 */
export const startRegistry = async (
  engine: Pick<Engine, 'client' | 'host' | 'environment'>,
  storage: string | null = null,
): Promise<Registry> => {
  if (program('docker-registry'))
    return answering(keep({ script: BY_PROGRAM, files: (folder) => config(storage ?? `${folder}/images`) }))
  if (!(await registryImage(engine))) throw new StaggerError(missingRegistry())
  return answering(keep({ script: BY_IMAGE, args: [engine.client, engine.host, IMAGE, storage ?? ''] }))
}

/** Whether the engine has the registry's image, or can get it. */
export const registryImage = async (engine: Pick<Engine, 'client' | 'environment'>): Promise<boolean> => {
  const docker = (...args: string[]) =>
    attempt([engine.client, ...args], { environment: engine.environment, seconds: 120 })
  return (await docker('image', 'inspect', IMAGE)).ok || (await docker('pull', '--quiet', IMAGE)).ok
}

const answering = async (kept: Kept): Promise<Registry> => {
  for (
    const deadline = Date.now() + SECONDS * 1000;
    Date.now() < deadline && !kept.ended();
    await sleep(50)
  ) {
    const address = /(?:listening on |published at )(127\.0\.0\.1:\d+)/.exec(kept.log())?.[1]
    if (address && (await answers(address))) return { address, stop: kept.stop }
  }
  const why = kept.ended() ? 'it ended at once' : kept.log().trim().split('\n').slice(-5).join('\n')
  await kept.stop()
  throw new StaggerError({
    code: 'registry-not-started',
    fault: 'world',
    problem: 'the local registry did not start',
    why,
    fix: 'see whether it runs by hand: docker-registry serve CONFIG',
  })
}

const answers = async (address: string): Promise<boolean> => {
  const response = await fetch(`http://${address}/v2/`).catch(() => null)
  return response?.status === 200
}

/** The port is the kernel's choice, and the registry's log tells it: nobody can take it in between. */
const config = (rootdirectory: string) => ({
  'config.json': JSON.stringify({
    version: '0.1',
    log: { level: 'info', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory }, delete: { enabled: true } },
    http: { addr: '127.0.0.1:0' },
  }),
})

const BY_PROGRAM = `docker-registry serve "$1/config.json" &
cat >/dev/null
kill -KILL $!
wait
rm -rf "$1"
`

const BY_IMAGE = `client=$2 name=\${1##*/}
export DOCKER_HOST="$3"
"$client" run --detach --rm --name "$name" --publish 127.0.0.1::5000 \\
  --env REGISTRY_STORAGE_DELETE_ENABLED=true \${5:+--volume "$5:/var/lib/registry"} "$4" && echo "published at $("$client" port "$name" 5000/tcp)"
cat >/dev/null
"$client" rm --force --volumes "$name"
rm -rf "$1"
`
