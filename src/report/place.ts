import type { ServiceName } from '../words.js'

/** A service as it is told, with its ECS service where there are several. */
export const placeName = ({ name, ecs }: { readonly name: ServiceName; readonly ecs?: string }): string =>
  ecs === undefined ? name : `${name} (${ecs})`
