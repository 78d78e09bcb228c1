import type { Problem } from '../words.js'

/** An answer that is none; 500 also stands for no answer at all. */
export interface Failure {
  readonly status: number
  readonly said: string
}

export const noRelease = (repository: string, tag: string, failure: Failure): Problem => ({
  code: isRefusal(failure) ? 'release-not-allowed' : 'release-failed',
  problem: `${tag} got no release on GitHub`,
  why: `${repository} answered ${failure.status}: ${failure.said}`,
  ...wayOut(failure),
})

/** GitHub hides what one may not see: then it is not found. */
const isRefusal = ({ status, said }: Failure): boolean =>
  [401, 403, 404].includes(status) && !/rate limit/i.test(said)

const wayOut = (failure: Failure): Pick<Problem, 'fault' | 'fix'> => {
  if (isRefusal(failure))
    return {
      fault: 'caller',
      fix: 'give the job `permissions: contents: write`, or leave `github-release` out; the version itself is made',
    }
  return { fault: 'world', fix: 'run it again: the version is made, and gets its release then' }
}
