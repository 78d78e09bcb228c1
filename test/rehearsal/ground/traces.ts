import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'

// Both programs warn where somebody else changes what they list; the test asks again.
const QUIET: ExecFileSyncOptionsWithStringEncoding = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }

/** What of a private engine is on this machine, by the name that everything of it carries. */
export const traces = (host: string): string[] => {
  const folder = dirname(host.replace('unix://', ''))
  const name = basename(folder)
  return [
    ...(existsSync(folder) ? [`folder ${folder}`] : []),
    ...processes(name),
    ...lines(readFileSync('/proc/mounts', 'utf8'), name).map((line) => `mount ${line}`),
    ...lines(execFileSync('ip', ['-br', 'link'], QUIET), name).map((line) => `link ${line}`),
    ...controlGroups(name),
  ]
}

const lines = (text: string, name: string): string[] => text.split('\n').filter((line) => line.includes(name))

/** By command line, and by control group: a container's command does not name its engine. */
const processes = (name: string): string[] =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) =>
      [`/proc/${pid}/cmdline`, `/proc/${pid}/cgroup`].some((file) => read(file).includes(name)),
    )
    .map((pid) => `process ${pid} ${read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')}`)

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

const controlGroups = (name: string): string[] =>
  ['/sys/fs/cgroup', ...children('/sys/fs/cgroup')].flatMap((path) =>
    children(path)
      .filter((child) => basename(child) === name)
      .map((child) => `control group ${child}`),
  )

const children = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${path}/${entry.name}`)

/** What the machine shares between everybody: its packet filter, and the folders an engine writes to by habit. */
export const sharedState = () => ({
  filter: existsSync('/usr/sbin/iptables-save') ? rules() : [],
  forwarding: readFileSync('/proc/sys/net/ipv4/ip_forward', 'utf8'),
  habits: ['/etc/docker', '/run/docker', '/opt/containerd', '/var/lib/docker', '/var/lib/containerd'].filter(
    existsSync,
  ),
})

const rules = (): string[] =>
  execFileSync('/usr/sbin/iptables-save', QUIET)
    .split('\n')
    .filter((line) => line.startsWith('-'))
