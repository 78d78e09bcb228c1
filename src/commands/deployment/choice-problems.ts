import { nearest } from '../../catalog/nearest.js'
import type { Plan } from '../../changes/planned.js'
import type { Problem, ServiceName } from '../../words.js'

export const nothingToDeploy = ({ services }: Plan): Problem => ({
  code: 'no-service-named',
  fault: 'caller',
  problem: 'no service was named',
  why: 'deploying nothing would look like success',
  fix: `name one or more: ${services.map(({ service }) => service.name).join(', ') || 'there is none in this repository'}`,
})

export const noSuchVersion = (service: ServiceName, version: string, known: readonly string[]): Problem => {
  const close = nearest(version, known)
  return {
    code: 'unknown-version',
    fault: 'caller',
    problem: `${service} has no version ${version} that can be deployed`,
    why: known.length > 0 ? `there are: ${known.join(', ')}` : 'it has no version at all yet',
    fix: close.length > 0 ? `did you mean ${close.join(' or ')}?` : `make one: stagger tag ${service} --yes`,
  }
}

export const noRepository = (service: ServiceName): Problem => ({
  code: 'no-repository',
  fault: 'caller',
  problem: `nobody knows where the images of ${service} are`,
  why: 'the ledger has no image of it, and no registry is named',
  fix: 'name one: --registry, STAGGER_REGISTRY, or registry: in stagger.yml',
})

export const nothingToGoBackTo = (
  service: ServiceName,
  environment: string,
  versions: readonly string[],
): Problem => ({
  code: 'nothing-to-go-back-to',
  fault: 'caller',
  problem: `the ledger knows nothing older that ${environment} ran of ${service}, and that the registry still has`,
  why: versions.length > 0 ? `its versions: ${versions.join(', ')}` : 'it has no version at all yet',
  fix: `name one: stagger rollback ${service} --environment ${environment} --to VERSION`,
})
