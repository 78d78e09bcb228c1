import type { ManifestResult } from '../image/manifest.js'
import { short } from './outcomes.js'
import { type Column, markdownTable, table } from './table.js'

const COLUMNS: readonly Column[] = [
  { title: 'service' },
  { title: 'image', code: true },
  { title: 'version' },
  { title: 'repository', code: true },
]

const rows = ({ manifest }: ManifestResult): readonly (readonly string[])[] =>
  Object.entries(manifest.services).map(([name, { digest, version, repository }]) => [
    name,
    short(digest),
    version ?? '–',
    repository,
  ])

export const manifestHeadline = ({ manifest, missing }: ManifestResult): string => {
  const count = Object.keys(manifest.services).length
  const there = `${count} ${count === 1 ? 'image' : 'images'}`
  return missing.length === 0 ? `${there}.` : `${there}; none of ${named(missing)}.`
}

const MOST_NAMED = 10

const named = (names: readonly string[]): string => {
  const more = names.length - MOST_NAMED
  return more > 0
    ? `${names.slice(0, MOST_NAMED).join(', ')} and ${more} more (stagger plan names all)`
    : names.join(', ')
}

const isEmpty = ({ manifest }: ManifestResult): boolean => Object.keys(manifest.services).length === 0

const where = ({ manifest: { registry } }: ManifestResult): string =>
  registry === null ? '' : `\nIn the registry ${registry}.\n`

export const manifestText = (result: ManifestResult): string =>
  [
    `${manifestHeadline(result)}\n`,
    ...(isEmpty(result) ? [] : ['\n', table(COLUMNS, rows(result))]),
    where(result),
  ].join('')

export const manifestMarkdown = (result: ManifestResult): string =>
  [
    `**${manifestHeadline(result)}**\n`,
    ...(isEmpty(result) ? [] : [markdownTable(COLUMNS, rows(result))]),
    '<sub>On a laptop: <code>stagger manifest</code></sub>\n',
  ].join('\n')
