import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A bare repository beside a work tree: what GitHub holds, and what runs leave there. */
export interface Origin {
  readonly address: string
  git(...args: string[]): string
  /** Everything that points somewhere, and where to. */
  refs(): string
  tags(): readonly string[]
  /** An entry of the ledger; null where there is none. */
  entry(path: string): Record<string, unknown> | null
  remove(): void
}

const LEDGER = 'refs/stagger/ledger'

export const bareOrigin = (directory: string): Origin => {
  const address = mkdtempSync(join(tmpdir(), 'stagger-origin-'))
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', address, ...args], { encoding: 'utf8' }).trim()
  git('init', '--quiet', '--bare', '--initial-branch=main')
  execFileSync('git', ['-C', directory, 'remote', 'add', 'origin', address])
  const names = (...args: string[]) =>
    git(...args)
      .split('\n')
      .filter((name) => name !== '')
  const ledger = (): string[] =>
    git('for-each-ref', LEDGER) === '' ? [] : names('ls-tree', '-r', '--name-only', LEDGER)
  return {
    address,
    git,
    refs: () => git('for-each-ref', '--format=%(refname) %(objectname)'),
    tags: () => names('tag', '--list'),
    entry: (path) => (ledger().includes(path) ? JSON.parse(git('show', `${LEDGER}:${path}`)) : null),
    remove: () => rmSync(address, { recursive: true, force: true }),
  }
}
