import { keep } from '../ground/keeper.js'
import { program } from '../ground/programs.js'
import { LABEL } from './container.js'
import type { Driver } from './driver.js'

/** Removes what is left of a cluster that ended without a word (`kill -9`, out of memory). */
const SWEEP = `cat >/dev/null
export DOCKER_HOST="$3"
left=$("$2" ps --all --quiet --filter "label=$4")
[ -z "$left" ] || "$2" rm --force --volumes $left
rm -rf "$1"
`

/** The driver, whose containers go with this process whatever ends it. Without a client nobody could remove them. */
export const swept = (driver: Driver, host: string, owner: string): Driver => {
  const client = program('docker')
  if (client === null) return driver
  const kept = keep({ script: SWEEP, args: [client, host, `${LABEL}=${owner}`], holdsOutput: true })
  return {
    ...driver,
    close: async () => {
      await driver.close()
      await kept.stop()
    },
  }
}
