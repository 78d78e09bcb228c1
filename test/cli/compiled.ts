import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync } from '@swc/core'
import { FOLDER_ONLY, type Kept, keep } from '../../src/rehearsal/ground/keeper.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const HOW = { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } } as const

/**
 * The command line as it stands in the sources, for tests that start very many processes: turned into JavaScript once, not
 * by each of them. `node PROGRAM build …`
 */
export interface Compiled {
  readonly program: string
  stop(): Promise<void>
}

export const compileSources = (): Compiled => {
  const kept: Kept = keep({ script: FOLDER_ONLY })
  for (const path of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }))
    if (path.endsWith('.ts')) compile(join('src', path), kept.folder)
  cpSync(join(ROOT, 'package.json'), join(kept.folder, 'package.json'))
  symlinkSync(join(ROOT, 'node_modules'), join(kept.folder, 'node_modules'))
  const program = join(kept.folder, 'stagger.js')
  writeFileSync(program, "import { program } from './src/main/stagger.js'\nawait program('cli')\n")
  return { program, stop: kept.stop }
}

const compile = (path: string, folder: string): void => {
  const { code } = transformSync(readFileSync(join(ROOT, path), 'utf8'), { ...HOW, filename: path })
  const compiled = join(folder, path.replace(/\.ts$/, '.js'))
  mkdirSync(dirname(compiled), { recursive: true })
  writeFileSync(compiled, code)
}
