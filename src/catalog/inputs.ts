import type { FileMode, Fingerprint, Oid, ServiceName } from '../words.js'
import type { CommandTest, ComposeTest, StageTest } from './tests/kinds.js'

/** Why a path is an input. `line` is the Dockerfile's, from 1; 0 where no Dockerfile says it. */
export interface Because {
  readonly instruction: string
  readonly line: number
}

/** A tracked file that can change an image; a folder (`040000`) stands for everything below it. */
export interface Input {
  /** Relative to the repository's root. */
  readonly path: string
  readonly mode: FileMode
  readonly oid: Oid
  readonly because: Because
}

/** Something that could not be decided, so that more became an input than BuildKit may read. */
export interface Widened {
  /** A stable name in kebab-case, e.g. `symlinked-source`. */
  readonly reason: string
  readonly detail: string
  readonly line: number
}

/** The image of another service that this one starts from, or copies from. */
export interface Edge {
  readonly service: ServiceName
  /** The image or the named context as the Dockerfile calls it; null where only the configuration says so. */
  readonly reference: string | null
  readonly because: Because
  /** Nothing is built from it: its image runs beside, while this one is tested. */
  readonly beside?: true
}

/** What a named context gives: its own folder, and what is read of it. */
export interface NamedInputs {
  readonly name: string
  readonly folder: string
  readonly inputs: readonly Input[]
}

/** Everything that decides what one stage of a Dockerfile builds. */
export interface StageInputs {
  /** The files, sorted by path. Exactly these make up the context of a build. */
  readonly inputs: readonly Input[]
  /** The same of each named context that is a folder. */
  readonly named: readonly NamedInputs[]
  /** Files that decide the image by declaration; they are in no context. */
  readonly declared: readonly Input[]
  /** The instructions of all stages that the target reaches, without comments and white space. */
  readonly instructions: readonly string[]
  /** The build arguments that these instructions can see. */
  readonly args: Readonly<Record<string, string>>
  readonly platforms: readonly string[]
  /** The name or number of the stage that is built. */
  readonly target: string
  readonly edges: readonly Edge[]
  readonly widened: readonly Widened[]
  /** Sources that match no tracked file: an artifact made outside the image. Not empty: there is no fingerprint. */
  readonly untracked: readonly Widened[]
  /** Images and addresses from outside whose content the reference does not pin. */
  readonly unpinned: readonly string[]
}

/** All of them, wherever they stand. */
export const allInputs = ({ inputs, named, declared }: StageInputs): readonly Input[] => [
  ...inputs,
  ...named.flatMap((context) => context.inputs),
  ...declared,
]

/** What a service's image is made of, and what its tests read besides. */
export interface ServiceInputs {
  readonly image: StageInputs
  /** All that its tests read, as one; null where it has none. */
  readonly test: StageInputs | null
  /** The ways in which it is tested, each with what it reads. */
  readonly tests: readonly TestInputs[]
}

/** One way of testing, with what it needs of this repository to run. */
export type TestInputs = StageTestInputs | CommandTestInputs | ComposeTestInputs

export interface StageTestInputs extends StageTest {
  readonly stageInputs: StageInputs
}

export interface CommandTestInputs extends CommandTest {
  /** Exactly these files are there. Paths are the repository's. */
  readonly files: readonly Input[]
}

export interface ComposeTestInputs extends ComposeTest {
  /** Exactly these files are there. Paths are the repository's. */
  readonly files: readonly Input[]
  /** By the compose file's service, the service of this repository whose image it runs: also the tested one. */
  readonly images: Readonly<Record<string, ServiceName>>
  /** Folders that compose wants to exist, though nothing of them is read. */
  readonly contexts: readonly string[]
  /** The version that the compose file says, as older ones do. */
  readonly version: string | null
  readonly widened: readonly Widened[]
}

/** The fingerprints of the images that a service's edges lead to; null where one has none. */
export type EdgeFingerprints = ReadonlyMap<ServiceName, Fingerprint | null>
