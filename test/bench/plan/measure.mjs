import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const CLI = fileURLToPath(new URL('../../../dist/cli/index.js', import.meta.url))

const MOST_OUTPUT = 1 << 30
/** What hangs is told as failed; nothing that is measured here takes minutes on purpose. */
const PATIENCE = 10 * 60_000

/** One run of a program, from the call to its end. `output: 'ignore'` sends what it prints to nowhere. */
export const timed = (program, args, { output = 'pipe', ...options } = {}) => {
  const begun = process.hrtime.bigint()
  const run = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
    timeout: PATIENCE,
    stdio: ['ignore', output, 'pipe'],
    ...options,
  })
  const milliseconds = Number(process.hrtime.bigint() - begun) / 1e6
  if (run.error && run.status === null) return { ...run, stderr: run.error.message, milliseconds }
  return { ...run, milliseconds }
}

/** GNU time, for the kernel's own account of memory; a package of that name on Debian. */
const GNU_TIME = '/usr/bin/time'
export const knowsMemory = existsSync(GNU_TIME)

/**
 * The peak resident memory in MB of the largest process among a program and those it started and waited for: the kernel's
 * `ru_maxrss` as GNU time tells it. Measured in a run of its own, so that it costs the timed runs nothing.
 */
export const peakMemory = (program, args, options) => {
  if (!knowsMemory) return null
  const folder = mkdtempSync(join(tmpdir(), 'stagger-bench-memory-'))
  const report = join(folder, 'report')
  try {
    timed(GNU_TIME, ['--format', '%M', '--output', report, program, ...args], options)
    return Number(readFileSync(report, 'utf8').trim().split('\n').at(-1)) / 1024
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const quantile = (numbers, share) => {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

export const median = (numbers) => quantile(numbers, 0.5)
