import type { Course } from '../../../src/rehearsal/controller/course.js'
import { begin } from '../../../src/rehearsal/controller/deployment.js'
import { GUARDS, type Moment } from '../../../src/rehearsal/controller/guards.js'
import type { Observation, SeenTarget, SeenTask } from '../../../src/rehearsal/controller/observation.js'
import type {
  Deployment,
  Phase,
  Revision,
  Service,
  Settings,
  Task,
} from '../../../src/rehearsal/controller/state.js'
import { at, revision, SETTINGS, service } from './world.js'

export const BLUE = 'group/blue'
export const GREEN = 'group/green'
export const PRODUCTION = 'rule/production'
export const TEST = 'rule/test'

/** Revision 1 stands in the blue group and revision 2 in the green one, of rules that name both. */
const bound = (id: string, targetGroup: string, other: string): Revision => {
  const traffic = { other, productionRule: PRODUCTION, testRule: TEST }
  return { ...revision(id), targets: [{ targetGroup, containerName: 'app', containerPort: 8080, traffic }] }
}

export interface Given {
  readonly course?: Partial<Course>
  readonly deployment?: Partial<Deployment>
  readonly settings?: Partial<Settings>
  readonly tasks?: readonly Task[]
  readonly desired?: number
}

/** A service in the middle of its second deployment, which moves from revision 1 to revision 2, as `given` has it. */
export const inDeployment = (given: Given = {}): Service => {
  const { course, deployment, settings, tasks = [], desired = 2 } = given
  const plan = { strategy: 'BLUE_GREEN' } as const
  const first = service({ desiredCount: desired, settings: { ...SETTINGS, plan, ...settings } })
  const done = {
    ...first,
    revisions: [bound('1', BLUE, GREEN)],
    deployments: first.deployments.map((one) => ({ ...one, status: 'SUCCESSFUL' as const })),
  }
  const begun = begin(done, bound('2', GREEN, BLUE), 'arn:deployment/2', at(0))
  const [newest, ...older] = begun.deployments
  if (!newest) throw new Error('nothing began')
  const under: Deployment = {
    ...newest,
    status: 'IN_PROGRESS',
    startedAt: at(0),
    ...deployment,
    course: { ...newest.course, ...deployment?.course, ...course },
  }
  return { ...begun, deployments: [under, ...older], tasks }
}

export const BACK: Partial<Deployment> = {
  status: 'ROLLBACK_IN_PROGRESS',
  rollback: { reason: 'asked', startedAt: at(0), revision: '1', from: 'SCALE_UP' },
}

/** A task that has counted for long, unless `change` says otherwise. */
export const task = (id: string, of: string, phase: Phase, change: Partial<Task> = {}): Task => ({
  id,
  revision: of,
  phase,
  createdAt: at(0),
  healthy: phase === 'running',
  ...change,
})

export const target = (state: SeenTarget['state'], change: Partial<SeenTarget> = {}): SeenTarget => ({
  targetGroup: GREEN,
  state,
  inFlight: 0,
  deregistrationDelaySeconds: 300,
  ...change,
})

export const seenTask = (change: Partial<SeenTask> = {}): SeenTask => ({
  phase: 'running',
  health: 'UNKNOWN',
  hasHealthCheck: false,
  targets: [target('healthy')],
  ...change,
})

type Rules = Readonly<Record<string, Readonly<Record<string, number>>>>

export const sight = (
  tasks: Readonly<Record<string, SeenTask>> = {},
  rules: Rules = {},
  ringing: readonly string[] = [],
): Observation => ({
  tasks: new Map(Object.entries(tasks)),
  rules: new Map(Object.entries(rules)),
  alarms: new Map(ringing.map((name) => [name, 'ALARM'])),
  calls: new Map(),
})

export const moment = (now: number, seen: Observation = sight()): Moment => ({
  seen,
  now: at(now),
  guards: GUARDS,
})
