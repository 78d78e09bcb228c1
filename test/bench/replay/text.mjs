// The tally as people read it.
import { ratio } from './tally.mjs'

const MOST = 40

export const tallyText = (tally) =>
  [
    `${tally.repository}: ${tally.commits} commits${tally.sample ? `, a sample (seed ${tally.seed}) of ${tally.walked}` : ''}`,
    `  lockstep        ${tally.built.lockstep}`,
    `  folder filter   ${tally.built.folder}, missed ${tally.missed.folder.length}`,
    `  stagger         ${tally.built.stagger}, missed ${tally.missed.stagger.length}, ${ratio(tally).toFixed(3)} × the minimum`,
    `  minimum         ${tally.built.minimum}`,
    ...section('missed by Stagger', byCommit(tally.missed.stagger), Infinity),
    ...section('missed by the folder filter', byCommit(tally.missed.folder), MOST),
    ...section('built by Stagger beyond the minimum, by why', byReason(tally.excess), MOST),
    ...section(
      'refused by Stagger',
      byReason(tally.refused.map(({ why, ...one }) => ({ ...one, why: [why] }))),
      MOST,
    ),
    '',
  ].join('\n')

const section = (title, rows, most) => {
  if (rows.length === 0) return []
  const rest = rows.length > most ? [`    … and ${rows.length - most} more lines; --json has all`] : []
  return [`  ${title}:`, ...rows.slice(0, most).map((row) => `    ${row}`), ...rest]
}

const byCommit = (rows) =>
  [...groups(rows, ({ commit }) => commit)].map(
    ([commit, all]) => `${commit.slice(0, 9)} ${all.map(({ service }) => service).join(', ')}`,
  )

const byReason = (rows) =>
  [...groups(rows, ({ why }) => why.slice(0, 3).join('; '))]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([why, all]) => `${all.length} × ${why} (${all[0].commit.slice(0, 9)} ${all[0].service ?? ''})`)

const groups = (rows, keyOf) => {
  const found = new Map()
  for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row])
  return found
}
