import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { pythonEnvironment } from '../../rehearsal/judge/environment.js'

export interface Moto {
  readonly endpoint: string
  stop(): Promise<void>
}

/** moto's server; it ends with this process, whatever happens, because its input does. */
export const startMoto = async (): Promise<Moto> => {
  const program = fileURLToPath(new URL('moto_server.py', import.meta.url))
  const child = spawn('python3', [program], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: pythonEnvironment(),
  })
  const ended = once(child, 'close')
  const first = once(createInterface(child.stdout), 'line') as Promise<[string]>
  const [line] = await Promise.race([first, ended.then(() => ['{}'] as [string])])
  const { endpoint } = JSON.parse(line) as { endpoint?: string }
  if (!endpoint) throw new Error('moto did not start: python3 -m pip install -r test/tools/requirements.txt')
  return {
    endpoint,
    stop: async () => {
      child.stdin.end()
      await ended
    },
  }
}
