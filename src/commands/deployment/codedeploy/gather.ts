import type { DeploymentInfo } from '@aws-sdk/client-codedeploy'
import type { Service } from '@aws-sdk/client-ecs'
import {
  type Active,
  type GroupName,
  groupNameOf,
  type LiveGroup,
  shapeWanted,
} from '../../../ecs/codedeploy/group.js'
import { groupRefusals } from '../../../ecs/codedeploy/refusals.js'
import {
  configFor,
  type Routing,
  readyRouting,
  routingFor,
  routingOf,
  sameRouting,
} from '../../../ecs/codedeploy/routing.js'
import { taskDefinitionIn, taskSetOf } from '../../../ecs/codedeploy/sight.js'
import type { CodeDeploy } from '../../../platform/aws/codedeploy.js'
import type { Ecs } from '../../../platform/aws/ecs.js'
import { StaggerError } from '../../../words.js'
import { nameOf, type Site } from '../target.js'
import { missingConfig, missingGroup, otherConfig } from './problems.js'

/** What CodeDeploy tells of a service that it deploys. Throws all that it has no shape for; changes nothing. */
export const gatherGroup = async (ecs: Ecs, site: Site, service: Service): Promise<LiveGroup> => {
  const { codeDeploy } = ecs
  const { settings } = site
  const name = groupNameOf(settings)
  const { value: group } = await codeDeploy.deploymentGroup(name)
  if (!group) throw missingGroup(site, name, await applications(codeDeploy))
  const base = settings.codeDeploy?.configuration ?? group.deploymentConfigName ?? ''
  const routing = await routingNamed(codeDeploy, base)
  if (settings.codeDeploy?.configuration && !routing) throw missingConfig(base, null)
  const shape = shapeWanted(settings, group, routing)
  const [first, ...rest] = groupRefusals({ settings, name, group, shape })
  if (first) throw new StaggerError(first, ...rest)
  const wanted = shape && routingFor(shape)
  if (!wanted) throw new Error(`nothing refused what ${name.group} has no shape for`)
  const config = await configOf(codeDeploy, { base, routing }, wanted)
  return { name, group, shape, config, active: await activeIn(ecs, site, service, name) }
}

/** Only for advice: whoever may not list them is told all the same what is missing. */
const applications = (codeDeploy: CodeDeploy): Promise<readonly string[] | null> =>
  codeDeploy.applications().then(
    ({ value }) => value,
    (error: unknown) => {
      if (error instanceof StaggerError) return null
      throw error
    },
  )

export const routingNamed = async (codeDeploy: CodeDeploy, config: string): Promise<Routing | null> => {
  const ready = readyRouting(config)
  if (ready || config === '') return ready
  const { value } = await codeDeploy.deploymentConfig(config)
  return value && routingOf(value)
}

/** The group's own where it moves traffic so, else the one of that name: it must be there, since it is your infrastructure. */
const configOf = async (
  codeDeploy: CodeDeploy,
  { base, routing }: { readonly base: string; readonly routing: Routing | null },
  wanted: Routing,
): Promise<string> => {
  if (routing && sameRouting(routing, wanted)) return base
  const name = configFor(wanted)
  const there = await routingNamed(codeDeploy, name)
  if (!there) throw missingConfig(name, wanted)
  if (!sameRouting(there, wanted)) throw otherConfig(name, wanted)
  return name
}

const activeIn = async (ecs: Ecs, site: Site, service: Service, name: GroupName): Promise<Active | null> => {
  const { value: ids } = await ecs.codeDeploy.deployments(name, 'active')
  const [id] = ids
  if (id === undefined) return null
  const { value: infos } = await ecs.codeDeploy.describeDeployments([id])
  const goesBack = infos[0]?.creator === 'codeDeployRollback'
  const arn = goesBack ? null : await broughtBy(ecs, site, service, { id, info: infos[0] })
  if (arn === null) return { id, goesBack, taskDefinition: null, tags: [] }
  const { value } = await ecs.describeTaskDefinition(arn)
  return { id, goesBack, ...value }
}

interface Named {
  readonly id: string
  readonly info: DeploymentInfo | undefined
}

/** As its AppSpec says; where that is kept elsewhere, as its task set says. */
const broughtBy = async (
  ecs: Ecs,
  site: Site,
  service: Service,
  { id, info }: Named,
): Promise<string | null> => {
  const named = taskDefinitionIn(info?.revision)
  if (named !== null) return named
  const { value: target } = await ecs.codeDeploy.target(id, nameOf(site))
  const set = taskSetOf(target)
  return service.taskSets?.find((one) => one.id === `ecs-svc/${set}`)?.taskDefinition ?? null
}
