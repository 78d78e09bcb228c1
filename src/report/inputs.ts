import type { Edge, Input, StageInputs } from '../catalog/inputs.js'
import type { Fingerprint, Oid, ServiceName } from '../words.js'
import { placeText } from './plan/reason.js'
import { printable, table } from './table.js'

/** The files that a context beside the main one gives. */
export interface FilesOfContext {
  readonly name: string
  readonly folder: string
  readonly files: readonly Input[]
}

/** Which files decide a service's image. Every list is of files; no folders. */
export interface InputsOfService {
  readonly service: ServiceName
  readonly commit: Oid
  readonly fingerprint: Fingerprint | null
  /** Of the main context. */
  readonly files: readonly Input[]
  readonly named: readonly FilesOfContext[]
  /** In no context: they decide because the configuration says so. */
  readonly declared: readonly Input[]
  readonly stage: StageInputs
}

/** The documented object of `inputs --json`. */
export const inputsJson = (found: InputsOfService): Record<string, unknown> => {
  const { service, commit, fingerprint, stage } = found
  return {
    schema: 1,
    service,
    rev: commit,
    fingerprint,
    files: [
      ...found.files.map(fileJson),
      ...found.named.flatMap(({ name, files }) =>
        files.map((file) => ({ ...fileJson(file), context: name })),
      ),
      ...found.declared.map((file) => ({ ...fileJson(file), declared: true })),
    ],
    contexts: found.named.map(({ name, folder }) => ({ name, folder })),
    edges: stage.edges.map(({ service: base, reference, because }) => ({
      service: base,
      reference,
      ...because,
    })),
    settings: {
      target: stage.target,
      args: stage.args,
      instructions: stage.instructions,
      platforms: stage.platforms,
      unpinned: stage.unpinned,
    },
    widened: [...stage.widened, ...stage.untracked],
  }
}

const fileJson = ({ path, mode, oid, because }: Input): Record<string, unknown> => ({
  path,
  mode,
  oid,
  because: placeText(because),
})

const COLUMNS = [{ title: 'file' }, { title: 'because of' }] as const

export const inputsText = (found: InputsOfService): string => {
  const { service, fingerprint, stage } = found
  const rows = fileRows(found)
  const count = `${rows.length} ${rows.length === 1 ? 'file decides' : 'files decide'}`
  return [
    `${count} the image of ${service} (${fingerprint ?? 'no fingerprint'})`,
    '',
    ...(rows.length > 0 ? [table(COLUMNS, rows)] : []),
    ...section('built from the images of', stage.edges.map(edgeText)),
    ...section('for the platforms', stage.platforms),
    ...section('not pinned, so that they count as written', stage.unpinned),
    ...section(
      'could not be decided, so that more counts as input',
      stage.widened.map(({ reason, detail, line }) => `${reason}: ${detail} (line ${line})`),
    ),
    ...section(
      'not tracked by git, so that there is no fingerprint',
      stage.untracked.map(({ reason, detail, line }) => `${reason}: ${detail} (line ${line})`),
    ),
  ].join('\n')
}

const fileRows = ({ files, named, declared }: InputsOfService): [string, string][] => [
  ...[...files, ...declared].map(({ path, because }): [string, string] => [path, placeText(because)]),
  ...named.flatMap(({ name, files: own }) =>
    own.map(({ path, because }): [string, string] => [path, `${placeText(because)}, in the context ${name}`]),
  ),
]

const edgeText = ({ service, reference, because }: Edge): string =>
  `${service}${reference === null ? '' : `, as ${reference}`} (${placeText(because)})`

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [`${title}:`, ...lines.map((line) => `  ${printable(line)}`), ''] : []
