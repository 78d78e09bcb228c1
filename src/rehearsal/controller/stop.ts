import type { Instant } from '../../words.js'
import type { Control } from '../control.js'
import type { Task, Why } from './state.js'

/** A task on its way out: out of rotation first, drained, then stopped. One that never ran has nothing to drain. */
export const retire = (task: Task, why: Why, now: Instant, control?: Control): Task => {
  const drains = task.phase === 'running' && control !== 'stop-first' && control !== 'no-drain'
  return drains
    ? { ...task, phase: 'draining', drainingSince: now, why }
    : { ...task, phase: 'stopping', stoppingAt: now, why }
}

export const scaling = (deployment: string): Why => ({
  code: 'ServiceSchedulerInitiated',
  reason: `Scaling activity initiated by (deployment ecs-svc/${deployment})`,
})
