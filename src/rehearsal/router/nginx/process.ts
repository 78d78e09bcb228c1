import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { StaggerError } from '../../../words.js'
import { attempt, program } from '../../ground/programs.js'

/** One nginx: a paper that it goes by, and a process that outlives this one. */
export interface Nginx {
  /** Starts it, or has it read a paper that has changed. */
  follow(paper: string): Promise<void>
  /** Reads its paper again, changed or not: a fault on purpose. */
  reload(): void
  /** What its workers call themselves; none where this machine does not tell. */
  workers(): readonly string[]
  stop(): Promise<void>
}

const missing = () =>
  new StaggerError({
    code: 'no-nginx',
    fault: 'caller',
    problem: 'There is no nginx for the router',
    why: 'the program nginx is not on the PATH',
    fix: 'npm run setup -- --yes, or apt-get install nginx; or leave out `--router nginx`',
  })

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const readProcess = (file: string): string => {
  try {
    return readFileSync(`/proc/${file}`, 'utf8')
  } catch {
    return ''
  }
}

const workersOf = (pid: number | undefined): readonly string[] =>
  readProcess(`${pid}/task/${pid}/children`)
    .split(' ')
    .map((worker) => readProcess(`${worker}/cmdline`))
    .filter((title) => title.includes('worker process'))

export const createNginx = (folder: string, name: string): Nginx => {
  const paperFile = join(folder, `${name}.conf`)
  const pidFile = join(folder, `${name}.pid`)
  const binary = program('nginx')
  if (binary === null) throw missing()
  mkdirSync(join(folder, 'temp'), { recursive: true })

  const pid = (): number | undefined => {
    const found = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0
    return found > 0 && isAlive(found) ? found : undefined
  }
  const write = (paper: string): void => {
    writeFileSync(`${paperFile}.new`, paper)
    renameSync(`${paperFile}.new`, paperFile)
  }
  const start = async (): Promise<void> => {
    const started = await attempt([binary, '-p', folder, '-c', paperFile, '-e', join(folder, 'error.log')])
    if (!started.ok) throw new Error(`nginx does not start: ${started.stderr.trim()}`)
    while (pid() === undefined) await wait(20)
  }
  const signal = (what: NodeJS.Signals): void => {
    const running = pid()
    if (running !== undefined) process.kill(running, what)
  }
  return {
    async follow(paper) {
      const known = existsSync(paperFile) && readFileSync(paperFile, 'utf8') === paper
      if (!known) write(paper)
      if (pid() === undefined) await start()
      else if (!known) signal('SIGHUP')
    },
    reload: () => signal('SIGHUP'),
    workers: () => workersOf(pid()),
    async stop() {
      signal('SIGTERM')
      while (pid() !== undefined) await wait(20)
      rmSync(paperFile, { force: true })
    },
  }
}

/** What an nginx answers at a socket; undefined where nothing answers. */
export const askSocket = (socketPath: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const asked = request({ socketPath, path: '/', agent: false, timeout: 1000 })
    asked.once('response', (answer) => resolve(text(answer).catch(() => undefined)))
    asked.once('timeout', () => asked.destroy())
    asked.once('error', () => resolve(undefined))
    asked.end()
  })
