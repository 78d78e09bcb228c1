/** Where a repository is: the host that people name and log in to, and the server that answers for it. */
export interface Place {
  readonly host: string
  /** Scheme and server, without a path. */
  readonly origin: string
  /** The repository's name without its host. */
  readonly name: string
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/
const HUB = ['docker.io', 'index.docker.io']

export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname)
export const isDockerHub = (host: string): boolean => HUB.includes(host)

/** Plain HTTP to this machine only. Docker Hub answers under another name than it is called by. */
export const placeOf = (repository: string): Place => {
  const slash = repository.indexOf('/')
  const host = repository.slice(0, slash)
  const scheme = isLoopback(host.replace(/:\d+$/, '')) ? 'http' : 'https'
  const server = isDockerHub(host) ? 'registry-1.docker.io' : host
  return { host, origin: `${scheme}://${server}`, name: repository.slice(slash + 1) }
}
