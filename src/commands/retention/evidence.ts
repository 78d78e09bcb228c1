import type { Plan } from '../../changes/planned.js'
import { inputsName, repositoryOf } from '../../image/names.js'
import type { LastGood, Protection } from '../../image/retention.js'
import { testedName } from '../../image/testing/names.js'
import type { ImagesInUse } from '../../platform/aws/ecs-images.js'
import type { Git } from '../../platform/git/git.js'
import type { Progress } from '../../platform/progress.js'
import type { Digest, Fingerprint } from '../../words.js'
import type { Configuration } from '../configuration.js'
import { remembered } from './ledger.js'
import { liveImages, NOTHING_LIVE } from './live.js'

export interface EvidenceWorld {
  readonly git: Git
  readonly imagesInUse: ImagesInUse
  readonly progress: Pick<Progress, 'warn'>
}

export interface EvidenceRequest {
  readonly plan: Plan
  readonly configuration: Configuration
  readonly prefix: string
  readonly withoutEcs: boolean
}

export interface Evidence {
  readonly protection: Protection
  readonly lastGood: LastGood
}

/** Everything that speaks for an image: the ledger, the versions in git, this commit, and what runs. */
export const gatherEvidence = async (world: EvidenceWorld, request: EvidenceRequest): Promise<Evidence> => {
  const { plan, configuration, withoutEcs } = request
  const services = plan.services.map(({ service }) => service.name)
  const live = withoutEcs
    ? NOTHING_LIVE
    : await liveImages(world.imagesInUse, configuration.environments, services)
  const { digests, lastGood } = await remembered(world)
  const versions = await versionsIn(world.git)
  return {
    // What runs is the better reason, so it is told.
    protection: {
      digests: new Map([...versions, ...digests, ...live.digests]),
      names: new Map([...namesOf(request), ...live.names]),
    },
    lastGood,
  }
}

/** Of every service, also of those that are gone. Whatever a version's tag names, stays. */
const versionsIn = async (git: Git): Promise<ReadonlyMap<Digest, string>> => {
  await git.fetchTags('*/v*')
  const tags = await git.tags('*/v*')
  return new Map(
    tags.flatMap(({ name, message }) =>
      (message.match(/sha256:[0-9a-f]{64}/g) ?? []).map(
        (digest) => [digest as Digest, `it is version ${name}`] as const,
      ),
    ),
  )
}

/** This commit's own: a build of it may be on its way. */
const namesOf = ({ plan, prefix }: EvidenceRequest): ReadonlyMap<string, string> =>
  new Map(
    plan.services.flatMap(({ service, image, test }) =>
      [false, true].flatMap((pullRequest) => {
        const repository = repositoryOf(prefix, service.name, pullRequest)
        return [...named(image.fingerprint, inputsName), ...named(test?.fingerprint ?? null, testedName)].map(
          (name) => [`${repository}:${name}`, 'the image of this commit'] as const,
        )
      }),
    ),
  )

const named = (
  fingerprint: Fingerprint | null,
  name: (fingerprint: Fingerprint) => string,
): readonly string[] => (fingerprint === null ? [] : [name(fingerprint)])
