import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Problem, StaggerError } from '../../words.js'
import { type Processes, type Run, runProcess } from '../process.js'
import { type DockerConfig, parseDockerConfig, parseHelperAnswer, sourceOf } from './docker-config.js'
import type { Credentials } from './secret.js'

/** The credentials for a host; null where there are none. */
export type FindCredentials = (host: string) => Promise<Credentials | null>

export interface DockerLogin {
  /** The folder of Docker's `config.json`. */
  readonly folder?: string
  readonly run?: Processes
}

/** What `docker login` left behind, or a helper hands out. Each host is looked up once. */
export const dockerCredentials = ({ folder, run = runProcess }: DockerLogin = {}): FindCredentials => {
  const found = new Map<string, Promise<Credentials | null>>()
  return (host) => {
    const looked = found.get(host) ?? lookUp(host, join(folder ?? usualFolder(), 'config.json'), run)
    found.set(host, looked)
    return looked
  }
}

/** Found out only when it is needed: a user may have no home. */
const usualFolder = (): string => process.env.DOCKER_CONFIG || join(homedir(), '.docker')

const lookUp = async (host: string, file: string, run: Processes): Promise<Credentials | null> => {
  const config = await readConfig(file)
  const source = config ? sourceOf(config, host) : ({ kind: 'none' } as const)
  if (source.kind === 'helper') return askHelper(source.helper, source.server, run)
  return source.kind === 'file' ? source.credentials : null
}

const readConfig = async (file: string): Promise<DockerConfig | null> => {
  const text = await readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return null
    throw new StaggerError(unreadable(file, error.code))
  })
  if (text === null) return null
  const config = parseDockerConfig(text)
  if (!config) throw new StaggerError(unreadable(file, 'it is not the JSON that Docker writes'))
  return config
}

/** What every helper says where it has nothing for a server. */
const NOTHING = /credentials not found in native keychain|no credentials (?:server URL|username)/

const askHelper = async (helper: string, server: string, run: Processes): Promise<Credentials | null> => {
  const program = `docker-credential-${helper}`
  if (!/^[\w.-]+$/.test(helper))
    throw new StaggerError(helperFailed(program, server, 'no program has such a name'))
  const answer = await run([program, 'get'], { input: Buffer.from(server) }).catch((error) => {
    throw error.code === 'ENOENT'
      ? new StaggerError(helperFailed(program, server, 'it is not installed'))
      : error
  })
  if (answer.code !== 0) {
    if (NOTHING.test(answer.stdout)) return null
    throw new StaggerError(helperFailed(program, server, complaint(answer)))
  }
  const credentials = parseHelperAnswer(answer.stdout)
  if (!credentials) throw new StaggerError(helperFailed(program, server, 'it printed no credentials'))
  return credentials
}

/** Helpers complain on either stream. Nothing of what may be an answer is told: it would hold the secret. */
const complaint = ({ code, stdout, stderr }: Run): string => {
  const said = stderr.trim() || stdout.trim()
  return said && !said.includes('{') ? said.slice(0, 300) : `it ended with exit code ${code}`
}

const unreadable = (file: string, why: string): Problem => ({
  code: 'docker-config-unreadable',
  fault: 'caller',
  problem: `the credentials in ${file} cannot be read`,
  why,
  fix: 'put it right, or move it away and run docker login again; DOCKER_CONFIG names another folder',
})

const helperFailed = (program: string, server: string, why: string): Problem => ({
  code: 'credential-helper-failed',
  fault: 'caller',
  problem: `${program} gives no credentials for ${server}`,
  why,
  fix: `see what it says by hand (echo ${server} | ${program} get), or take it out of Docker's config.json and run docker login`,
})
