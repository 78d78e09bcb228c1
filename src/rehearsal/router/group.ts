import { type HealthCheck, judge } from './health.js'
import { probe } from './probe.js'
import { createTarget, drain, isDrained, type Target } from './target.js'

/** A target group at work: who is in rotation, how they are, and who gets the next request. */
export interface Group {
  register(address: string, port: number, task?: string): void
  /** One that an earlier server had: as it was then. */
  restore(address: string, port: number, was: Pick<Target, 'health' | 'drainingSince' | 'task'>): void
  deregister(address: string, port: number): void
  targets(): readonly Target[]
  find(address: string, port: number): Target | undefined
  /** The target for the next request; undefined where none can take it. */
  pick(): Target | undefined
  close(): void
}

export interface GroupSettings {
  check(): HealthCheck
  deregistrationDelaySeconds(): number
}

const FIRST_CHECK_AFTER = 500
const SWEEP_EVERY = 100

const key = (address: string, port: number): string => `${address}:${port}`

/** ELB fails open: where no target is healthy, those known to be unhealthy get the requests. */
export const eligible = (targets: readonly Target[]): readonly Target[] => {
  const healthy = targets.filter(({ health }) => health.state === 'healthy')
  return healthy.length > 0 ? healthy : targets.filter(({ health }) => health.state === 'unhealthy')
}

/** Looks after one target until it leaves: a check, then again one interval after that began. */
const watch = (target: Target, settings: GroupSettings, isClosed: () => boolean): void => {
  const next = async (): Promise<void> => {
    if (isClosed() || target.health.state === 'draining') return
    const check = settings.check()
    setTimeout(next, check.intervalSeconds * 1000).unref()
    const outcome = await probe(target.address, target.port, check)
    target.health = judge(target.health, outcome, check)
  }
  setTimeout(next, FIRST_CHECK_AFTER).unref()
}

export const createGroup = (settings: GroupSettings): Group => {
  const targets = new Map<string, Target>()
  let closed = false
  let turn = 0
  const sweep = setInterval(() => {
    for (const [name, target] of targets)
      if (isDrained(target, settings.deregistrationDelaySeconds(), Date.now())) {
        targets.delete(name)
        target.agent.destroy()
      }
  }, SWEEP_EVERY).unref()
  const enter = (target: Target): void => {
    targets.set(key(target.address, target.port), target)
    watch(target, settings, () => closed)
  }
  return {
    targets: () => [...targets.values()],
    find: (address, port) => targets.get(key(address, port)),
    register: (address, port, task) => {
      if (!targets.has(key(address, port))) enter(createTarget(address, port, task))
    },
    restore: (address, port, was) => enter(Object.assign(createTarget(address, port), was)),
    deregister(address, port) {
      const target = targets.get(key(address, port))
      if (target) drain(target, Date.now())
    },
    pick() {
      const open = eligible([...targets.values()])
      turn += 1
      return open[turn % Math.max(1, open.length)]
    },
    close() {
      closed = true
      clearInterval(sweep)
      for (const { agent } of targets.values()) agent.destroy()
      targets.clear()
    },
  }
}
