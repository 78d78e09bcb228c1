import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Oid } from '../../src/words.js'

/** What a commit holds: text, or a link, an executable, or null to remove. */
export type Content = string | Buffer | { link: string } | { executable: string | Buffer } | null

export interface Repository {
  readonly directory: string
  git(...args: string[]): string
  /** Writes the files into the work tree. Names may be bytes. */
  write(files: Record<string, Content>): void
  /** Writes the files, commits all, and returns the commit. */
  commit(files: Record<string, Content>, message?: string): Oid
  remove(): void
}

const place = (path: string, content: Content): void => {
  rmSync(path, { recursive: true, force: true })
  if (content === null) return
  mkdirSync(dirname(path), { recursive: true })
  if (typeof content === 'string' || Buffer.isBuffer(content)) writeFileSync(path, content)
  else if ('link' in content) symlinkSync(content.link, path)
  else {
    writeFileSync(path, content.executable)
    chmodSync(path, 0o755)
  }
}

const ENVIRONMENT = {
  // Nothing is tidied up in a folder that is soon removed: that is a process of its own after each commit.
  GIT_CONFIG_COUNT: '2',
  GIT_CONFIG_KEY_0: 'gc.auto',
  GIT_CONFIG_VALUE_0: '0',
  GIT_CONFIG_KEY_1: 'maintenance.auto',
  GIT_CONFIG_VALUE_1: 'false',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.com',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.com',
}

/** A real git repository in a temporary folder. */
export const temporaryRepository = (...initOptions: string[]): Repository => {
  const directory = mkdtempSync(join(tmpdir(), 'stagger-test-'))
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', directory, ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...ENVIRONMENT },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim()
  git('init', '--quiet', '--initial-branch=main', ...initOptions)
  const write = (files: Record<string, Content>) => {
    for (const [path, content] of Object.entries(files)) place(join(directory, path), content)
  }
  return {
    directory,
    git,
    write,
    commit: (files, message = 'change') => {
      write(files)
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', message)
      return git('rev-parse', 'HEAD') as Oid
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}
