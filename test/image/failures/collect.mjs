/**
 * What an engine says of the builds in cases.ts, written to NAME.txt beside this file:
 *   node --import ./test/typescript/register.mjs test/image/failures/collect.mjs NAME CONTEXT-FLAG DOCKERFILE-FLAG PROGRAM ARGUMENT…
 * A flag ends where the folder belongs, e.g.
 *   … docker-20.10 '' --file= docker build --progress=plain
 *   … buildx '' --file= buildx build --builder NAME --progress=plain --build-context base=FOLDER
 *   … buildctl context= dockerfile= buildctl build --progress=plain --frontend=dockerfile.v0 --local base=… --opt context:base=local:base
 * It takes an image, or a folder, `base` with busybox, node, python and make; and on the loopback ports 5999 and 5998 a
 * registry without anything in it and one that wants a password.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cases } from './cases.ts'

const [name, contextFlag, dockerfileFlag, program, ...args] = process.argv.slice(2)
const engine = (folder) =>
  contextFlag === ''
    ? [`${dockerfileFlag}${join(folder, 'Dockerfile')}`, join(folder, 'context')]
    : ['--local', `${contextFlag}${join(folder, 'context')}`, '--local', `${dockerfileFlag}${folder}`]

const said = Object.entries(cases).map(([title, { dockerfile, files }]) => {
  const folder = mkdtempSync(join(tmpdir(), 'stagger-failure-'))
  for (const [path, content] of Object.entries({ Dockerfile: dockerfile, ...inContext(files) })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(
      join(folder, path),
      typeof content === 'string' ? content : Buffer.from(content.base64, 'base64'),
    )
  }
  const run = spawnSync(program, [...args, ...engine(folder)], { encoding: 'utf8', timeout: 60_000 })
  rmSync(folder, { recursive: true })
  if (run.status === 0) throw new Error(`${title} did not fail:\n${run.stdout}${run.stderr}`)
  return `=== ${title}\n${`${run.stdout}${run.stderr}`.replaceAll(folder, 'FOLDER').trimEnd()}\n`
})
writeFileSync(join(import.meta.dirname, `${name}.txt`), said.join(''))

function inContext(files) {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`context/${path}`, content]))
}
