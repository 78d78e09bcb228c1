import { createHash } from 'node:crypto'
import type { RevisionLocation } from '@aws-sdk/client-codedeploy'
import { parse } from 'yaml'
import { refuse } from '../api/fault.js'
import { HOOKABLE } from './events.js'

/** What an AppSpec says of an ECS service. */
export interface AppSpec {
  readonly taskDefinition: string
  readonly containerName: string
  readonly containerPort: number
  /** What is asked at which of CodeDeploy's events: the name of a function, or its ARN. */
  readonly hooks: readonly (readonly [event: string, target: string])[]
}

const invalid = (message: string): never => refuse('InvalidRevisionException', message)

type Tree = Readonly<Record<string, unknown>>

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = ({ revisionType, appSpecContent, string }: RevisionLocation): string => {
  if (revisionType !== 'AppSpecContent' && revisionType !== 'String')
    return invalid(`The rehearsal cluster plays revisions of the type AppSpecContent, not '${revisionType}'.`)
  const given = appSpecContent ?? string
  const content = given?.content ?? invalid('The revision has no content of an AppSpec file.')
  const sha256 = createHash('sha256').update(content).digest('hex')
  return given?.sha256 === undefined || given.sha256 === sha256
    ? content
    : invalid(`The content of the AppSpec has the SHA256 ${sha256}, not ${given.sha256}.`)
}

const read = (text: string): Tree => {
  try {
    const tree: unknown = parse(text)
    return isTree(tree) ? tree : invalid('The AppSpec is no mapping.')
  } catch (error) {
    return invalid(`The AppSpec is neither JSON nor YAML: ${(error as Error).message}`)
  }
}

/** `Resources: [{ TargetService: { Type, Properties } }]`; the keys may begin in lower case. */
const member = (tree: Tree, name: string): unknown =>
  tree[name] ?? tree[`${name[0]?.toLowerCase()}${name.slice(1)}`]

const targetOf = (tree: Tree): Tree => {
  const resources = member(tree, 'Resources')
  const [first, ...others] = Array.isArray(resources) ? (resources as unknown[]) : []
  const target = isTree(first) ? Object.values(first)[0] : undefined
  if (!isTree(target) || others.length > 0)
    return invalid('The AppSpec must have exactly one entry in Resources.')
  if (member(target, 'Type') !== 'AWS::ECS::Service')
    return invalid(
      `The Type of the AppSpec's resource must be AWS::ECS::Service, not '${member(target, 'Type')}'.`,
    )
  const properties = member(target, 'Properties')
  return isTree(properties) ? properties : invalid('The resource of the AppSpec has no Properties.')
}

const UNPLAYED = ['PlatformVersion', 'NetworkConfiguration', 'CapacityProviderStrategy']

const refuseUnplayed = (properties: Tree): void => {
  const field = UNPLAYED.find((name) => member(properties, name) !== undefined)
  if (field) invalid(`The rehearsal cluster does not play ${field} of an AppSpec yet.`)
}

/** `Hooks: [{ BeforeInstall: FUNCTION }, …]` */
const hooksOf = (tree: Tree): AppSpec['hooks'] => {
  const hooks = member(tree, 'Hooks') ?? []
  if (!Array.isArray(hooks)) return invalid('The Hooks of the AppSpec are no list.')
  return (hooks as readonly unknown[]).flatMap((hook) =>
    Object.entries(isTree(hook) ? hook : { [String(hook)]: '' }).map(hookOf),
  )
}

const hookOf = ([event, target]: readonly [string, unknown]): readonly [string, string] =>
  HOOKABLE.includes(event) && typeof target === 'string' && target !== ''
    ? [event, target]
    : invalid(
        `The Hooks of the AppSpec must each be one of ${HOOKABLE.join(', ')} with a Lambda function, not '${event}'.`,
      )

/** An AppSpec for ECS, in JSON or YAML. */
export const readAppSpec = (revision: RevisionLocation): AppSpec => {
  const tree = read(textOf(revision))
  const properties = targetOf(tree)
  refuseUnplayed(properties)
  const balancer = member(properties, 'LoadBalancerInfo')
  const taskDefinition = member(properties, 'TaskDefinition')
  if (typeof taskDefinition !== 'string' || taskDefinition === '')
    return invalid('The AppSpec must name a TaskDefinition.')
  if (!isTree(balancer) || typeof member(balancer, 'ContainerName') !== 'string')
    return invalid('The AppSpec must have LoadBalancerInfo with ContainerName and ContainerPort.')
  const containerPort = Number(member(balancer, 'ContainerPort'))
  const containerName = String(member(balancer, 'ContainerName'))
  return { taskDefinition, containerName, containerPort, hooks: hooksOf(tree) }
}
