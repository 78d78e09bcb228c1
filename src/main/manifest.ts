import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { manifestAt, mergeFiles } from '../commands/manifest.js'
import type { ManifestResult, ReleaseManifest } from '../image/manifest.js'
import type { Progress } from '../platform/progress.js'
import { manifestHeadline, manifestMarkdown, manifestText } from '../report/manifest.js'
import { StaggerError } from '../words.js'
import type { ActionBody } from './action.js'
import type { Shown } from './cli.js'
import { inSession, planIn } from './session.js'

export interface ManifestOptions {
  readonly repo: string
  /** Files and folders of manifests to merge; none: what the ledger knows of the commit. */
  readonly files: readonly string[]
  readonly out: string | null
}

const make = async ({ repo, files, out }: ManifestOptions, progress: Progress): Promise<ManifestResult> => {
  const result =
    files.length > 0
      ? mergeFiles(files.flatMap(filesAt).map((name) => ({ name, text: readFileSync(name, 'utf8') })))
      : await inSession(repo, progress, async (session) => manifestAt(session.git, await planIn(session)))
  if (out !== null) writeManifest(out, result.manifest)
  return result
}

export const manifestCommand: Shown<ManifestOptions> = async (options, progress) => {
  const result = await make(options, progress)
  return { code: 0, json: result.manifest, text: manifestText(result) }
}

export const action: ActionBody = async (progress, inputs) => {
  const file = manifestPath('all')
  const options = { repo: inputs.text('working-directory', '.'), files: inputs.words('files'), out: file }
  const result = await make(options, progress)
  return {
    code: 0,
    headline: manifestHeadline(result),
    summary: manifestMarkdown(result),
    outputs: manifestOutputs(result.manifest, file),
  }
}

/** The host alone may be masked; the rest then stays readable. */
export const manifestOutputs = ({ registry, services }: ReleaseManifest, file: string) => ({
  manifest: JSON.stringify(services),
  registry: registry ?? '',
  'manifest-file': file,
})

/** Where an action leaves a manifest for the steps that follow. */
export const manifestPath = (name: string): string =>
  join(process.env.RUNNER_TEMP ?? tmpdir(), 'stagger', `manifest-${name}.json`)

/** Throws `manifest-not-written` where a file of that name cannot be. */
export const writeManifest = (file: string, manifest: ReleaseManifest): void => {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`)
  } catch (error) {
    throw new StaggerError({
      code: 'manifest-not-written',
      fault: 'caller',
      problem: `the manifest cannot be written to ${file}`,
      why: (error as Error).message,
      fix: 'name a file in a folder that you may write to; what was built stays, and the same command again finds it',
    })
  }
}

const jsonBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))

/** A folder stands for the JSON files in it and below it, as actions/download-artifact leaves them. */
const filesAt = (path: string): readonly string[] => {
  const found = statSync(path, { throwIfNoEntry: false })
  const files = found?.isDirectory() ? jsonBelow(path) : found ? [path] : []
  if (files.length > 0) return files
  throw new StaggerError({
    code: 'no-manifest',
    fault: 'caller',
    problem: found ? `${path} holds no manifest` : `there is no ${path}`,
    why: 'a folder is looked through for files that end in .json',
    fix: 'name what stagger build --manifest FILE has written, or the folder that actions/download-artifact made',
  })
}
