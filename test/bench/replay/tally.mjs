// Adds up the rows of all commits.
import { COLUMNS } from './columns.mjs'

export const newTally = (repository) => ({
  repository,
  commits: 0,
  built: Object.fromEntries(COLUMNS.map((column) => [column, 0])),
  missed: { folder: [], stagger: [] },
  excess: [],
  refused: [],
})

export const refuse = (tally, commit, why) => tally.refused.push({ commit, service: null, why })

export const addCommit = async (tally, commit, rows) => {
  tally.commits++
  for (const column of COLUMNS) tally.built[column] += rows.filter((row) => row[column]).length
  for (const [column, missed] of Object.entries(tally.missed))
    missed.push(
      ...rows.filter((row) => row.minimum && !row[column]).map(({ service }) => ({ commit, service })),
    )
  for (const { service, refused } of rows) if (refused) tally.refused.push({ commit, service, why: refused })
  for (const { service, stagger, minimum, why } of rows)
    if (stagger && !minimum) tally.excess.push({ commit, service, why: await why() })
}

/** Stagger's builds as a multiple of the minimum. */
export const ratio = ({ built }) => built.stagger / Math.max(built.minimum, 1)
