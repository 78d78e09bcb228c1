import { chmodSync, cpSync, existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Engine } from './engine.js'
import { FOLDER_ONLY, keep } from './keeper.js'
import { attempt, program, programs } from './programs.js'

/** The programs besides Node that a small image's `RUN` and health checks may call. */
const PROGRAMS = [
  'sh',
  'env',
  'id',
  'ls',
  'cat',
  'cp',
  'mv',
  'rm',
  'ln',
  'mkdir',
  'chmod',
  'chown',
  'sleep',
  'true',
]

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
const CHANGES = ['--change', `ENV PATH=${PATH}`, '--change', 'CMD ["node"]']

export interface Node {
  readonly path: string
  /** As it says itself: `v24.1.0`. */
  readonly version: string
}

/** Makes an image of the Node binary at hand, a shell, and the libraries that they need. Returns that Node. */
export const standIn = async (engine: Engine, name: string): Promise<Node> => {
  const node = await nodeAtHand()
  const kept = keep({ script: FOLDER_ONLY })
  try {
    await furnish(join(kept.folder, 'root'), node)
    const archive = join(kept.folder, 'root.tar')
    await must(['tar', '-cf', archive, '-C', join(kept.folder, 'root'), '.'])
    await must([engine.client, 'import', ...CHANGES, archive, name], engine.environment)
    return node
  } finally {
    await kept.stop()
  }
}

/** Node 24 where there is one, else this process's own. */
const nodeAtHand = async (): Promise<Node> => {
  const paths = [process.execPath, ...programs('node'), join(process.cwd(), 'node_modules/.bin/node')]
  for (const path of paths.filter(existsSync)) {
    const version = (await attempt([path, '--version'])).stdout.trim()
    if (version.startsWith('v24.')) return { path: realpathSync(path), version }
  }
  return { path: process.execPath, version: process.version }
}

const furnish = async (root: string, node: Node): Promise<void> => {
  for (const folder of ['etc', 'tmp', 'root', 'home/node', 'usr/local/bin']) {
    mkdirSync(join(root, folder), { recursive: true })
  }
  chmodSync(join(root, 'tmp'), 0o1777)
  chmodSync(join(root, 'home/node'), 0o777)
  writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0::/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n')
  writeFileSync(join(root, 'etc/group'), 'root:x:0:\nnode:x:1000:\n')
  await place(root, node.path, '/usr/local/bin/node')
  for (const name of PROGRAMS) {
    const path = program(name)
    if (path) await place(root, path, `/bin/${name}`)
  }
  // Scripts begin with this path.
  mkdirSync(join(root, 'usr/bin'), { recursive: true })
  cpSync(join(root, 'bin/env'), join(root, 'usr/bin/env'))
}

/** Puts a program into the image, and each library it names where the loader will look for it. */
const place = async (root: string, from: string, to: string): Promise<void> => {
  copy(root, from, to)
  for (const library of await libraries(from)) {
    if (!existsSync(join(root, library))) copy(root, library, library)
  }
}

const copy = (root: string, from: string, to: string): void => {
  mkdirSync(join(root, dirname(to)), { recursive: true })
  cpSync(realpathSync(from), join(root, to), { dereference: true })
}

/** What `ldd` lists with a path: `libm.so.6 => /lib/libm.so.6 (0x…)`, and the loader alone on its line. */
const libraries = async (path: string): Promise<string[]> => {
  const { stdout } = await attempt(['ldd', path])
  return [...stdout.matchAll(/(?:^|\s)(\/\S+) \(0x/gm)].map(([, library]) => library as string)
}

const must = async (argv: [string, ...string[]], environment: Readonly<Record<string, string>> = {}) => {
  const { ok, stderr } = await attempt(argv, { environment, seconds: 120 })
  if (!ok) throw new Error(`${argv.join(' ')}: ${stderr}`)
}
