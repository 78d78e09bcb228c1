import type { Following, Stopping } from './following.js'
import type { Guards } from './guards.js'
import type { Ending } from './judge.js'
import type { Observation } from './sight.js'

/** A cancelled job is killed after about ten seconds; at a limit there is time to see how the way back ends. */
const GRACE = { cancelled: 5_000, late: 300_000 }

/** What was seen makes us want to stop it; what is over stays over. */
export const wantsStop = (state: Following, { kind }: Observation): Following => {
  const { started, now, stopping } = state
  if (stopping) return kind === 'stop-taken' ? { ...state, stopping: { ...stopping, taken: true } } : state
  if (kind === 'cancelled' && started.onCancel === 'rollback') return wanted(state, 'cancelled')
  const late = now >= started.at + started.timeoutMilliseconds
  return late && started.onTimeout === 'rollback' ? wanted(state, 'late') : state
}

const wanted = (state: Following, why: Stopping['why']): Following => ({
  ...state,
  stopping: { why, since: state.now, asked: false, taken: false },
})

/** The deployment to stop now; null where there is none, or where it goes back already. */
export const stopNow = ({ stopping, ours }: Following, guards: Guards): string | null =>
  stopping && !stopping.taken && ours && guards.mayStop(ours) ? ours.arn : null

const WHY = { cancelled: 'Stagger was asked to stop', late: 'it was not over in time' }

/** The ending of a deployment that shall not go on: how it went back, or that it does. */
export const afterStop = (
  { started, stopping, ours, now }: Following,
  ending: Ending | null,
): Ending | null => {
  if (!stopping) return ending
  const { by = 'ECS' } = started
  const because = `${WHY[stopping.why]}, and ${by} was asked to roll back`
  if (ending)
    return ending.outcome === 'rolled-back' && stopping.taken ? { ...ending, reason: because } : ending
  if (now - stopping.since < GRACE[stopping.why]) return null
  const goesBack = stopping.taken || ours?.rollback != null
  if (goesBack) return { outcome: 'stopped', reason: `${because}; it is on its way back` }
  return {
    outcome: 'timed-out',
    reason: `${WHY[stopping.why]}, and ${by} did not take the request to roll back`,
  }
}
