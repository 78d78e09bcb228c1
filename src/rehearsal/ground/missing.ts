import type { Problem } from '../../words.js'
import { program } from './programs.js'

/** What the distribution's packages give: the engine with its client, `ip` for its network, the registry, the other router. */
export const PACKAGES = ['docker.io', 'docker-registry', 'iproute2', 'ca-certificates', 'nginx']

/** Newer distributions have these apart from `docker.io`; elsewhere it contains them. */
export const PACKAGES_IF_KNOWN = ['docker-cli', 'docker-buildx']

export const missingEngine = (why: string): Problem => ({
  code: 'no-engine',
  fault: 'world',
  problem: 'no Docker engine answers that this machine could build with, and none can be started',
  why,
  fix: wayOut('start Docker, or install it (https://docs.docker.com/engine/install/)'),
})

export const missingRegistry = (): Problem => ({
  code: 'no-registry',
  fault: 'world',
  problem: 'there is no local registry to push to',
  why: 'the program docker-registry is not installed, and the engine cannot pull the image registry:2',
  fix: wayOut('put the program docker-registry on the PATH, or run: docker pull registry:2'),
})

/** Wanted where it can be had: nothing but `--router nginx` and its tests needs it. */
export const missingRouter = (): Problem => ({
  code: 'no-nginx',
  fault: 'world',
  problem: 'there is no nginx for `rehearse serve --router nginx`',
  why: 'the program nginx is not installed',
  fix: wayOut('install nginx'),
})

/** Whether this process may install packages of the distribution, if somebody agrees to it. */
export const canInstall = (): boolean => process.getuid?.() === 0 && program('apt-get') !== null

const wayOut = (byHand: string): string => {
  if (canInstall()) return `let it be installed from the distribution: npm run setup -- --yes`
  if (!program('apt-get')) return `${byHand}, then run again: npm run setup`
  return [
    'sudo apt-get update',
    `sudo apt-get install --yes --no-install-recommends ${PACKAGES.join(' ')}`,
    'sudo systemctl start docker && sudo usermod --append --groups docker "$USER" && newgrp docker',
  ].join('\n')
}
