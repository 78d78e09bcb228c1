import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Installs one pinned version of a package below the cache, once; gives its `node_modules`. */
export const installPackage = (cache, name, version) => {
  const folder = join(cache, `${name}-${version}`)
  if (!existsSync(folder)) {
    const making = `${folder}.${process.pid}`
    mkdirSync(making)
    writeFileSync(join(making, 'package.json'), '{ "private": true }\n')
    try {
      execFileSync('npm', ['install', '--no-audit', '--no-fund', '--save-exact', `${name}@${version}`], {
        cwd: making,
        stdio: ['ignore', 'ignore', 'pipe'],
        timeout: 5 * 60_000,
      })
      renameSync(making, folder)
    } finally {
      rmSync(making, { recursive: true, force: true })
    }
  }
  return join(folder, 'node_modules')
}
