import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GitProgram } from './run.js'

/** A bare repository for the time of one command, so that the clone stays as it is. */
export interface Scratch {
  readonly folder: string
  /** `git` in it, from the clone's folder: there an address such as `../origin` means the same. */
  readonly git: Pick<GitProgram, 'run' | 'must'>
  remove(): void
}

/** Also where the process ends in the middle nothing is left behind. */
const open = new Set<string>()
const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true })
process.once('exit', () => open.forEach(removeFolder))

export const openScratch = async (clone: GitProgram): Promise<Scratch> => {
  const folder = await mkdtemp(join(tmpdir(), 'stagger-git-'))
  open.add(folder)
  const format = await clone.must(['rev-parse', '--show-object-format'])
  await clone.must(['init', '--quiet', '--bare', '--template=', `--object-format=${format}`, folder])
  const env = await connection(clone)
  const inIt = (args: readonly string[]) => [`--git-dir=${folder}`, ...args]
  return {
    folder,
    git: {
      run: (args, options) => clone.run(inIt(args), { ...options, env: { ...env, ...options?.env } }),
      must: (args, options) => clone.must(inIt(args), { ...options, env: { ...env, ...options?.env } }),
    },
    remove: () => {
      open.delete(folder)
      removeFolder(folder)
    },
  }
}

/** What decides how the remote is reached, and as whom. */
const CONNECTION =
  /^(?:remote\.origin\.(?!fetch$|mirror$)|http\.|credential\.|url\.|core\.sshcommand$|ssh\.|protocol\.)/i

/** The clone's own settings, handed on by the environment: an argument could be seen by everybody on this machine. */
const connection = async (clone: GitProgram): Promise<Readonly<Record<string, string>>> => {
  const listed = await clone.run(['config', '--local', '--includes', '--null', '--list'])
  const settings = listed.stdout
    .split('\0')
    .map((one) => one.split('\n'))
    .filter(([key = '']) => CONNECTION.test(key))
  const first = Number(process.env.GIT_CONFIG_COUNT ?? 0)
  const entries = settings.flatMap(([key = '', ...value], at) => [
    [`GIT_CONFIG_KEY_${first + at}`, key],
    [`GIT_CONFIG_VALUE_${first + at}`, value.join('\n')],
  ])
  return Object.fromEntries([...entries, ['GIT_CONFIG_COUNT', String(first + settings.length)]])
}
