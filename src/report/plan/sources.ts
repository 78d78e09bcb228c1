import type { Service } from '../../catalog/service.js'
import type { PlannedService, Reason } from '../../changes/planned.js'
import type { ServiceName } from '../../words.js'

/** Changed files that stand together in the picture, and the services that read any of them. */
export interface Source {
  readonly label: string
  readonly services: readonly ServiceName[]
}

type Files = ReadonlyMap<string, ReadonlySet<ServiceName>>

/** What changed, by file where there are few, else by as deep a folder as leaves few; the rest only counted. */
export const sourcesOf = (affected: readonly PlannedService[], most: number): readonly Source[] => {
  const files = changedFiles(affected)
  const deepest = Math.max(0, ...[...files.keys()].map((path) => path.split('/').length))
  for (let depth = deepest; depth > 1; depth--) {
    const grouped = groupedAt(files, depth)
    if (grouped.length <= most) return grouped
  }
  return withRest(groupedAt(files, 1), most)
}

/** A Dockerfile counts where its instructions changed. */
const changedFiles = (affected: readonly PlannedService[]): Files => {
  const files = new Map<string, Set<ServiceName>>()
  for (const { service, reasons } of affected)
    for (const reason of reasons)
      for (const file of fileOf(service, reason))
        files.set(file, (files.get(file) ?? new Set()).add(service.name))
  return files
}

const fileOf = ({ dockerfile }: Service, reason: Reason): readonly string[] => {
  if (reason.kind === 'instructions') return [dockerfile]
  return reason.kind === 'input' || reason.kind === 'tests' || reason.kind === 'untracked'
    ? [reason.path]
    : []
}

const groupedAt = (files: Files, depth: number): Source[] => {
  const groups = new Map<string, string[]>()
  for (const path of files.keys()) {
    const segments = path.split('/')
    const key = segments.length > depth ? `${segments.slice(0, depth).join('/')}/` : path
    groups.set(key, [...(groups.get(key) ?? []), path])
  }
  return [...groups].map(([key, paths]) => source(key, paths, files))
}

const source = (key: string, paths: readonly string[], files: Files): Source => {
  const [only, ...more] = paths as [string, ...string[]]
  return {
    label: more.length > 0 ? `${key} (${paths.length} files)` : only,
    services: [...new Set(paths.flatMap((path) => [...(files.get(path) ?? [])]))],
  }
}

/** What most services read stays. */
const withRest = (sources: readonly Source[], most: number): readonly Source[] => {
  if (sources.length <= most) return sources
  const ordered = sources.toSorted((a, b) => b.services.length - a.services.length)
  const rest = ordered.slice(most - 1)
  return [
    ...ordered.slice(0, most - 1),
    { label: `${rest.length} more`, services: [...new Set(rest.flatMap(({ services }) => services))] },
  ]
}
