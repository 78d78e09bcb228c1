import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Run, readLog } from './act-log.js'
import { bareEnvironment } from './environment.js'

export interface Workflow {
  /** The work tree whose workflow runs. */
  readonly directory: string
  readonly file: string
  readonly event: object
  readonly variables: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  /** Folders that stand in for repositories, by `OWNER/REPOSITORY`. */
  readonly standIns: Readonly<Record<string, string>>
  /** Where act and everything it runs keep their files. */
  readonly scratch: string
  /** When it is settled, the run is cancelled as Ctrl-C does it. */
  readonly cancelled?: Promise<unknown>
}

const LONGEST = 240_000

/** Runs a workflow file on this machine for a push, as a runner would, with the Node that runs this test. */
export const runWorkflow = async (workflow: Workflow): Promise<Run> => {
  const { scratch } = workflow
  const [eventPath, temporary] = [join(scratch, 'event.json'), join(scratch, 'tmp')]
  mkdirSync(temporary, { recursive: true })
  writeFileSync(eventPath, JSON.stringify(workflow.event))
  const child = spawn(findAct(), argumentsOf(workflow, eventPath), {
    env: { ...bareEnvironment(), HOME: scratch, XDG_CACHE_HOME: scratch, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST,
  })
  workflow.cancelled?.then(() => child.kill('SIGINT'))
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on('line', (line) => lines.push(line))
  const [code] = await once(child, 'close')
  return { code, ...readLog(lines) }
}

/** Built by `.ci/run` from test/tools/go.mod. */
const findAct = (): string => {
  const built = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'stagger-ci/bin')
  const folders = [...(process.env.PATH ?? '').split(delimiter), built]
  const found = folders.map((folder) => join(folder, 'act')).find((path) => existsSync(path))
  if (found) return found
  throw new Error(`there is no act; to build it: go build -C test/tools -o ${built}/ github.com/nektos/act`)
}

const argumentsOf = (workflow: Workflow, eventPath: string): string[] => [
  'push',
  ...['--directory', workflow.directory, '--workflows', workflow.file, '--eventpath', eventPath],
  ...[
    '--platform',
    'ubuntu-latest=-self-hosted',
    '--json',
    '--no-cache-server',
    '--no-skip-checkout',
    '--rm',
  ],
  ...['--action-cache-path', join(workflow.scratch, 'act')],
  ...options('--var', workflow.variables),
  ...options('--env', workflow.env),
  ...options('--local-repository', replaced(workflow)),
]

const options = (name: string, values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values).flatMap(([key, value]) => [name, `${key}=${value}`])

const USES = /uses: ([\w.-]+\/[\w.-]+)(?:\/[\w./-]+)?@([\w.-]+)/g

/** Every action that the workflow names must be stood in for: there is nowhere to fetch it from. */
const replaced = ({ directory, file, standIns }: Workflow): Record<string, string> => {
  const uses = readFileSync(join(directory, file), 'utf8').matchAll(USES)
  const folders = [...uses].map(([, repository = '', reference]) => {
    const folder = standIns[repository]
    if (!folder) throw new Error(`${file} uses ${repository}, and nothing stands in for it`)
    return [`${repository}@${reference}`, folder] as const
  })
  return Object.fromEntries(folders)
}
