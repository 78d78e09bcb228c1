const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`

const HEAD = [
  'services',
  'docker, all, no cache',
  'docker, all',
  'stagger, one changed',
  'docker, that one',
  'overhead',
  'stagger, nothing changed',
]

export const buildsText = (rows) => {
  const table = [
    HEAD,
    ...rows.map(({ services, first, lockstep, stagger, bare, overhead, nothing }) => [
      String(services),
      ...[first.lockstep, lockstep, stagger, bare, overhead, nothing].map(seconds),
    ]),
  ]
  const widths = HEAD.map((_, column) => Math.max(...table.map((row) => row[column].length)))
  return `${table.map((row) => row.map((text, at) => text.padStart(widths[at])).join('  ')).join('\n')}\n`
}
