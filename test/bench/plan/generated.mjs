// Plans generated repositories, and asks the peers the same question about the same repository.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installPeers } from '../peers.mjs'
import { generateRepository } from '../repositories.mjs'
import { CLI, knowsMemory } from './measure.mjs'
import { askPeers } from './peers.mjs'
import { measureStagger } from './stagger.mjs'
import { heading, peerLine, staggerLine } from './table.mjs'

/** A work tree of a million files is more than a bench may ask of a disk. */
const MOST_FILES_CHECKED_OUT = 100_000

export const benchGenerated = async (options) => {
  const { files, services, runs, peers: wanted, json, cli = CLI } = options
  const tell = (text) => (json ? process.stderr : process.stdout).write(`${text}\n`)
  if (!knowsMemory) tell('MEMORY IS NOT MEASURED: there is no /usr/bin/time (apt-get install time)')
  const peers = wanted ? installPeers(options) : []
  for (const { name, absent } of peers) if (absent) tell(`ABSENT: ${name}, ${absent}`)
  const results = []
  for (const size of files)
    for (const count of services)
      results.push(await inFolder((folder) => benchOne({ folder, size, count, runs, cli, peers, tell })))
  if (json) process.stdout.write(`${JSON.stringify({ schema: 1, results })}\n`)
  if (results.some(({ rows }) => rows.some(({ missed }) => missed.length > 0))) process.exitCode = 1
}

const inFolder = async (body) => {
  const folder = mkdtempSync(join(tmpdir(), 'stagger-bench-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const stop = () => {
    remove()
    process.exit(130)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    return await body(folder)
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    remove()
  }
}

const benchOne = async ({ folder, size, count, runs, cli, peers, tell }) => {
  const repository = await generateRepository(join(folder, 'repository'), { files: size, services: count })
  const { yardstick, rows } = measureStagger(repository, { cli, runs })
  tell(heading(repository, yardstick))
  for (const row of rows) tell(staggerLine(row, yardstick))
  const asked = size > MOST_FILES_CHECKED_OUT ? [] : askPeers(repository, peers, { folder, runs, tell: told })
  function told(row) {
    tell(peerLine(row, rows[0]))
  }
  return {
    files: repository.files,
    services: count,
    affected: repository.affected.size,
    yardstick,
    rows,
    peers: asked,
  }
}
