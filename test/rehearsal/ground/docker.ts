import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** What a test needs of an engine to call its client. */
export interface Reachable {
  readonly client: string
  readonly environment: Readonly<Record<string, string>>
}

/** Runs the engine's client; what it prints, without the last line's end. */
export const docker = async ({ client, environment }: Reachable, ...args: string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(client, args, { env: { ...process.env, ...environment } })
  return stdout.trim()
}

const SERVER = `require('node:http')
  .createServer((_, answer) => answer.end('served by ' + process.version)).listen(8080)`

/** Builds a small web server on port 8080 under that name. */
export const buildServer = async (engine: Reachable, name: string): Promise<void> => {
  const context = await mkdtemp(join(tmpdir(), 'ground-test-'))
  try {
    await writeFile(join(context, 'server.cjs'), SERVER)
    await writeFile(
      join(context, 'Dockerfile'),
      'FROM node:24-slim\nRUN mkdir /app\nCOPY server.cjs /app/\nUSER node\nCMD ["node", "/app/server.cjs"]\n',
    )
    await docker(engine, 'build', '--tag', name, context)
  } finally {
    await rm(context, { recursive: true })
  }
}

/** Asks until somebody answers: a container's server takes a moment to listen. */
export const textFrom = async (url: string): Promise<string> => {
  for (;;) {
    const response = await fetch(url).catch(() => null)
    if (response) return response.text()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
