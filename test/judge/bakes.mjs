// Bake files as we read them, and as buildx itself does: every target that is a service here must be built alike there.
//   node --import ./test/typescript/register.mjs test/judge/bakes.mjs BUILDX FILE…
// BUILDX is the program buildx (go build ./cmd/buildx in a checkout of docker/buildx). With --record it writes what buildx
// prints beside each file instead: what test/catalog/bake compares with.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readBake } from '../../src/catalog/bake/discover.ts'
import { asPrinted, printedAs } from '../catalog/bake/printed.ts'

const [buildx, ...rest] = process.argv.slice(2)
const record = rest.includes('--record')
const files = rest.filter((file) => file !== '--record')

/** In a folder of its own, and with no variable of ours. */
const print = (file, name, targets) => {
  const folder = mkdtempSync(join(tmpdir(), 'stagger-bake-'))
  try {
    copyFileSync(file, join(folder, name))
    const environment = { PATH: process.env.PATH, HOME: folder }
    const stdio = ['ignore', 'pipe', 'pipe']
    const args = ['bake', '--print', ...targets]
    return execFileSync(buildx, args, {
      cwd: folder,
      env: environment,
      stdio,
      encoding: 'utf8',
      timeout: 30_000,
    })
  } catch (error) {
    return String(error.stderr)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const ours = (file, name) => {
  try {
    return readBake(new Map([[name, readFileSync(file, 'utf8')]]))
  } catch (error) {
    if (!error.problems) throw error
    return { services: [], warnings: error.problems.map(({ why, at }) => `${at.line}: ${why}`) }
  }
}

const say = (line) => process.stdout.write(`${line}\n`)
const inspect = (value) => JSON.stringify(value, null, 2)

let different = 0
for (const file of files) {
  const name = file.endsWith('.json') ? 'docker-bake.json' : 'docker-bake.hcl'
  const found = ours(file, name) ?? { services: [], warnings: [] }
  const text = print(file, name, record ? [] : found.services.map((service) => service.name))
  if (record) writeFileSync(file.replace(/\.(?:hcl|json)$/, '.printed.json'), text)
  const theirs = text.startsWith('{') ? printedAs(JSON.parse(text), found.services) : text
  const same = isDeepStrictEqual(theirs, asPrinted(found.services))
  if (!same) different++
  say(`${same ? 'same' : 'DIFFERENT'} ${file}: ${found.services.length} services`)
  for (const warning of found.warnings) say(`  ${warning}`)
  if (!same) say(`  theirs ${inspect(theirs)}\n  ours ${inspect(asPrinted(found.services))}`)
}
process.exitCode = different > 0 ? 1 : 0
