import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Repository, temporaryRepository } from './repository.js'

/** A repository that others clone over a real transport, so that a shallow or a partial clone is one. */
export interface Remote extends Repository {
  readonly address: string
  /** A clone with these options of `git clone`; without a work tree. */
  clone(...options: string[]): string
  /** So many commits on a branch, each with a change of one file. */
  grow(branch: string, commits: number): void
  /** Removes the clones too. */
  remove(): void
}

export const remoteRepository = (...initOptions: string[]): Remote => {
  const repository = temporaryRepository(...initOptions)
  // As GitHub does.
  repository.git('config', 'uploadpack.allowFilter', 'true')
  repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  const address = `file://${repository.directory}`
  const clones: string[] = []
  return {
    ...repository,
    address,
    clone: (...options) => {
      const directory = mkdtempSync(join(tmpdir(), 'stagger-clone-'))
      clones.push(directory)
      const args = ['clone', '--quiet', '--no-checkout', ...options, address, directory]
      execFileSync('git', args, { stdio: ['ignore', 'ignore', 'inherit'] })
      return directory
    },
    grow: (branch, commits) => {
      const input = Array.from({ length: commits }, (_, number) => commitOn(branch, number)).join('')
      execFileSync('git', ['-C', repository.directory, 'fast-import', '--quiet', '--force'], { input })
    },
    remove: () => {
      for (const folder of clones.splice(0)) rmSync(folder, { recursive: true, force: true })
      repository.remove()
    },
  }
}

/** In the language of `git fast-import`, which makes hundreds at once. */
const commitOn = (branch: string, number: number): string =>
  [
    `commit refs/heads/${branch}`,
    `committer Ann <ann@example.com> ${1_700_000_000 + number} +0000`,
    'data 1\nx',
    ...(number === 0 ? [`from refs/heads/${branch}^0`] : []),
    `M 100644 inline ${branch}.txt`,
    `data ${String(number).length}\n${number}\n`,
  ].join('\n')

/** How often a remote was connected to while `body` ran, told by git itself. */
export const countFetches = async (body: () => Promise<unknown>): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'stagger-trace-'))
  const trace = join(folder, 'trace')
  process.env.GIT_TRACE_PACKET = trace
  try {
    await body()
    return readFileSync(trace, 'latin1')
      .split('\n')
      .filter((line) => /packet:\s+fetch< version 2/.test(line)).length
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  } finally {
    delete process.env.GIT_TRACE_PACKET
    rmSync(folder, { recursive: true, force: true })
  }
}
