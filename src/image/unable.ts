import type { PlannedService } from '../changes/planned.js'
import type { Problem } from '../words.js'
import type { Builder } from './build.js'
import type { Ability } from './builder.js'
import { legsOf } from './platforms.js'
import type { BuildSettings } from './settings.js'

export interface Place {
  readonly builder: Builder
  /** For people. */
  readonly title: string
  /** What it runs natively, its own platform first. */
  readonly platforms: readonly string[]
  readonly push: boolean
}

/** Something that is asked for, and what a builder has to be able to for it. */
interface Demand {
  readonly what: string
  readonly ability: Ability
}

const ANOTHER_BUILDER =
  'use a builder with a BuildKit of its own: in a workflow docker/setup-buildx-action; on a laptop docker buildx create --use   (on Debian: apt-get install docker-buildx)'

/** Why this builder cannot build a service; null where it can. Found out before anything is built. */
export const unableTo = (
  { service, image }: Pick<PlannedService, 'service' | 'image'>,
  place: Place,
): Problem | null => {
  const { abilities, driver, kind } = place.builder
  if (!place.push && legsOf(service.platforms).length > 0)
    return onlyPushed(service.name, 'has several platforms', oneOf(service.platforms, place))
  const lacking = demandsOf(service, image, place).find(({ ability }) => !abilities.has(ability))
  if (lacking) return lacks(service.name, lacking.what, place.title)
  const outside = kind === 'buildx' && driver !== 'docker'
  if (!place.push && outside && image.inputs.edges.some(({ reference }) => reference !== null))
    return onlyPushed(service.name, `is built from another service's image, which ${place.title} cannot see`)
  return null
}

const demandsOf = (
  service: PlannedService['service'],
  { inputs }: PlannedService['image'],
  { platforms: [own] }: Place,
): readonly Demand[] => [
  ...(inputs.named.some((one) => one.inputs.length > 0)
    ? [{ what: 'named contexts that are folders', ability: 'named-contexts' as const }]
    : []),
  ...(Object.keys(service.annotations).length > 0
    ? [{ what: 'annotations', ability: 'annotations' as const }]
    : []),
  ...(legsOf(service.platforms).length > 0 || service.platforms.some((platform) => platform !== own)
    ? [{ what: `the platforms ${service.platforms.join(', ')}`, ability: 'platforms' as const }]
    : []),
]

/** What is asked for all images, and this builder cannot do. */
export const unableToAttest = ({ provenance, sbom }: BuildSettings, place: Place): Problem | null => {
  if ((!provenance && !sbom) || place.builder.abilities.has('attestations')) return null
  const what = [...(provenance ? ['provenance'] : []), ...(sbom ? ['sbom'] : [])].join(' and ')
  return {
    code: 'builder-too-old',
    fault: 'caller',
    problem: `${place.title} cannot attest what stagger.yml asks for: ${what}`,
    why: 'attestations are manifests of their own beside the image, which only a BuildKit of its own, or an engine with containerd’s image store, can make',
    fix: ANOTHER_BUILDER,
  }
}

const lacks = (service: string, what: string, title: string): Problem => ({
  code: 'builder-too-old',
  fault: 'caller',
  problem: `${service} cannot be built by ${title}`,
  why: `it has ${what}, which this builder does not know`,
  fix: ANOTHER_BUILDER,
})

/** Of several, one that this machine runs; null where it runs none of them. */
const oneOf = (platforms: readonly string[], { platforms: here }: Place): string | null =>
  here.find((platform) => platforms.includes(platform)) ?? null

const onlyPushed = (service: string, why: string, one: string | null = null): Problem => ({
  code: 'only-pushed',
  fault: 'caller',
  problem: `${service} cannot be kept in the local engine`,
  why: `it ${why}`,
  fix: `${one === null ? '' : `build one of them: stagger build ${service} --platform ${one}\nor `}push it: stagger build ${service} --push --registry 127.0.0.1:5000/try   (a registry on this machine will do)`,
})
