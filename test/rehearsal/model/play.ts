import { bind } from '../../../src/rehearsal/controller/binding.js'
import { awaited } from '../../../src/rehearsal/controller/calls.js'
import { begin } from '../../../src/rehearsal/controller/deployment.js'
import type { Effect } from '../../../src/rehearsal/controller/effects.js'
import { GUARDS, type Guards } from '../../../src/rehearsal/controller/guards.js'
import type { Observation } from '../../../src/rehearsal/controller/observation.js'
import {
  isUnderWay,
  lastCompleted,
  type Revision,
  revisionOf,
  type Service,
  type Settings,
  type TargetBinding,
} from '../../../src/rehearsal/controller/state.js'
import { step } from '../../../src/rehearsal/controller/step.js'
import { at, SETTINGS } from '../controller/world.js'
import { Cloud, type Fate, type Says } from './cloud.js'

export const [BLUE, GREEN, PRODUCTION, TEST] = ['group/blue', 'group/green', 'rule/production', 'rule/test']
export const TICK = 300

/** What goes wrong in one turn: how old the sight is, which effects get lost, where the controller dies. */
export interface Trouble {
  readonly lag: number
  /** The answers that are lost: each n-th effect is not carried out. */
  readonly lose?: number
  /** Dies after so many effects, or before it wrote down what it decided: that comes before the first effect. */
  readonly crash?: { readonly after: number | 'nothing' }
}

const CALM: Trouble = { lag: 0 }

const DECLARED: TargetBinding = {
  targetGroup: BLUE,
  containerName: 'app',
  containerPort: 8080,
  traffic: { other: GREEN, productionRule: PRODUCTION, testRule: TEST },
}

const EMPTY: Omit<Service, 'desiredCount' | 'settings'> = {
  arn: 'arn:service',
  name: 'cart',
  cluster: 'arn:cluster',
  status: 'ACTIVE',
  createdAt: at(0),
  revisions: [],
  deployments: [],
  tasks: [],
  begun: 0,
  events: [],
}

/** One service in one cloud, with the controller between them. */
export class Play {
  readonly cloud: Cloud
  service: Service
  now = 0
  effects: readonly Effect[] = []
  /** The deployments whose functions were seen to say no. */
  readonly refused = new Set<string>()
  private readonly guards: Guards

  constructor(options: {
    readonly settings?: Partial<Settings>
    readonly desired?: number
    readonly fates?: Readonly<Record<string, Fate>>
    readonly requests?: number
    readonly says?: readonly Says[]
    readonly guards?: Guards
  }) {
    const { says = ['yes'], settings, desired = 2, fates = {}, requests = 1, guards = GUARDS } = options
    this.guards = guards
    this.cloud = new Cloud((definition) => fates[definition] ?? 'fine', requests)
    this.cloud.says = says
    this.cloud.rules.set(PRODUCTION, { [BLUE]: 1, [GREEN]: 0 })
    this.cloud.rules.set(TEST, { [BLUE]: 1, [GREEN]: 0 })
    this.service = { ...EMPTY, desiredCount: desired, settings: { ...SETTINGS, ...settings } }
  }

  /** A new revision, bound as the API binds it; unless `balanced`, of a service without a load balancer. */
  deploy(id: string, balanced = true): void {
    const served = lastCompleted(this.service)
    const serving = served === undefined ? undefined : revisionOf(this.service, served)
    const targets = balanced ? [bind(DECLARED, this.service.settings.plan.strategy, serving)] : []
    const revision: Revision = {
      id,
      arn: `arn:revision/${id}`,
      taskDefinition: id,
      targets,
      createdAt: at(this.now),
    }
    this.service = begin(this.service, revision, `arn:deployment/${id}`, at(this.now))
  }

  get deployment() {
    const [newest] = this.service.deployments
    if (!newest) throw new Error('no deployment')
    return newest
  }

  get underWay(): boolean {
    return isUnderWay(this.deployment)
  }

  turn(trouble: Trouble = CALM, length = TICK): void {
    this.now += length
    this.cloud.advance(this.now)
    const seen = this.cloud.observe(this.now, trouble.lag)
    const decided = step(this.service, seen, at(this.now), undefined, this.guards)
    this.effects = decided.effects
    if (trouble.crash) this.cloud.forgetCalls()
    if (trouble.crash?.after === 'nothing') return
    this.noteRefusal(seen)
    this.carryOut(decided.effects, decided.service, seen, trouble)
    // Over a crash comes what was written down, which is plain data.
    this.service = trouble.crash ? JSON.parse(JSON.stringify(decided.service)) : decided.service
  }

  private noteRefusal({ calls }: Observation): void {
    const { arn, status } = this.deployment
    const names = awaited(this.service, at(this.now))
    if (status === 'IN_PROGRESS' && names.some((name) => calls.get(name)?.kind === 'failed'))
      this.refused.add(arn)
  }

  private carryOut(
    effects: readonly Effect[],
    service: Service,
    seen: Observation,
    { lose, crash }: Trouble,
  ): void {
    effects.forEach((effect, index) => {
      this.cloud.judge(effect, service, seen, this.now)
      const lost =
        (lose !== undefined && index % lose === 0) || (crash !== undefined && index >= Number(crash.after))
      if (!lost) this.cloud.carryOut(effect, service, this.now)
    })
  }

  /** Turns without trouble until the deployment has ended, or `most` turns have passed. */
  settle(most = 2000, length = TICK): void {
    for (let count = 0; this.underWay && count < most; count += 1) this.turn(CALM, length)
  }

  turns(count: number, length = TICK): void {
    for (let index = 0; index < count; index += 1) this.turn(CALM, length)
  }

  /** The revisions that have tasks. */
  alive(): readonly string[] {
    return [
      ...new Set(
        this.service.tasks.filter(({ phase }) => phase !== 'stopped').map(({ revision }) => revision),
      ),
    ]
  }
}
