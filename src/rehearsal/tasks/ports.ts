import type { ContainerDefinition, PortMapping, TaskDefinition } from '@aws-sdk/client-ecs'

/** Where tasks are that have no address of their own: on this machine, and for nobody beyond it. */
export const LOOPBACK = '127.0.0.1'

/** In the network mode awsvpc; else a task has ports of the machine. */
export const hasOwnAddress = ({ networkMode }: Pick<TaskDefinition, 'networkMode'>): boolean =>
  networkMode === 'awsvpc'

/** A port of a container, and the port of the machine that leads there. */
export interface Published {
  readonly containerPort: number
  readonly hostPort: number
  readonly protocol: string
}

export const protocolOf = ({ protocol }: PortMapping): string => protocol ?? 'tcp'

/** What a container had before, where its port is any that is free; 0 where it had none. */
const before = (mapping: PortMapping, had: readonly Published[]): number =>
  had.find(
    ({ containerPort, protocol }) =>
      containerPort === mapping.containerPort && protocol === protocolOf(mapping),
  )?.hostPort ?? 0

/** The machine's ports that a container of the network mode bridge asks for; 0 stands for any that is free. */
export const wantedPorts = (
  { portMappings = [] }: ContainerDefinition,
  had: readonly Published[] = [],
): readonly Published[] =>
  portMappings.flatMap((mapping) => {
    const { containerPort, hostPort } = mapping
    if (containerPort === undefined) return []
    return [{ containerPort, hostPort: hostPort || before(mapping, had), protocol: protocolOf(mapping) }]
  })

/** A container's `links`, which stand in bridge only: the other container, and what it is called there. */
export const linksOf = ({ links = [] }: ContainerDefinition): readonly (readonly [string, string])[] =>
  links.map((link) => {
    const [name = '', alias = name] = link.split(':')
    return [name, alias]
  })

/** Ports of the machine that the definition fixes, each of which can be had once: `8080/tcp`. */
export const fixedPorts = (definition: TaskDefinition): readonly string[] =>
  hasOwnAddress(definition)
    ? []
    : (definition.containerDefinitions ?? [])
        .flatMap((container) => wantedPorts(container))
        .filter(({ hostPort }) => hostPort !== 0)
        .map(({ hostPort, protocol }) => `${hostPort}/${protocol}`)
