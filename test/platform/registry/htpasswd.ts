import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine } from '../../../src/rehearsal/ground/engine.js'
import { keep } from '../../../src/rehearsal/ground/keeper.js'
import { program } from '../../../src/rehearsal/ground/programs.js'

export const USER = 'shop'
export const PASSWORD = 'open:sesame'
/** Made beforehand with `htpasswd -nbB -C 5`: Node has no bcrypt. */
const HTPASSWD = `${USER}:$2y$05$staggerstaggerstaggerOeuuP.UO1kzTNd0kjwHFXHkSvU7occG2\n`

const configIn = (folder: string): string =>
  JSON.stringify({
    version: '0.1',
    log: { level: 'info', accesslog: { disabled: true } },
    auth: { htpasswd: { realm: 'the shop', path: `${folder}/htpasswd` } },
    storage: { filesystem: { rootdirectory: `${folder}/images` }, delete: { enabled: true } },
    http: { addr: '127.0.0.1:0' },
  })

const BY_PROGRAM = `docker-registry serve "$1/config.json" &
cat >/dev/null
kill -KILL $!
wait
rm -rf "$1"
`

const BY_IMAGE = `client=$2 name=\${1##*/}
export DOCKER_HOST="$3"
"$client" create --rm --name "$name" --publish 127.0.0.1::5000 --env REGISTRY_AUTH_HTPASSWD_REALM=shop \\
  --env REGISTRY_AUTH_HTPASSWD_PATH=/etc/htpasswd \\
  --env REGISTRY_STORAGE_DELETE_ENABLED=true registry:2 &&
  "$client" cp "$1/htpasswd" "$name:/etc/htpasswd" && "$client" start "$name" &&
  echo "published at $("$client" port "$name" 5000/tcp)"
cat >/dev/null
"$client" rm --force --volumes "$name"
rm -rf "$1"
`

export interface Locked {
  readonly address: string
  stop(): Promise<void>
}

/** A real registry that wants a name and password: the program, else its image. */
export const lockedRegistry = async ({ client, host }: Pick<Engine, 'client' | 'host'>): Promise<Locked> => {
  const files = (folder: string) => ({ 'config.json': configIn(folder), htpasswd: HTPASSWD })
  const kept = keep({
    script: program('docker-registry') ? BY_PROGRAM : BY_IMAGE,
    args: [client, host],
    files,
  })
  for (let tries = 0; tries < 600 && !kept.ended(); tries++) {
    const address = /(?:listening on |published at )(127\.0\.0\.1:\d+)/.exec(kept.log())?.[1]
    const answer = address && (await fetch(`http://${address}/v2/`).catch(() => null))
    if (answer && answer.status === 401) return { address, stop: kept.stop }
    await sleep(50)
  }
  const said = kept.log()
  await kept.stop()
  throw new Error(`the registry with a password did not start: ${said}`)
}
