// What the builds said, added up.

export const newTally = () => ({
  kinds: new Map(),
  missed: [],
  unnoticed: [],
  forgotten: 0,
  read: 0,
  inputs: 0,
  unread: new Map(),
  emptied: [],
  details: new Map(),
})

export const addVerdict = (tally, { where, read: ours, inputs }, verdict) => {
  add(tally.kinds, verdict.kind)
  if (verdict.kind !== 'same' && verdict.kind !== 'missed')
    add(tally.details, `${verdict.kind}: ${short(verdict.detail)}`)
  if (verdict.kind === 'missed') tally.missed.push([where, verdict.detail])
  if (verdict.read === undefined) return
  tally.read += verdict.read
  tally.inputs += Object.values(inputs).flat().length
  for (const [context] of verdict.unread) add(tally.unread, whyUnread(where, ours, context))
  if (verdict.emptied.length > 0) tally.emptied.push([where, verdict.emptied.slice(0, 3)])
  if (verdict.forgotten) tally.forgotten++
  if (verdict.forgotten && !verdict.forgotten.noticed) tally.unnoticed.push([where, verdict.forgotten.path])
}

const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1)
/** Without the names that each build gives anew. */
const short = (text) => text.replace(/ref \w+::\w+/, 'ref …').slice(0, 200)

const whyUnread = (where, { widened }, context) => {
  const name = where.replace(/^[0-9a-f]{9} /, '')
  const why = [...new Set(widened.map(({ reason }) => reason))].join(', ') || 'not widened'
  return `${name}, ${context} (${why})`
}

export const tallyText = (title, tally) =>
  [
    `${title}: ${[...tally.kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')}`,
    `  files read ${tally.read}, inputs ${tally.inputs}`,
    `  one input forgotten ${tally.forgotten} times, ${tally.unnoticed.length} unnoticed`,
    ...section(
      'missed',
      tally.missed.map((row) => JSON.stringify(row)),
    ),
    ...section(
      'unnoticed',
      tally.unnoticed.map((row) => JSON.stringify(row)),
    ),
    ...section('an input, and not in the result', counted(tally.unread)),
    ...section(
      'folders that only the whole context has: all that they hold is ignored',
      tally.emptied.map((row) => JSON.stringify(row)),
    ),
    ...section('not compared', counted(tally.details)),
    '',
  ].join('\n')

const counted = (map) => [...map].sort(([, a], [, b]) => b - a).map(([key, count]) => `${count} × ${key}`)

const section = (title, rows) =>
  rows.length === 0 ? [] : [`  ${title}: ${rows.length}`, ...rows.slice(0, 15).map((row) => `    ${row}`)]
