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
