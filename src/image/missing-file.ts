import { posix } from 'node:path'
import { ignoreFileOf } from '../catalog/context-reader.js'
import type { Service } from '../catalog/service.js'
import { entryAt } from '../catalog/tree.js'
import { type Copied, clean, copiedBefore, joined, type Place, workFolder } from './missing-place.js'
import { hidingRule } from './missing-rule.js'
import type { Commit, Told } from './missing-source.js'
import { type Missed, missedFiles } from './missing-words.js'
import type { Failure } from './output.js'

/** A file that the commit holds and the step missed. */
interface Forgotten {
  /** In the context. */
  readonly source: string
  /** As the step looks for it. */
  readonly to: string
}

/**
 * What a step missed, where the commit holds it and no instruction brought it along; null where nothing of that kind is
 * sure enough to be said.
 */
export const explainFile = async (
  service: Service,
  { said }: Failure,
  place: Place,
  commit: Commit,
): Promise<Told | null> => {
  if (place.step.instruction.keyword !== 'RUN') return null
  for (const missed of missedFiles(said))
    for (const guess of guesses(missed, place)) {
      const entry =
        guess.source === '.'
          ? null
          : await entryAt(commit.objects, commit.root, posix.join(service.context, guess.source))
      if (entry) return told(service, guess, entry.mode === '040000', place, commit)
    }
  return null
}

/** Where the missing file may stand in the context, the likeliest first. */
const guesses = ({ path, from, endings = [''] }: Missed, place: Place): readonly Forgotten[] => {
  const folder = workFolder(place)
  const folders = [from, ...changedTo(place), '.'].flatMap((one) => (one === undefined ? [] : [one]))
  const asked = folders.map((one) => (path.startsWith('/') ? path : posix.join(one, path)))
  return asked.flatMap((one) => {
    const whole = joined(folder, one)
    const places = [
      ...(whole === null ? [] : copiedBefore(place).flatMap((copied) => beside(copied, whole))),
      ...(whole !== null && folder !== null ? inside(folder, whole) : []),
      ...(one.startsWith('../') ? [] : [clean(one)]),
    ]
    return places.flatMap((source) =>
      endings.map((ending) => ({ source: source + ending, to: destination(one, folder) + ending })),
    )
  })
}

/** `cd web && …`: what is named behind it stands from there. */
const changedTo = ({ step }: Place): readonly string[] =>
  [...step.instruction.rest.matchAll(/(?:^|[;&|\s])cd ([^\s;&|]+)/g)]
    .map(([, folder = '.']) => folder)
    .reverse()

/** A folder that was copied tells where what is below it comes from; a file, where its neighbours do. */
const beside = ({ source, to }: Copied, whole: string): readonly string[] => {
  const folder = to.replace(/(?<=.)\/+$/, '')
  const rest = inside(folder, whole)[0]
  if (rest === undefined) return []
  return [posix.join(source, rest), posix.join(posix.dirname(source), rest)]
}

const inside = (folder: string, whole: string): readonly string[] => {
  if (folder === '/') return [whole.slice(1)]
  return whole.startsWith(`${folder}/`) ? [whole.slice(folder.length + 1)] : []
}

/** Below the folder that the step works in, where it is there; else as it was asked for. */
const destination = (asked: string, folder: string | null): string => {
  const whole = joined(folder, asked)
  const below = whole !== null && folder !== null ? inside(folder, whole)[0] : undefined
  return below ?? asked.replace(/^\.\//, '')
}

const told = async (
  service: Service,
  { source, to }: Forgotten,
  isFolder: boolean,
  place: Place,
  { objects, root }: Commit,
): Promise<Told | null> => {
  const path = posix.join(service.context, source)
  const copied = copiedBefore(place).some(
    ({ source: one }) => one === '.' || source === one || source.startsWith(`${one}/`),
  )
  const ignoreFile = await ignoreFileOf(objects, root, service, null)
  const hidden = ignoreFile && hidingRule(ignoreFile.text, source)
  // Then it is there, and was lost on the way: nobody can say how.
  if (copied && !hidden) return null
  const { line } = place.step.instruction
  const copy = copied
    ? []
    : [`add before line ${line} of ${service.dockerfile}:`, copyLine(source, to, isFolder)]
  const exception = hidden ? [`add at the end of ${ignoreFile.path}:`, hidden.exception] : []
  return {
    problem: `${path} is not in the context of ${service.name}`,
    why: [
      `the commit holds it, and ${copied ? 'an ignore file leaves it out' : `no instruction before line ${line} copies it`}: a build gets what its Dockerfile names and nothing else`,
      ...(hidden ? [`${ignoreFile.path}:${hidden.line} leaves it out: ${hidden.text.trim()}`] : []),
    ].join('\n'),
    fix: [...copy, ...exception].join('\n'),
  }
}

/** With a slash, a folder's content goes into a folder of that name. */
const copyLine = (source: string, to: string, isFolder: boolean): string => {
  const words = isFolder ? [source, `${to.replace(/\/+$/, '')}/`] : [source, to]
  return `COPY ${words.some((word) => /[\s"'\\$]/.test(word)) ? JSON.stringify(words) : words.join(' ')}`
}
