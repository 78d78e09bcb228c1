import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { pythonEnvironment } from './environment.js'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const run = async (
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ended> => {
  const child = spawn('python3', args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...pythonEnvironment(), ...environment },
  })
  const [stdout, stderr, [code]] = await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    once(child, 'close'),
  ])
  return { code: code as number | null, stdout: stdout.toString(), stderr: stderr.toString() }
}

/** One of the scripts beside this file. */
export const script = (name: string, ...args: string[]): Promise<Ended> =>
  run([fileURLToPath(new URL(name, import.meta.url)), ...args], {})

/** AWS's own command line: what it prints, as JSON; or what it says is wrong. */
export const awsCli = async (endpoint: string, ...args: string[]): Promise<Ended> =>
  run(['-m', 'awscli', ...args], {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'eu-central-1',
    AWS_DEFAULT_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'rehearsal',
    AWS_SECRET_ACCESS_KEY: 'rehearsal',
    AWS_PAGER: '',
    AWS_MAX_ATTEMPTS: '1',
  })
