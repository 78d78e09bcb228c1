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
  return missing.length === 0 ? `${there}.` : `${there}; none of ${missing.join(', ')}.`
}

const where = ({ manifest: { registry } }: ManifestResult): string =>
  registry === null ? '' : `\nIn the registry ${registry}.\n`

export const manifestText = (result: ManifestResult): string =>
  [`${manifestHeadline(result)}\n\n`, table(COLUMNS, rows(result)), where(result)].join('')

export const manifestMarkdown = (result: ManifestResult): string =>
  [
    `**${manifestHeadline(result)}**\n`,
    markdownTable(COLUMNS, rows(result)),
    '<sub>On a laptop: <code>stagger manifest</code></sub>\n',
  ].join('\n')
