import type { PlannedService } from '../changes/planned.js'
import type { Problem } from '../words.js'
import { failureTail } from './output.js'

/** BuildKit's words for a COPY source that the context does not hold. */
const MISSING = /"\/?([^"]+)"(?:: | )not found/

export const stageFailed = (
  { service }: PlannedService,
  stage: 'test' | 'image',
  lines: readonly string[],
): Problem => {
  const missing = MISSING.exec(lines.join('\n'))?.[1]
  const where =
    stage === 'test' ? 'the stage test' : service.target ? `the stage ${service.target}` : 'the last stage'
  return {
    code: stage === 'test' ? 'tests-failed' : 'build-failed',
    fault: 'thing',
    problem: stage === 'test' ? `${service.name}'s tests failed` : `${service.name} could not be built`,
    why: `${where} of ${service.dockerfile} ended with:\n${failureTail(lines)}`,
    fix: missing
      ? `a build gets only the tracked files that a COPY, an ADD or a bind mount names: track ${missing} (git add), and let no ignore file leave it out`
      : `docker build --file ${service.dockerfile} ${stage === 'test' ? '--target test ' : ''}${service.context}   shows it here; a file that no instruction names is not there in a build`,
  }
}

export const notHermetic = ({ service, image }: Pick<PlannedService, 'service' | 'image'>): Problem => {
  const [first] = image.inputs.untracked
  const sources = image.inputs.untracked.map(({ detail }) => detail).join(', ')
  return {
    code: 'untracked-source',
    fault: 'caller',
    problem: `${service.name} cannot be built from git alone`,
    why: `its Dockerfile copies what git does not track: ${sources}`,
    fix: 'make it inside of the Dockerfile, in a stage of its own, or commit it; declared artifacts come with a later version',
    ...(first ? { at: { file: service.dockerfile, line: first.line, column: 1 } } : {}),
  }
}

export const noRegistry = (): Problem => ({
  code: 'no-registry',
  fault: 'caller',
  problem: 'there is no registry to push to',
  why: 'neither --registry nor STAGGER_REGISTRY nor registry: in stagger.yml names one',
  fix: 'name it: stagger build --push --registry ghcr.io/OWNER/REPOSITORY   (or 127.0.0.1:5000/shop)',
})

export const pushLost = (reference: string): Problem => ({
  code: 'push-lost',
  fault: 'world',
  problem: `${reference} was pushed and is not in the registry`,
  why: 'the registry took it and does not give it back; the engine may push to another one, e.g. a mirror or its own loopback',
  fix: 'check that the Docker engine and this machine reach the same registry under that name',
})
