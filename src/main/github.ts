import { type GitHub, openGitHub } from '../platform/github.js'

type Environment = Readonly<Record<string, string | undefined>>

/** The repository that a run belongs to; null where nothing says which, or with what token. */
export const gitHubOf = (token: string | null, env: Environment = process.env): GitHub | null => {
  const given = token || env.GITHUB_TOKEN
  const repository = env.GITHUB_REPOSITORY
  if (!given || !repository) return null
  return openGitHub({ token: given, repository, api: env.GITHUB_API_URL || 'https://api.github.com' })
}
