import { posix } from 'node:path'

/** Folders that say how the code is laid out, not what it is. */
const LAYOUT = new Set(['src', 'docker', 'build', 'app', 'dockerfiles', '.docker', 'deploy'])

const foldersAbove = (path: string): string[] => {
  const folder = posix.dirname(path)
  return folder === '.' || folder === '/' ? [] : [folder, ...foldersAbove(folder)]
}

/** The folder that people think of as the service's own. */
export const ownFolder = (name: string, dockerfile: string, context: string): string =>
  foldersAbove(dockerfile).find((folder) => posix.basename(folder).toLowerCase() === name) ??
  (context === '.' ? posix.dirname(dockerfile) : context)

/** What a Dockerfile's place says about its name: the nearest folder with a telling name, then the ones above it. */
const tellingFolders = (dockerfile: string): string[] => {
  const names = foldersAbove(dockerfile).map((folder) => posix.basename(folder))
  const telling = names.filter((name) => !LAYOUT.has(name.toLowerCase()))
  return telling.length > 0 ? telling : names
}

/** `Dockerfile.debug` and `debug.Dockerfile` as `debug`; empty for a plain `Dockerfile`. */
const variantOf = (dockerfile: string): string =>
  posix.basename(dockerfile).replace(/^Dockerfile\.?|\.?Dockerfile$/gi, '')

const clean = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')

/** A name for each Dockerfile, by its folder; what would clash takes the variant, then the folder above, before it. */
export const nameDockerfiles = (dockerfiles: readonly string[], repository = 'app'): Map<string, string> => {
  const names = new Map(dockerfiles.map((path) => [path, clean(tellingFolders(path)[0] ?? repository)]))
  qualify(names, (path) => (variantOf(path) ? (name) => `${name}-${variantOf(path)}` : null))
  for (let depth = 1; depth < 8 && clashes(names).length > 0; depth++) {
    qualify(names, (path) => {
      const parent = tellingFolders(path)[depth]
      return parent ? (name) => `${parent}-${name}` : null
    })
  }
  return names
}

const clashes = (names: ReadonlyMap<string, string>): string[] => {
  const count = new Map<string, number>()
  for (const name of names.values()) count.set(name, (count.get(name) ?? 0) + 1)
  return [...names].filter(([, name]) => (count.get(name) as number) > 1).map(([path]) => path)
}

const qualify = (
  names: Map<string, string>,
  how: (path: string) => ((name: string) => string) | null,
): void => {
  for (const path of clashes(names)) {
    const change = how(path)
    if (change) names.set(path, clean(change(names.get(path) as string)))
  }
}
