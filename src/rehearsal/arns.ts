import { randomBytes, randomInt } from 'node:crypto'

/** The account that a rehearsal is played in; nobody's. */
export const ACCOUNT = '000000000000'

const ecs = (region: string, rest: string): string => `arn:aws:ecs:${region}:${ACCOUNT}:${rest}`
const elb = (region: string, rest: string): string =>
  `arn:aws:elasticloadbalancing:${region}:${ACCOUNT}:${rest}`

export const clusterArn = (region: string, name: string): string => ecs(region, `cluster/${name}`)
export const serviceArn = (region: string, cluster: string, name: string): string =>
  ecs(region, `service/${cluster}/${name}`)
export const taskDefinitionArn = (region: string, family: string, revision: number): string =>
  ecs(region, `task-definition/${family}:${revision}`)

/** `…:service/demo/cart` → `…:KIND/demo/cart/ID` */
const under = (service: string, kind: string, id: string): string =>
  `${service.replace(':service/', `:${kind}/`)}/${id}`

export const taskArn = (service: string, id: string): string =>
  `${service.replace(/:service\/([^/]+)\/.*$/, ':task/$1')}/${id}`
/** `…:cluster/demo` → `…:task/demo/ID` */
export const taskArnIn = (cluster: string, id: string): string =>
  `${cluster.replace(':cluster/', ':task/')}/${id}`
export const revisionArn = (service: string, id: string): string => under(service, 'service-revision', id)
export const deploymentArn = (service: string): string => under(service, 'service-deployment', token(21))

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_'
const token = (length: number): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** A revision's number: nineteen digits, as AWS has them. */
export const newRevisionId = (): string =>
  Array.from({ length: 19 }, (_, index) => (index === 0 ? randomInt(1, 10) : randomInt(10))).join('')

const hex = (): string => randomBytes(8).toString('hex')

export const loadBalancerArn = (region: string, name: string): string =>
  elb(region, `loadbalancer/app/${name}/${hex()}`)
export const targetGroupArn = (region: string, name: string): string =>
  elb(region, `targetgroup/${name}/${hex()}`)
export const listenerArn = (loadBalancer: string): string =>
  `${loadBalancer.replace(':loadbalancer/', ':listener/')}/${hex()}`

/** A listener's default rule. */
export const ruleArn = (listener: string): string =>
  `${listener.replace(':listener/', ':listener-rule/')}/${hex()}`

export const alarmArn = (region: string, name: string): string =>
  `arn:aws:cloudwatch:${region}:${ACCOUNT}:alarm:${name}`

export const scalableTargetArn = (region: string): string =>
  `arn:aws:application-autoscaling:${region}:${ACCOUNT}:scalable-target/${token(34)}`
export const scalingPolicyArn = (region: string, id: string, resource: string, name: string): string =>
  `arn:aws:autoscaling:${region}:${ACCOUNT}:scalingPolicy:${id}:resource/ecs/${resource}:policyName/${name}`

export const parameterArn = (region: string, name: string): string =>
  `arn:aws:ssm:${region}:${ACCOUNT}:parameter${name.startsWith('/') ? '' : '/'}${name}`
export const secretArn = (region: string, name: string): string =>
  `arn:aws:secretsmanager:${region}:${ACCOUNT}:secret:${name}-${token(6).replaceAll('_', 'a')}`

/** The last part of an ARN or of a name: what people call it. */
export const nameIn = (arnOrName: string): string => arnOrName.slice(arnOrName.lastIndexOf('/') + 1)
