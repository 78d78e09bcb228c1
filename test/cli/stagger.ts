import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect } from '@jest/globals'

/** The committed command line, as a user starts it. */
export const CLI = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url))

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface Surroundings {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** Another one than the committed one: what `compileSources` made. */
  readonly program?: string
}

/** Nothing of this machine's settings reaches the command but the search path. */
const CLEAN = {
  PATH: process.env.PATH ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.com',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.com',
  NODE_NO_WARNINGS: '1',
}

export const stagger = async (
  args: readonly string[],
  { cwd, env = {}, program = CLI }: Surroundings,
): Promise<Ended> => {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { ...CLEAN, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [stdout, stderr, [code]] = await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    once(child, 'close'),
  ])
  return { code: code ?? 128, stdout: stdout.toString(), stderr: stderr.toString() }
}

/** What a person reads when a command refuses: the problem, and below it the place, the reason and the way out. */
export interface Told {
  readonly problem: string
  readonly place?: string
  readonly snippet?: string
  readonly why: string
  readonly fix: string
}

/** Reads standard error as a person does. Lines before the first error are progress. */
export const toldIn = (stderr: string): readonly Told[] =>
  stderr
    .split(/^error: /m)
    .slice(1)
    .map((text) => {
      const [problem = '', ...lines] = text.trimEnd().split('\n')
      const why = lines.findIndex((line) => line.startsWith('  why: '))
      const fix = lines.findIndex((line) => line.startsWith('  fix: '))
      const [place, ...snippet] = lines.slice(0, Math.max(why, 0))
      return {
        problem,
        ...(place ? { place: place.trim(), snippet: snippet.join('\n') } : {}),
        why: labelled(lines.slice(why, fix)),
        fix: labelled(lines.slice(fix)),
      }
    })

const labelled = (lines: readonly string[]): string => lines.map((line) => line.slice(7)).join('\n')

/** A refusal before anything was done: nothing on standard output, the problems on standard error. */
export const expectRefusal = ({ code, stdout, stderr }: Ended, exit: number, ...told: object[]): void => {
  expect(toldIn(stderr)).toEqual(told.map((one) => expect.objectContaining(one)))
  expect({ code, stdout }).toEqual({ code: exit, stdout: '' })
}

/** `--json`: standard output is one object and nothing else. */
// biome-ignore lint/suspicious/noExplicitAny: the documented shape is what the tests are about
export const jsonOf = ({ stdout }: Ended): any => {
  expect(stdout.trimEnd().split('\n')).toHaveLength(1)
  return JSON.parse(stdout)
}
