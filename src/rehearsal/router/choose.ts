import { join } from 'node:path'
import type { Control } from '../control.js'
import { keep } from '../ground/keeper.js'
import { createInProcessRouter } from './in-process.js'
import { createNginxRouter } from './nginx/router.js'
import type { Router, RouterName } from './router.js'

export interface RouterOptions {
  /** Where a cluster's state stands: nginx stands there too, and waits to be found again. */
  readonly state: string | undefined
  readonly bug: (error: unknown) => void
  readonly control: Control | undefined
}

/** Ends what is left of nginx where the cluster ended without a word. */
const SWEEP = `cat >/dev/null
for one in front slots; do
  [ -f "$1/$one.pid" ] && kill -TERM "$(cat "$1/$one.pid")" 2>/dev/null
done
rm -rf "$1"
`

const keptNginx = (bug: RouterOptions['bug'], reloads: boolean): Router => {
  const kept = keep({ script: SWEEP })
  const router = createNginxRouter({ folder: kept.folder, bug, reloads })
  return {
    ...router,
    close: async () => {
      await router.close()
      await kept.stop()
    },
  }
}

export const createRouter = (name: RouterName, { state, bug, control }: RouterOptions): Router => {
  if (name === 'in-process') return createInProcessRouter()
  const reloads = control === 'reload'
  return state === undefined
    ? keptNginx(bug, reloads)
    : createNginxRouter({ folder: join(state, 'nginx'), bug, reloads })
}
