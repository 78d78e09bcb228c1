import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runProcess } from '../../src/platform/process.js'
import type { Digest } from '../../src/words.js'
import type { Buildkit } from './buildkit.js'
import { testGround } from './ground.js'

export interface BuildxRun {
  readonly code: number
  /** Of what was pushed; null where nothing was. */
  readonly digest: Digest | null
  readonly lines: readonly string[]
}

const PUSHED = 'push-by-digest=true,name-canonical=true,push=true,oci-mediatypes=true,rewrite-timestamp=true'

/** `docker buildx build` of a folder into a repository, under no name and with constant times. */
export const buildx = async (
  { environment }: Buildkit,
  folder: string,
  repository: string,
  ...further: readonly string[]
): Promise<BuildxRun> => {
  const metadata = join(mkdtempSync(join(folder, '../metadata-')), 'metadata.json')
  const { code, stdout, stderr } = await runProcess(
    [
      testGround().engine.client,
      ...['buildx', 'build', '--progress=plain', '--build-arg=SOURCE_DATE_EPOCH=946684800'],
      `--output=type=image,name=${repository},${PUSHED}`,
      ...[`--metadata-file=${metadata}`, ...further, folder],
    ],
    { env: { BUILDX_NO_DEFAULT_ATTESTATIONS: '1', ...environment } },
  )
  const digest = code === 0 ? JSON.parse(readFileSync(metadata, 'utf8'))['containerimage.digest'] : null
  return { code, digest: digest ?? null, lines: `${stdout}${stderr}`.split('\n') }
}

/** A folder to build, in a folder of its own that the test takes away again. */
export const contextOf = (files: Readonly<Record<string, string>>): { home: string; context: string } => {
  const home = mkdtempSync(join(tmpdir(), 'stagger-context-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, 'context', path)), { recursive: true })
    writeFileSync(join(home, 'context', path), text)
  }
  return { home, context: join(home, 'context') }
}
