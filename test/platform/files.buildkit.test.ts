import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type FileToWrite, files } from '../../src/platform/files.js'
import { runProcess } from '../../src/platform/process.js'
import type { Oid } from '../../src/words.js'
import { type Buildkit, startBuildkit } from '../ground/buildkit.js'
import { testGround } from '../ground/ground.js'

const TEXT: FileToWrite = { path: 'text', mode: '100644', oid: '1'.repeat(40) as Oid }
const DOCKERFILE = 'FROM scratch\nCOPY text /main\nCOPY --from=further text /further\n'
/** All as long as each other, so that nothing but the content tells them apart. */
const TEXTS = Array.from({ length: 24 }, (_, at) => `text ${String(at).padStart(2, '0')}`)

describe('build folders whose files have the same names, sizes and times', () => {
  const ground = testGround()
  const home = mkdtempSync(join(tmpdir(), 'stagger-built-'))
  let buildkit: Buildkit
  beforeAll(async () => {
    buildkit = await startBuildkit(ground)
  })
  afterAll(async () => {
    rmSync(home, { recursive: true })
    await buildkit?.stop()
  })

  /** What the build of a folder with this text came to hold. */
  const built = async (text: string): Promise<readonly string[]> => {
    const into = join(home, files.unique())
    const folder = await files.buildFolder(DOCKERFILE, [TEXT], async () => Buffer.from(text), {
      further: [TEXT],
    })
    const argv = [
      ...[ground.engine.client, 'buildx', 'build', '--progress=plain', `--file=${folder.dockerfile}`],
      ...[`--build-context=further=${folder.contexts.further}`, `--output=type=local,dest=${into}`],
    ] as const
    const { code, stderr } = await runProcess([...argv, folder.context], { env: buildkit.environment })
    await folder.remove()
    if (code !== 0) throw new Error(stderr)
    return ['main', 'further'].map((name) => readFileSync(join(into, name), 'utf8'))
  }

  test('are built each with its own, one after another', async () => {
    for (const text of TEXTS.slice(0, 4)) expect(await built(text)).toEqual([text, text])
  })

  test('are built each with its own, at once', async () => {
    expect(await Promise.all(TEXTS.map(built))).toEqual(TEXTS.map((text) => [text, text]))
  })
})
