// One build twice: from the whole contexts, and from contexts that hold our inputs alone.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readResult, sourcesIn, writeContext } from './folders.mjs'

/** What the product writes beside a Dockerfile whose context is filtered already. */
const NOTHING = '# nothing\n'

/**
 * `entries` are the files of each whole context, `inputs` those of ours, both by the context's name as rows
 * [path, mode, link target, object id].
 */
export const judgeBuild = async (buildkit, judge, { question, ignoreFiles, entries, inputs }, random) => {
  const { rewritten, error } = await judge.ask({ ...question, rewrite: true })
  if (error) return { kind: 'not rewritten', detail: error }
  const build = (all, own) =>
    buildOnce(buildkit, { ...question, dockerfile: rewritten }, all, { ...ignoreFiles, own })
  const whole = await build(entries, ignoreFiles.own)
  if (whole.failed) return { kind: 'fails as a whole', detail: whole.failed }
  const ours = await build(inputs, NOTHING)
  const verdict = ours.failed
    ? { kind: 'missed', detail: [`fails from our inputs alone: ${ours.failed}`] }
    : compare(whole.result, ours.result)
  const read = sourcesIn(whole.result)
  return {
    ...verdict,
    read: read.size,
    unread: rowsOf(inputs).filter(
      ([context, [path, mode]]) => isFile(mode, path) && !read.has(`${context}\n${path}`),
    ),
    forgotten: await forgetOne(build, inputs, whole.result, read, random),
  }
}

const rowsOf = (all) => Object.entries(all).flatMap(([context, rows]) => rows.map((row) => [context, row]))
const isFile = (mode, path) => mode.startsWith('100') && path !== '.dockerignore'

const buildOnce = async (buildkit, { dockerfile, target, args, contexts }, all, ignoreFiles) => {
  const place = mkdtempSync(join(buildkit.folder, 'build-'))
  const folders = Object.fromEntries(
    Object.keys(all).map((name, index) => [name, join(place, `context-${index}`)]),
  )
  for (const [name, rows] of Object.entries(all))
    writeContext(folders[name], name, rows, ignoreFiles.folders[name] ?? '')
  const [source, output] = [join(place, 'dockerfile'), join(place, 'output')]
  for (const folder of [source, output]) mkdirSync(folder)
  writeFileSync(join(source, 'Dockerfile'), dockerfile)
  if (ignoreFiles.own !== null) writeFileSync(join(source, 'Dockerfile.dockerignore'), ignoreFiles.own)
  const { failed } = await buildkit.build({ dockerfile: source, target, args, contexts, folders, output })
  const result = failed ? null : readResult(output)
  rmSync(place, { recursive: true, force: true })
  return { failed, result }
}

const compare = (whole, ours) => {
  const differing = [...new Set([...whole.files.keys(), ...ours.files.keys()])].filter(
    (path) => whole.files.get(path) !== ours.files.get(path),
  )
  const emptied = whole.empty.filter((path) => !ours.empty.includes(path))
  return differing.length > 0
    ? { kind: 'missed', detail: differing.slice(0, 5), emptied }
    : { kind: 'same', detail: [], emptied }
}

/** One input that the builder read is left out: the build must fail or come out differently. */
const forgetOne = async (build, inputs, whole, read, random) => {
  const rows = rowsOf(inputs).filter(([context, [path]]) => read.has(`${context}\n${path}`))
  if (rows.length === 0) return null
  const [context, left] = rows[Math.floor(random() * rows.length)]
  const without = { ...inputs, [context]: inputs[context].filter((row) => row !== left) }
  const { failed, result } = await build(without, NOTHING)
  return { path: left[0], noticed: Boolean(failed) || compare(whole, result).kind === 'missed' }
}
