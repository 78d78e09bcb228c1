import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * The hash of a service's code as it lies on this disk: its own `src` and that of the libraries it
 * depends on. The version is what the deployment says runs here; this is what does run here.
 */
export const codeOf = (folder) => {
  const hash = createHash('sha256')
  for (const part of [folder, ...libraries(folder)]) addFiles(hash, join(part, 'src'))
  return hash.digest('hex').slice(0, 12)
}

const libraries = (folder) => {
  const manifest = join(folder, 'package.json')
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8'))
  const { resolve } = createRequire(manifest)
  return Object.keys(dependencies)
    .sort()
    .map((name) => dirname(dirname(resolve(name))))
}

const addFiles = (hash, folder) => {
  for (const path of readdirSync(folder, { recursive: true }).sort()) {
    if (!path.endsWith('.js')) continue
    const content = readFileSync(join(folder, path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
}
