import type { DeploymentInfo } from '@aws-sdk/client-codedeploy'
import { deploy, type Target } from '../../src/commands/deploy.js'
import type { Rollouts, UnderWay } from '../../src/commands/deployment/target.js'
import { systemClock } from '../../src/platform/clock.js'
import { type CodeDeployShop, createCodeDeployShop } from '../rehearsal/codedeploy/shop.js'
import { type Ground, openGround, RolloutStage } from './rollout-stage.js'

export const GROUP = { applicationName: 'AppECS-demo-cart', deploymentGroupName: 'DgpECS-demo-cart' }

export const bakes = ({ instanceTerminationWaitTimeStarted }: DeploymentInfo): boolean =>
  instanceTerminationWaitTimeStarted === true

/** A service that CodeDeploy deploys. */
export class CodeDeployStage extends RolloutStage {
  constructor(
    ground: Ground,
    readonly shop: CodeDeployShop,
  ) {
    super(ground)
  }

  /** Deploys in a step that is killed: what it kept for its post step, as the runner hands it on. */
  async killed(one: Target, is: (info: DeploymentInfo) => boolean): Promise<readonly UnderWay[]> {
    const kept = new Map<string, UnderWay>()
    const rollouts: Rollouts = {
      begun: (rollout) => void kept.set(rollout.revision, rollout),
      done: ({ revision }) => void kept.delete(revision),
    }
    let alive = true
    const sleep: typeof this.sleep = (milliseconds, stopped) =>
      alive ? this.sleep(milliseconds, stopped) : new Promise(() => {})
    const world = { ...this.world(), clock: { now: systemClock.now, sleep }, rollouts }
    void deploy(world, { targets: [one], dryRun: false })
    await this.underWay(one, is)
    while (kept.size === 0) await systemClock.sleep(20)
    alive = false
    return JSON.parse(JSON.stringify([...kept.values()]))
  }

  async ask(): Promise<string> {
    const headers = { connection: 'close' }
    return (await fetch(this.shop.url, { method: 'POST', headers })).text()
  }

  /** A minute passes as soon as everything waits; no more are owed than one. */
  async minute(): Promise<void> {
    const clock = await (await fetch(`${this.endpoint}/_rehearsal/clock`)).json()
    if ((clock as { owedSeconds: number }).owedSeconds === 0) await this.backstage('clock', { advance: '1m' })
  }

  /** The minutes of the cluster pass as fast as they can, until it is over. */
  async hurried<T>(ending: Promise<T>): Promise<T> {
    let over = false
    const done = ending.finally(() => {
      over = true
    })
    while (!over) {
      await systemClock.sleep(150)
      await this.minute()
    }
    return done
  }

  async newest(): Promise<DeploymentInfo> {
    const { deployments = [] } = await this.shop.deploying.listDeployments(GROUP)
    const [deploymentId] = deployments
    if (!deploymentId) return {}
    return (await this.shop.deploying.getDeployment({ deploymentId })).deploymentInfo ?? {}
  }

  /** Once the deployment of a target is there, and as it is wanted. */
  async underWay({ image }: Target, is: (info: DeploymentInfo) => boolean = () => true): Promise<string> {
    for (;;) {
      const found = await this.newest()
      if (found.description?.includes(image) && is(found)) return found.deploymentId ?? ''
      await systemClock.sleep(50)
    }
  }

  /** For how many seconds a task that leaves may still answer. */
  async draining(seconds: number): Promise<void> {
    const { elb } = this.clients
    const { TargetGroups = [] } = await elb.describeTargetGroups({})
    const Attributes = [{ Key: 'deregistration_delay.timeout_seconds', Value: String(seconds) }]
    for (const { TargetGroupArn } of TargetGroups)
      await elb.modifyTargetGroupAttributes({ TargetGroupArn, Attributes })
  }

  /** Somebody stops it, and CodeDeploy begins to roll it back; that lasts as long as a task still answers. */
  async stopped(deploymentId: string): Promise<void> {
    await this.draining(10)
    void this.ask().catch(() => {})
    await systemClock.sleep(500)
    await this.shop.deploying.stopDeployment({ deploymentId, autoRollbackEnabled: true })
    while ((await this.newest()).creator !== 'codeDeployRollback') await systemClock.sleep(20)
  }

  /** Once all that was replaced, or went back, is gone. */
  async settled(): Promise<void> {
    while ((await this.described())?.taskSets?.length !== 1) await systemClock.sleep(50)
  }

  override async close(): Promise<void> {
    this.shop.deploying.destroy()
    await super.close()
  }
}

export const openStage = async (): Promise<CodeDeployStage> => {
  const ground = await openGround()
  const shop = await createCodeDeployShop(ground.clients, ground.rehearsal.endpoint)
  const stage = new CodeDeployStage(ground, shop)
  // Nothing has to drain where nobody sends requests.
  await stage.draining(0)
  return stage
}
