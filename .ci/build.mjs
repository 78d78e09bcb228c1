// Builds dist/: one unminified bundle whose commands are chunks loaded on demand, and a thin entry for each
// action and program. The types are taken off file by file first: handed TypeScript, ncc resolves packages as
// CommonJS, and the current @actions/* are ES modules only.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [sources, scratch] = [join(root, 'src'), join(root, '.build')]
/** Made beside the old one and put in its place at the end: what runs meanwhile finds a whole one. */
const dist = join(scratch, 'dist')
/** Programs beside the actions: what package.json's `bin` and scripts start. */
const PROGRAMS = ['cli', 'setup', 'demo']

const compile = (file) => {
  const { outputText } = ts.transpileModule(readFileSync(join(sources, file), 'utf8'), {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2023,
      verbatimModuleSyntax: true,
    },
  })
  const target = join(scratch, file.replace(/\.ts$/, '.js'))
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, outputText)
}

const entry = (name, kind, file = 'index.js') => {
  mkdirSync(join(dist, name), { recursive: true })
  const first = kind === 'program' ? '#!/usr/bin/env node\n' : ''
  const text = `${first}import { ${kind} } from '../bundle/index.js'\n\nawait ${kind}('${name}')\n`
  writeFileSync(join(dist, name, file), text, { mode: kind === 'program' ? 0o755 : 0o644 })
}

rmSync(scratch, { recursive: true, force: true })
for (const file of readdirSync(sources, { recursive: true }).filter((name) => name.endsWith('.ts')))
  compile(file)
const ncc = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js')
execFileSync(
  process.execPath,
  [
    ncc,
    'build',
    join(scratch, 'main/stagger.js'),
    '-o',
    join(dist, 'bundle'),
    '--no-source-map-register',
    '--license',
    'licenses.txt',
  ],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
)
writeFileSync(join(dist, 'package.json'), '{\n  "type": "module"\n}\n')
for (const name of PROGRAMS) entry(name, 'program')
for (const name of readdirSync(join(root, 'actions'))) {
  entry(name, 'action')
  // A file of its own: what comes afterwards must never be taken for the action itself.
  if (/^ {2}post: /m.test(readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8')))
    entry(name, 'post', 'post.js')
}
rmSync(join(root, 'dist'), { recursive: true, force: true })
renameSync(dist, join(root, 'dist'))
rmSync(scratch, { recursive: true, force: true })
