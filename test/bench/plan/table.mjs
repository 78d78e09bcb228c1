import { verdict } from './answer.mjs'

const time = (milliseconds) =>
  milliseconds < 10_000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(1)} s`
const memory = (megabytes) => (megabytes === null ? 'not measured' : `${megabytes.toFixed(0)} MB`)

export const heading = ({ files, services, affected, changed }, { bare, listing }) =>
  [
    '',
    `${files.toLocaleString('en')} files, ${services.length.toLocaleString('en')} services; ${changed.length} files changed, which affects ${affected.size}`,
    `  bare node -e 0      ${time(bare).padStart(9)}`,
    `  git ls-tree -r -z   ${time(listing).padStart(9)}`,
  ].join('\n')

export const staggerLine = (row, { bare, listing }) => {
  const ratio = row.milliseconds / (bare + listing)
  return `  plan, ${row.name.padEnd(13)} ${time(row.milliseconds).padStart(9)}  ${memory(row.megabytes).padStart(8)}  ${ratio.toFixed(2).padStart(6)} × both   ${verdict(row)}`
}

export const peerLine = (row, plan) => {
  const name = `  ${row.name.padEnd(19)}`
  if (row.failed) return `${name} FAILED: ${row.failed}`
  const ratio = row.milliseconds / plan.milliseconds
  const first = row.first > 1.2 * row.milliseconds ? ` (without its cache ${time(row.first)})` : ''
  return `${name} ${time(row.milliseconds).padStart(9)}  ${memory(row.megabytes).padStart(8)}  ${ratio.toFixed(2).padStart(6)} × plan   ${verdict(row)}${first}`
}
