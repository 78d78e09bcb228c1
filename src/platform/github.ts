import { StaggerError } from '../words.js'
import { type Failure, noRelease } from './github-problems.js'

export interface GitHubRelease {
  /** It must be there already. */
  readonly tag: string
  readonly name: string
  readonly body: string
  readonly prerelease: boolean
}

/** One repository on GitHub. */
export interface GitHub {
  /** Makes the release of a tag, and gives its address; one that is there already stays as it is. */
  release(release: GitHubRelease): Promise<string>
}

export interface GitHubAccess {
  readonly token: string
  /** `OWNER/NAME` */
  readonly repository: string
  /** Where the API is: on GitHub Enterprise not at github.com. */
  readonly api: string
}

/** GitHub through its REST API. Its client is loaded with the first request. */
export const openGitHub = ({ token, repository, api }: GitHubAccess): GitHub => {
  const [owner = '', repo = ''] = repository.split('/')
  const client = async () =>
    (await import('@actions/github')).getOctokit(token, { baseUrl: api, log: SILENT }).rest.repos
  const find = async (tag: string): Promise<string | null> => {
    const found = await answered(async () => (await client()).getReleaseByTag({ owner, repo, tag }))
    if ('url' in found) return found.url
    if (found.status === 404) return null
    throw new StaggerError(noRelease(repository, tag, found))
  }
  return {
    release: async ({ tag, ...release }) => {
      const there = await find(tag)
      if (there !== null) return there
      // One service of many: its newest release is not the repository's.
      const fields = { owner, repo, tag_name: tag, make_latest: 'false' as const, ...release }
      const made = await answered(async () => (await client()).createRelease(fields))
      if ('url' in made) return made.url
      // Another run may have made it since.
      const other = made.status === 422 ? await find(tag) : null
      if (other !== null) return other
      throw new StaggerError(noRelease(repository, tag, made))
    },
  }
}

/** What it has to say of its own is told as a problem. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

interface Answer {
  readonly data: { readonly html_url: string }
}

const answered = async (ask: () => Promise<Answer>): Promise<{ readonly url: string } | Failure> => {
  try {
    return { url: (await ask()).data.html_url }
  } catch (error) {
    if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') throw error
    return { status: error.status, said: error.message }
  }
}
