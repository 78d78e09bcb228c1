/**
 * The vocabulary of the project as types. Every room may import this file; it imports nothing.
 * The words themselves are explained in docs/words.md.
 */

declare const brand: unique symbol
type Branded<T, Name extends string> = T & { readonly [brand]: Name }

/** A service's name: lower-case letters and digits, joined by `.`, `_` or `-`; safe in a URL, an image name and a shell. */
export type ServiceName = Branded<string, 'ServiceName'>
/** An environment's name, of the same form as a service's. */
export type EnvironmentName = Branded<string, 'EnvironmentName'>
/** A git object id: 40 (SHA-1) or 64 (SHA-256) hex digits. */
export type Oid = Branded<string, 'Oid'>
/** An image's digest, `sha256:` and 64 hex digits, as the registry computes it over the manifest. */
export type Digest = Branded<string, 'Digest'>
/** The digest of all inputs of an image or of its tests, `sha256:` and 64 hex digits. */
export type Fingerprint = Branded<string, 'Fingerprint'>
/** A semantic version without a leading `v`. */
export type Version = Branded<string, 'Version'>
/** A moment, in milliseconds since 1970 UTC. */
export type Instant = Branded<number, 'Instant'>

const NAME = /^(?=.{1,64}$)[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/
const SHA256 = /^sha256:[0-9a-f]{64}$/

/** The name at the end of an ARN; a name alone is its own. */
export const lastSegment = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)

export const isServiceName = (text: string): text is ServiceName => NAME.test(text)
export const isEnvironmentName = (text: string): text is EnvironmentName => NAME.test(text)
export const isOid = (text: string): text is Oid => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
export const isDigest = (text: string): text is Digest => SHA256.test(text)
export const isFingerprint = (text: string): text is Fingerprint => SHA256.test(text)

/** How a rollout moves traffic. */
export type Strategy = 'rolling' | 'blue-green' | 'canary' | 'linear' | 'all-at-once'

/** How a deployment ended. Only `successful` moved traffic to the new image; `unchanged` had nothing to move. */
export type Outcome =
  | 'successful'
  | 'unchanged'
  | 'paused'
  | 'rolled-back'
  | 'rollback-failed'
  | 'stopped'
  | 'superseded'
  | 'timed-out'

/** One entry of a git tree. `name` is one path segment; bytes that are not UTF-8 are lone surrogates U+DC80…U+DCFF. */
export interface TreeEntry {
  readonly mode: FileMode
  readonly oid: Oid
  readonly name: string
}

/** The modes that git stores: folder, file, executable, symbolic link, submodule. */
export type FileMode = '040000' | '100644' | '100755' | '120000' | '160000'

/** An entry somewhere below a tree: `path` leads from that tree to it, in names as `TreeEntry` has them. */
export interface PathEntry {
  readonly mode: FileMode
  readonly oid: Oid
  readonly path: string
}

/**
 * Reads immutable git objects by id. What is read can never change, so the pure rooms may be handed one:
 * it is data that arrives late, not a door to the world.
 */
export interface Objects {
  tree(oid: Oid): Promise<readonly TreeEntry[]>
  blob(oid: Oid): Promise<Uint8Array>
  /**
   * Everything below a tree but its folders whose own name contains a text, the case of ASCII letters apart, in the
   * order of the trees. For readers that have a quicker way than tree by tree; null where it is not open to them.
   */
  find?(root: Oid, text: string): Promise<readonly PathEntry[] | null>
}

/** A place in a file, counted from 1. */
export interface Position {
  readonly file: string
  readonly line: number
  readonly column: number
  /** The text of that line, for the snippet under the message. */
  readonly text?: string
}

/**
 * Who has to act: `thing`, what was asked for failed (exit code 1); `caller`, the caller must fix
 * something (2); `world`, a network, a server or a credential failed (3).
 */
export type Fault = 'thing' | 'caller' | 'world'

/** An error as people read it: what happened, why, and how to go on. */
export interface Problem {
  /** A stable name in kebab-case, e.g. `unknown-service`. */
  readonly code: string
  readonly fault: Fault
  readonly problem: string
  readonly why: string
  readonly fix: string
  readonly docs?: string
  readonly at?: Position
}

/** The one error that people see. Any other error is a bug and prints its stack. */
export class StaggerError extends Error {
  readonly problems: readonly Problem[]

  constructor(...problems: [Problem, ...Problem[]]) {
    super(problems.map(({ problem, why }) => `${problem}: ${why}`).join('\n'))
    this.name = 'StaggerError'
    this.problems = problems
  }
}

export type ExitCode = 0 | 1 | 2 | 3

const EXIT: Record<Fault, ExitCode> = { thing: 1, caller: 2, world: 3 }

/** One exit code for many faults: 1 if any is 1, else 2, else 3, else 0. */
export const exitCode = (faults: readonly Fault[]): ExitCode => {
  const codes = faults.map((fault) => EXIT[fault])
  return codes.length === 0 ? 0 : (Math.min(...codes) as ExitCode)
}

/** For the last branch of a `switch` over a discriminated union: does not compile when a case is missing. */
export const unreachable = (value: never): never => {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
