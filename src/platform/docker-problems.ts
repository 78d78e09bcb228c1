import type { Problem } from '../words.js'

export const clientMissing = (client: string): Problem => ({
  code: 'no-docker',
  fault: 'caller',
  problem: `the program ${client} is not installed`,
  why: 'images are built by Docker, and no such program is on the PATH',
  fix: 'install Docker (https://docs.docker.com/engine/install/; on Debian: apt-get install docker.io)',
})

/** `said` is what the client printed: it names the socket that it asked. */
export const engineMissing = (said: string): Problem => ({
  code: 'no-docker-engine',
  fault: 'caller',
  problem: 'no Docker engine answers',
  why: said.trim().replace(/\.? Is the docker daemon running\?/, '') || 'the client did not say why',
  fix: /permission denied/i.test(said)
    ? 'run it as a user of the group docker, or set DOCKER_HOST to an engine that you may use'
    : 'start Docker (systemctl start docker, or Docker Desktop), or set DOCKER_HOST to an engine that runs',
})

export const withoutBuildx = (client: string): Problem => ({
  code: 'docker-without-buildx',
  fault: 'caller',
  problem: `the client ${client} cannot build`,
  why: 'from version 23 on Docker builds by its buildx plugin, which is not installed',
  fix: 'install it (on Debian: apt-get install docker-buildx; else https://docs.docker.com/go/buildx/), or put an older client first on the PATH',
})

/** The builder is chosen by `docker buildx use`, or by the variable BUILDX_BUILDER. */
export const builderMissing = (said: string): Problem => ({
  code: 'no-builder',
  fault: 'caller',
  problem: 'the builder that docker buildx is to use does not answer',
  why: said.trim().replace(/^ERROR: /, '') || 'docker buildx inspect did not say why',
  fix: 'see docker buildx ls; choose one that runs (docker buildx use NAME, or BUILDX_BUILDER=NAME), or make one: docker buildx create --use',
})

const NO_ACCESS = /denied|unauthorized|authentication required|no basic auth/i

export const pushRefused = (reference: string, said: string): Problem => ({
  code: 'push-refused',
  problem: `${reference} could not be pushed`,
  ...refused(reference, said, 'write there; in a workflow: permissions: packages: write'),
})

export const pullRefused = (reference: string, said: string): Problem => ({
  code: 'pull-refused',
  problem: `${reference} could not be pulled`,
  ...refused(reference, said, 'read there; in a workflow: permissions: packages: read'),
})

const refused = (reference: string, said: string, what: string): Pick<Problem, 'fault' | 'why' | 'fix'> => ({
  fault: NO_ACCESS.test(said) ? 'caller' : 'world',
  why: said.trim() || 'the engine did not say why',
  fix: NO_ACCESS.test(said)
    ? `docker login ${reference.split('/')[0]}   (with an account that may ${what})`
    : 'check that the registry runs and can be reached from the Docker engine, then run it again',
})
