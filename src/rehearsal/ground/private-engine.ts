import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StaggerError } from '../../words.js'
import { buildingClient, type Client, findClient } from './client.js'
import { type Kept, keep } from './keeper.js'
import { freeSubnet } from './network.js'
import { program } from './programs.js'

/**
 * A Docker engine of our own, which leaves nothing behind. It runs in a process and a mount namespace:
 * when their first process ends, the kernel ends every other one (containerd, shims, containers) and
 * drops every mount. What the namespaces do not hold (network link, control groups, folder), the
 * keeper removes.
 */
export const startPrivateEngine = async (): Promise<{ client: Client; kept: Kept }> => {
  const kept = keep({ script: KEEPER, args: [await freeSubnet()], files })
  try {
    return { client: await answer(kept), kept }
  } catch (error) {
    await kept.stop()
    throw error
  }
}

/** Why no private engine can be started here, or null. */
export const privateEngineNeeds = async (): Promise<string | null> => {
  if (process.platform !== 'linux') return 'only Linux can run an engine of its own'
  if (process.getuid?.() !== 0) return 'only root can start an engine'
  const missing = ['dockerd', 'containerd', 'runc', 'ip', 'unshare'].filter((name) => !program(name))
  if (missing.length > 0) return `not installed: ${missing.join(', ')}`
  return (await buildingClient())
    ? null
    : 'no docker client here can build: the buildx plugin is not installed'
}

const SECONDS = 60

const answer = async (kept: Kept): Promise<Client> => {
  const host = `unix://${join(kept.folder, 'docker.sock')}`
  for (const deadline = Date.now() + SECONDS * 1000; Date.now() < deadline; await sleep(100)) {
    if (kept.ended() || existsSync(join(kept.folder, 'failed'))) throw notStarted(kept)
    if (existsSync(join(kept.folder, 'docker.sock'))) {
      const client = await findClient(host)
      if (client) return client
    }
  }
  throw notStarted(kept)
}

const notStarted = (kept: Kept): StaggerError =>
  new StaggerError({
    code: 'engine-not-started',
    fault: 'world',
    problem: 'the private Docker engine did not start',
    why: existsSync(kept.folder) ? kept.log().trim().split('\n').slice(-8).join('\n') : 'its keeper ended',
    fix: 'start a Docker engine yourself and name it: DOCKER_HOST=unix:///path/to/docker.sock',
  })

const files = (folder: string) => ({
  'inside.sh': INSIDE,
  'dockerd.json': JSON.stringify(dockerd(folder)),
  'containerd.toml': containerd(folder),
})

/** The network link of an engine bears the name of its folder. */
export const bridgeOf = (folder: string): string => folder.split('/').at(-1) ?? ''

/**
 * Ports are published by docker-proxy alone, on any loopback address, so the machine's packet filter
 * stays as it is. The price: containers reach this machine, and no network beyond it.
 */
const dockerd = (folder: string) => ({
  hosts: [`unix://${folder}/docker.sock`],
  'data-root': `${folder}/data`,
  'exec-root': `${folder}/exec`,
  pidfile: `${folder}/dockerd.pid`,
  containerd: `${folder}/containerd.sock`,
  bridge: bridgeOf(folder),
  iptables: false,
  ip6tables: false,
  'ip-forward': false,
  'ip-masq': false,
  // The other driver asks systemd to move a process by its id, which means another process in there.
  'exec-opts': ['native.cgroupdriver=cgroupfs'],
  'cgroup-parent': `/${bridgeOf(folder)}`,
})

const containerd = (folder: string): string => `version = 2
root = "${folder}/containerd"
state = "${folder}/containerd-state"
disabled_plugins = ["io.containerd.grpc.v1.cri"]
[grpc]
  address = "${folder}/containerd.sock"
[plugins."io.containerd.internal.v1.opt"]
  path = "${folder}/opt"
`

const KEEPER = `folder=$1 subnet=$2 link=\${1##*/}
trap : HUP INT TERM
if ip link add "$link" type bridge && ip address add "$subnet" dev "$link" && ip link set "$link" up; then
  unshare --mount --pid --fork --kill-child --mount-proc sh "$folder/inside.sh" "$folder"
else
  : >"$folder/failed"
  cat >/dev/null
fi
for round in 1 2 3 4 5 6 7 8 9 10; do
  ip link delete "$link" 2>/dev/null
  find /sys/fs/cgroup -depth -type d -path "*/$link*" -exec rmdir {} + 2>/dev/null
  rm -rf "$folder" && exit
  sleep 0.2
done
`

/**
 * Runs as the first process in there. dockerd and containerd write to /etc/docker, /run/docker,
 * /run/containerd whatever their configuration says: overlays in memory catch it. The network's files
 * in /etc are often mounts or links of their own, which an overlay would hide: they are copied.
 */
const INSIDE = `folder=$1 over=$1/over
mkdir "$over" && mount -t tmpfs tmpfs "$over"
mkdir "$over/etc" "$over/run" "$over/opt" "$over/work-etc" "$over/work-run" "$over/work-opt"
cp -L /etc/resolv.conf /etc/hosts "$over/etc/"
for room in etc run opt; do
  mount -t overlay -o "lowerdir=/$room,upperdir=$over/$room,workdir=$over/work-$room" overlay "/$room"
done
exec 3<&0 </dev/null
containerd --config "$folder/containerd.toml" 3<&- &
{ dockerd --config-file "$folder/dockerd.json" 3<&-; : >"$folder/failed"; } &
cat <&3 >/dev/null &
wait $!
`
