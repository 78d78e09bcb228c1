import type { Target } from '../../src/commands/deploy.js'
import type { EnvironmentSettings } from '../../src/environment/settings.js'
import { systemClock } from '../../src/platform/clock.js'
import { createShop } from '../rehearsal/shop.js'
import { openGround, RolloutStage, service } from './rollout-stage.js'

/** A service that ECS itself deploys, behind two target groups. */
export class EcsStage extends RolloutStage {
  override readonly usual: Partial<EnvironmentSettings> = { strategy: 'rolling' }

  async newest() {
    const { ecs } = this.clients
    const { serviceDeployments } = await ecs.listServiceDeployments({ cluster: 'demo', service })
    const arns = [serviceDeployments?.[0]?.serviceDeploymentArn ?? '']
    const described = await ecs.describeServiceDeployments({ serviceDeploymentArns: arns })
    return described.serviceDeployments?.[0]
  }

  /** Once the deployment of a target is under way. */
  async underWay({ image }: Target): Promise<string> {
    for (;;) {
      const found = await this.newest()
      const { serviceRevisions } = await this.clients.ecs.describeServiceRevisions({
        serviceRevisionArns: [found?.targetServiceRevision?.arn ?? ''],
      })
      if (serviceRevisions?.[0]?.containerImages?.[0]?.image === image)
        return found?.serviceDeploymentArn ?? ''
      await systemClock.sleep(50)
    }
  }

  async served(): Promise<string | undefined> {
    const taskDefinition = (await this.described())?.taskDefinition
    const found = await this.clients.ecs.describeTaskDefinition({ taskDefinition })
    return found.taskDefinition?.containerDefinitions?.[0]?.image
  }
}

export const openEcsStage = async (): Promise<EcsStage> => {
  const ground = await openGround()
  await createShop(ground.clients, { delay: '0' })
  return new EcsStage(ground)
}
