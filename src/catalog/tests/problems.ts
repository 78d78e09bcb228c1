import type { Problem, ServiceName } from '../../words.js'
import { unknownName } from '../nearest.js'

export const unknownTestStage = (
  service: ServiceName,
  dockerfile: string,
  stage: string,
  valid: readonly string[],
): Problem => ({
  ...unknownName('stage', stage, valid),
  code: 'unknown-test-stage',
  problem: `${service}: ${dockerfile} has no stage ${stage} to test it`,
})

export const missingComposeFile = (service: ServiceName, file: string): Problem => ({
  code: 'missing-test-file',
  fault: 'caller',
  problem: `${service}: its tests’ compose file ${file} is not in the repository`,
  why: "the path does not exist at this commit; it stands from the repository's root",
  fix: `correct compose in the test of ${service}, or track the file: git add ${file}`,
})

export const unknownComposeService = (
  service: ServiceName,
  file: string,
  name: string,
  valid: readonly string[],
): Problem => ({
  ...unknownName('service', name, valid),
  code: 'unknown-test-service',
  problem: `${service}: ${file} has no service ${name} to test it`,
})

export const notTestedThere = (service: ServiceName, file: string, name: string): Problem => ({
  code: 'image-not-tested',
  fault: 'caller',
  problem: `${service}: its image does not run in its own tests`,
  why: `neither ${name} in ${file}, nor what that one depends on, has the image that is to be tested`,
  fix: `let one of them have it: image: \${STAGGER_IMAGE}   (and let ${name} depend on that one: depends_on)`,
})
