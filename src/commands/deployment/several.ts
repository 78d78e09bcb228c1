import type { Deployed } from '../../ecs/deployed.js'
import { StaggerError } from '../../words.js'
import type { Target } from './target.js'

/** Runs what goes before a deployment, or waits for whoever runs it. */
export type Before = (run: () => Promise<void>) => Promise<void>

type DeployOne = (target: Target, before: Before) => Promise<Deployed>

/**
 * Deploys them side by side. What goes before (a migration) is the service's and not theirs: the first of them runs it,
 * once, and the others wait for it. Where the first does not get as far, nor do they.
 */
export const together = async (
  [first, ...others]: readonly Target[],
  deployOne: DeployOne,
): Promise<readonly Deployed[]> => {
  if (!first) return []
  if (others.length === 0 || !first.settings.before) {
    const alone: Before = (run) => run()
    return Promise.all([first, ...others].map((target) => deployOne(target, alone)))
  }
  const gate = openedOnce()
  const leading = deployOne(first, (run) => gate.keep(run())).then((deployed) => {
    gate.open(deployed)
    return deployed
  })
  return Promise.all([leading, ...others.map((target) => deployOne(target, () => gate.opened))])
}

/** It opens when what goes before is over, or was not needed; it never does where it failed, or was never reached. */
const openedOnce = () => {
  let settle: (failed: StaggerError | null) => void = () => {}
  const opened = new Promise<void>((open, stay) => {
    settle = (failed) => (failed ? stay(failed) : open())
  })
  // Whoever waits is told; that nobody may be waiting is no failure of its own.
  opened.catch(() => {})
  const keep = (run: Promise<void>): Promise<void> =>
    run.then(
      () => settle(null),
      (error: unknown) => {
        if (error instanceof StaggerError) settle(error)
        throw error
      },
    )
  const open = ({ outcome, problems: [first, ...rest] }: Deployed): void =>
    settle(outcome === null && first ? new StaggerError(first, ...rest) : null)
  return { opened, keep, open }
}
