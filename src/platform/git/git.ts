import type { Objects, Oid } from '../../words.js'

/** A change to the files below a ref: text to write, or null to remove. Keys are paths with `/`. */
export type FileChanges = ReadonlyMap<string, string | null>

/** What moving a ref by compare-and-set came to. `moved`: somebody else was first; read again and retry. */
export type RefUpdate = { readonly kind: 'done'; readonly commit: Oid } | { readonly kind: 'moved' }

export interface Tag {
  readonly name: string
  /** The commit it stands on, annotated or not. */
  readonly commit: Oid
  /** The annotation; empty for a lightweight tag. */
  readonly message: string
}

/** Refs by their names, with what they were seen to point at; null: not there. */
export type Turns = ReadonlyMap<string, Oid | null>

/** What a commit says of itself. */
export interface CommitFacts {
  readonly tree: Oid
  readonly parents: readonly Oid[]
  /** When it was committed, in seconds since 1970 UTC. */
  readonly time: number
}

/** A step of the history. */
export interface LoggedCommit {
  readonly oid: Oid
  readonly parents: readonly Oid[]
  readonly message: string
  /** What it changed, a moved file by both its names. None for a merge: what it merges is told by its own commits. */
  readonly paths: readonly string[]
}

/** One git repository: a work tree, a bare one, shallow or not. Only objects and refs are read, never the work tree. */
export interface Git extends Objects {
  /** The commit that a revision names. Throws `unknown-revision`. */
  commit(revision: string): Promise<Oid>
  treeOf(commit: Oid): Promise<Oid>
  /** Also at the end of a shallow history it names the parents, which are not here then. */
  facts(commit: Oid): Promise<CommitFacts>
  /**
   * Those of the commits that are here at the end. What is missing comes from `origin`, without its history where
   * the clone is shallow; by the ref where `origin` gives out no commits by their names.
   */
  bring(commits: readonly Oid[], ref?: string): Promise<ReadonlySet<Oid>>
  /**
   * All best common ancestors; none where the histories share none. Where too little of them is here, `origin` is
   * asked; throws `history-too-short` where it does not help.
   */
  mergeBases(one: Oid, other: Oid): Promise<readonly Oid[]>
  /**
   * The commits that led to any of the tips, but for those that all of `known` come after; the newest first. Where too
   * little of it is here, `origin` is asked; throws `history-too-short` where it does not help.
   */
  log(tips: readonly Oid[], known: readonly Oid[]): Promise<readonly LoggedCommit[]>
  /** What a ref points at, or null. */
  ref(name: string): Promise<Oid | null>
  /** Brings a ref from the remote `origin`, where there is one; what is here already is replaced. */
  fetchRef(name: string): Promise<Oid | null>
  /**
   * Moves `ref` from `expected` to a new commit with these changes, here and at `origin` where there is one.
   * `expected` null: the ref must not exist yet.
   */
  updateRef(ref: string, expected: Oid | null, changes: FileChanges, message: string): Promise<RefUpdate>
  /** All tags whose name matches a glob such as `cart/v*`, or one of several. */
  tags(...patterns: readonly string[]): Promise<readonly Tag[]>
  /** Brings the tags of `origin` that match one of the globs, where there is one; all in one go. */
  fetchTags(...patterns: readonly string[]): Promise<void>
  /** What refs point at where everybody sees them: at `origin`, else here. Nothing is fetched. */
  refsAtOrigin(names: readonly string[]): Promise<ReadonlyMap<string, Oid>>
  /**
   * Makes an annotated tag, here and at `origin` where there is one; `exists` leaves the other's untouched. The refs of
   * `turns` move to it at the same moment, and where one has moved meanwhile nothing is made: `exists` as well.
   */
  createTag(name: string, target: Oid, message: string, turns?: Turns): Promise<'created' | 'exists'>
  close(): Promise<void>
}
