/** Branch patterns with the identifier of the pre-releases that are made there, e.g. `{ next: 'beta', 'feature/*': 'dev' }`. */
export type Prereleases = Readonly<Record<string, string>>

/** The identifier of a branch's pre-releases, by the first pattern that matches; null where it makes none. */
export const channelOf = (prereleases: Prereleases, branch: string): string | null =>
  Object.entries(prereleases).find(([pattern]) => matches(pattern, branch))?.[1] ?? null

/** As in a workflow's `branches:`: `*` stops at a slash, `**` does not. */
const matches = (pattern: string, branch: string): boolean => {
  const source = pattern
    .split(/(\*\*?)/)
    .map((part) =>
      part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'),
    )
  return new RegExp(`^${source.join('')}$`, 's').test(branch)
}
