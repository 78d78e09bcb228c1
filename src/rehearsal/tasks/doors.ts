import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TaskOrder } from './driver.js'
import { hasOwnAddress, type Published, wantedPorts } from './ports.js'

/** A port of a hollow task. */
export interface Door {
  readonly container: string
  readonly server: Server
  /** What it leads to; the machine's port is known once it is open. */
  port: Published
}

/** One for each port of each container, closed yet. */
export const doorsOf = (order: TaskOrder, answer: RequestListener): readonly Door[] =>
  (order.definition.containerDefinitions ?? []).flatMap((container) => {
    const { name = '' } = container
    return wantedPorts(container, order.published?.[name]).map((port) => ({
      container: name,
      server: createServer(answer),
      port: hasOwnAddress(order.definition) ? { ...port, hostPort: port.containerPort } : port,
    }))
  })

export const openDoors = async ({ address }: TaskOrder, doors: readonly Door[]): Promise<void> => {
  for (const door of doors) {
    door.server.listen(door.port.hostPort, address)
    await once(door.server, 'listening')
    door.port = { ...door.port, hostPort: (door.server.address() as AddressInfo).port }
  }
}

export const closeDoors = (doors: readonly Door[]): void => {
  for (const { server } of doors) {
    server.close()
    server.closeAllConnections()
  }
}

/** The machine's ports that lead to a container, where the task has no address of its own. */
export const publishedBy = (
  { definition }: TaskOrder,
  doors: readonly Door[],
  container: string,
): { readonly ports?: readonly Published[] } =>
  hasOwnAddress(definition)
    ? {}
    : {
        ports: doors
          .filter(({ container: one, port }) => one === container && port.hostPort !== 0)
          .map(({ port }) => port),
      }
