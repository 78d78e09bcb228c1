import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Problem, StaggerError } from '../words.js'
import { type Processes, type Run, runProcess } from './process.js'

type Argv = readonly [string, ...string[]]

export interface ToolRun extends Run {
  readonly argv: readonly string[]
  /** What it wrote to its file; null where it wrote none. */
  readonly report: string | null
}

/** Programs that the configuration names: scanners, signers. */
export interface Tools {
  /** `command` is given a path that nothing stands at yet. Throws `no-such-program`. */
  run(command: (report: string) => Argv, onLine?: (line: string) => void): Promise<ToolRun>
}

export const openTools = (run: Processes = runProcess): Tools => ({
  run: async (command, onLine) => {
    const folder = await mkdtemp(join(tmpdir(), 'stagger-report-'))
    const file = join(folder, 'report.sarif')
    const argv = command(file)
    try {
      const ended = await run(argv, onLine ? { onLine } : {}).catch((error) => {
        throw error.code === 'ENOENT' ? new StaggerError(noSuchProgram(argv[0])) : error
      })
      return { ...ended, argv, report: await readFile(file, 'utf8').catch(() => null) }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
})

const noSuchProgram = (program: string): Problem => ({
  code: 'no-such-program',
  fault: 'caller',
  problem: `${program} cannot be run`,
  why: 'stagger.yml names it in build:, and no program of that name is on the PATH',
  fix: `install ${program} in a step before, or write its whole path`,
})
