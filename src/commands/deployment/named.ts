import type { Deployed } from '../../ecs/deployed.js'
import type { Ledger } from '../../ledger/read.js'
import { nameAmong } from '../../version/release.js'

/** Of a rollout that another run began ECS tells the digest; the ledger tells the version that it is. */
export const withVersions = (
  { releasesOf }: Pick<Ledger, 'releasesOf'>,
  rows: readonly Deployed[],
): Promise<readonly Deployed[]> =>
  Promise.all(
    rows.map(async (row) => {
      const same = (await releasesOf(row.name)).filter(({ digest }) => digest === row.digest)
      return { ...row, version: nameAmong(same) }
    }),
  )
