import type { Plan } from '../../changes/planned.js'
import type { Leg } from './matrix.js'

/** One job that builds: of an image for several platforms, one of them. */
export interface BuildLeg extends Pick<Leg, 'service' | 'title'> {
  /** E.g. `linux/arm64`; empty where it builds all that its services are built for. */
  readonly platform: string
  /** The label of the runner that it wants. */
  readonly runner: string
}

/** The `build.runners` of stagger.yml. */
export type Runners = Readonly<Record<string, string>>

const ANY_RUNNER = 'ubuntu-latest'

/** The jobs of a plan, each as often as its services have platforms with a runner of their own. */
export const buildMatrix = (
  { services }: Pick<Plan, 'services'>,
  legs: readonly Pick<Leg, 'service' | 'title'>[],
  runners: Runners,
): readonly BuildLeg[] => {
  const platformsOf = new Map(services.map(({ service }) => [service.name as string, service.platforms]))
  return legs.flatMap(({ service, title }) => {
    const all = [...new Set(service.split(' ').flatMap((name) => platformsOf.get(name) ?? []))].sort()
    const apart = all.length > 1 && all.every((platform) => runners[platform] !== undefined)
    if (!apart) return [{ service, title, platform: '', runner: ANY_RUNNER }]
    return all.map((platform) => ({
      service,
      title: `${title} (${platform})`,
      platform,
      runner: runners[platform] ?? ANY_RUNNER,
    }))
  })
}
