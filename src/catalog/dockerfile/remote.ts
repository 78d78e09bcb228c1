/** What ADD fetches from elsewhere, as BuildKit tells it from a path (dfgitutil/git_ref.go, gitutil/git_url.go). */
export interface Remote {
  readonly address: string
  /** A commit by its full id, or a checksum, can only ever be one content. */
  readonly pinned: boolean
}

/** `github.com/…` without a protocol, and protocols that BuildKit does not know, are paths. */
const URL_OF_GIT = /^(?:https?:\/\/[^?#]*\.git|(?:git|ssh):\/\/[^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is
const SCP_OF_GIT = /^[\w-]+@[a-zA-Z0-9.-]+:[^?#]*(?:\?([^#]*))?(?:#(.*))?$/s
const URL_OF_FILE = /^https?:\/\//

/** Null for a path. A variable that cannot be told changes nothing where the beginning is known. */
export const remoteOf = (address: string, checksum: string): Remote | null => {
  const git = URL_OF_GIT.exec(address) ?? SCP_OF_GIT.exec(address)
  if (git) return { address, pinned: checksum !== '' || isCommit(git[1] ?? '', git[2] ?? '') }
  return URL_OF_FILE.test(address) ? { address, pinned: checksum !== '' } : null
}

const FULL_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i

/** `#REF:FOLDER`, or the newer `?ref=REF&subdir=FOLDER`, with `commit` or `checksum` besides. */
const isCommit = (query: string, fragment: string): boolean => {
  const asked = new URLSearchParams(query)
  const [ref = ''] = fragment.split(':')
  return (
    [ref, asked.get('ref') ?? ''].some((one) => FULL_ID.test(one)) ||
    asked.has('commit') ||
    asked.has('checksum')
  )
}
