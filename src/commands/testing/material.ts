import type { CommandTestInputs, ComposeTestInputs, Input } from '../../catalog/inputs.js'
import type { PlannedService } from '../../changes/planned.js'
import { contextFiles } from '../../image/context.js'
import { testsPath } from '../../image/testing/run.js'
import type { BuildFolder, Files, FileToWrite, ReadContent } from '../../platform/files.js'
import type { Objects } from '../../words.js'

export interface MaterialWorld {
  readonly git: Objects
  readonly files: Pick<Files, 'buildFolder'>
  /** What a file holds; the same as for a build. */
  readonly content: ReadContent
}

const ROOT = { context: '.', dockerfile: 'stagger.yml' }

const trackedFiles = async (git: Objects, inputs: readonly Input[]): Promise<readonly FileToWrite[]> =>
  contextFiles(git, ROOT, inputs)

/** A folder that holds what a command reads, and nothing else: what its inputs forgot is missed at once. */
export const commandFolder = async (
  { git, files, content }: MaterialWorld,
  test: CommandTestInputs,
): Promise<BuildFolder> => {
  const found = await trackedFiles(git, test.files)
  const placed = found.map((file) => ({ ...file, path: testsPath(file.path) }))
  return files.buildFolder('', placed, content)
}

/** The same for a compose file, by the paths of the repository; beside it, the file on top of it. */
export const composeFolder = async (
  { git, files, content }: MaterialWorld,
  test: ComposeTestInputs,
  override: string,
): Promise<BuildFolder> => {
  const found = await trackedFiles(git, test.files)
  const there = new Set(found.flatMap(({ path }) => foldersAbove(path)))
  const empty = test.contexts
    .filter((folder) => folder !== '.' && !there.has(folder))
    .map((path): FileToWrite => ({ path, mode: '040000', file: '' }))
  return files.buildFolder(override, [...found, ...empty], content)
}

const foldersAbove = (path: string): readonly string[] => {
  const segments = path.split('/').slice(0, -1)
  return segments.map((_, at) => segments.slice(0, at + 1).join('/'))
}

/** All files that a failed test may be in: those of the tests, and of the images that run. */
export const filesOfTests = async (
  git: Objects,
  tested: readonly Pick<PlannedService, 'image' | 'test'>[],
): Promise<readonly string[]> => {
  const stages = tested.flatMap(({ image, test }) => [image.inputs, ...(test ? [test.inputs] : [])])
  const inputs = stages.flatMap((stage) => [
    ...stage.inputs,
    ...stage.declared,
    ...stage.named.flatMap((one) => one.inputs),
  ])
  return (await trackedFiles(git, inputs)).map(({ path }) => path)
}
