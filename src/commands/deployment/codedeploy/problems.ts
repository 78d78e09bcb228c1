import { nearest } from '../../../catalog/nearest.js'
import type { GroupName } from '../../../ecs/codedeploy/group.js'
import { makeConfig, type Routing } from '../../../ecs/codedeploy/routing.js'
import { StaggerError } from '../../../words.js'
import type { Site } from '../target.js'

export const missingGroup = (
  { service, environment }: Site,
  { application, group }: GroupName,
  names: readonly string[] | null,
): StaggerError => {
  const close = nearest(application, names ?? [])
  const known = names?.includes(application)
  const there =
    names === null || known
      ? ''
      : ` There ${names.length === 0 ? 'is no application at all' : `are the applications ${[...names].sort().slice(0, 20).join(', ')}`}.`
  return new StaggerError({
    code: 'no-deployment-group',
    fault: 'caller',
    problem: `there is no deployment group ${group} of the application ${application}`,
    why: `CodeDeploy deploys ${service}, its deployment controller says; the group was asked for by this name.${there}`,
    fix: `${close.length > 0 && !known ? `Did you mean ${close.join(' or ')}? ` : ''}Write codeDeploy: { application, group } in the environment ${environment} in stagger.yml.`,
  })
}

/** A configuration is infrastructure, as a target group is: it is asked for, and never made. */
export const missingConfig = (name: string, wanted: Routing | null): StaggerError =>
  new StaggerError({
    code: 'no-deployment-configuration',
    fault: 'caller',
    problem: `there is no deployment configuration ${name} for ECS`,
    why: wanted
      ? 'CodeDeploy moves traffic by configurations that are there; AWS has only a few ready, and none of these numbers.'
      : 'codeDeploy.configuration of the environment names it.',
    fix: wanted
      ? `Make it once: ${makeConfig(name, wanted)}. One of another name: codeDeploy: { configuration: NAME } of the environment.`
      : 'Correct the name, or leave it out. Those that are there: aws deploy list-deployment-configs',
  })

export const otherConfig = (name: string, wanted: Routing): StaggerError =>
  new StaggerError({
    code: 'other-deployment-configuration',
    fault: 'caller',
    problem: `the deployment configuration ${name} moves traffic in another way than its name says`,
    why: 'It was looked for by the name that AWS would give these numbers.',
    fix: `Make one of another name, and write codeDeploy: { configuration: NAME } in the environment: ${makeConfig('NAME', wanted)}`,
  })
