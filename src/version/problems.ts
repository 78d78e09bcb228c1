import type { Problem, ServiceName, Version } from '../words.js'

/** `prefix` is where an image was looked for besides the ledger; null where no registry is named. */
export const noImage = (service: ServiceName, prefix: string | null): Problem => ({
  code: 'no-image',
  fault: 'caller',
  problem: `${service} has no image of this commit`,
  why:
    prefix === null
      ? 'the ledger knows none with its inputs, and no registry is named where one could be'
      : `neither the ledger nor ${prefix}/${service} has one with its inputs`,
  fix: `stagger build ${service} --push --yes${prefix === null ? ' --registry ghcr.io/OWNER/REPOSITORY' : ''}`,
})

export const tagsBusy = (service: ServiceName, tries: number): Problem => ({
  code: 'tags-busy',
  fault: 'world',
  problem: `${service} got no version`,
  why: `other runs took the next version ${tries} times in a row`,
  fix: `run it again: stagger tag ${service} --yes`,
})

/** `--as` says one version, and more than one unit was asked for, or none. */
export const notOne = (version: Version, units: readonly string[]): Problem => ({
  code: 'not-one-service',
  fault: 'caller',
  problem: `${version} is one version, and ${units.length === 0 ? 'no service' : `${units.length} services`} would get it`,
  why: '--as gives a version to exactly one service or one group',
  fix: `stagger tag ${units[0] ?? 'SERVICE'} --as ${version}`,
})

export const askedIsTaken = (unit: ServiceName, version: Version, newest: Version): Problem => ({
  code: 'version-taken',
  fault: 'caller',
  problem: `${unit} has a version ${version} already`,
  why: 'it is the label of another image, and a version never moves',
  fix: `take one that is free; the newest is ${newest}`,
})

export const notAPrerelease = (version: Version, channel: string): Problem => ({
  code: 'not-a-prerelease',
  fault: 'caller',
  problem: `this branch cannot make ${version}`,
  why: `it makes pre-releases only: version: prereleases: in stagger.yml says ${channel} for it`,
  fix: `leave --as out here, or run it on the default branch`,
})

/** The inputs are those of images that main built, and main gave them no version yet. */
export const imageOfMain = (unit: ServiceName, repositories: readonly string[]): Problem => {
  const [images, are] = repositories.length > 1 ? ['images', 'are'] : ['image', 'is']
  return {
    code: 'image-of-main',
    fault: 'caller',
    problem: `${unit} gets no pre-release: its ${images} ${are} the main branch’s`,
    why: `the ${images} of these inputs ${are} in ${repositories.join(', ')}, to which a run of this branch gives no names`,
    fix: `let the main branch give it a version: stagger tag ${unit} --yes`,
  }
}

export const noGitHub = (tag: string): Problem => ({
  code: 'no-github-token',
  fault: 'caller',
  problem: `${tag} got no release on GitHub`,
  why: 'version: github-release: true in stagger.yml asks for one, and there is no token or no repository to make it with',
  fix: 'give the step env: GITHUB_TOKEN: ${{ github.token }} and the job contents: write; or leave github-release out',
})
