/** One way in which a service is tested, as `stagger.yml` says it. All paths stand from the repository's root. */
export type TestKind = StageTest | CommandTest | ComposeTest

/** A stage of its Dockerfile: it passes where it can be built. */
export interface StageTest {
  readonly kind: 'stage'
  readonly stage: string
  /** The folder of the stage that holds JUnit's XML. */
  readonly reports: string | null
}

/** A program that runs in the built image. */
export interface CommandTest {
  readonly kind: 'command'
  readonly command: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Paths and patterns of what it reads besides the image. */
  readonly inputs: readonly string[]
  /** The folder of its container. */
  readonly reports: string | null
}

/** A service of a compose file that tests the image beside its neighbours. */
export interface ComposeTest {
  readonly kind: 'compose'
  readonly file: string
  /** The one whose exit code is the verdict. */
  readonly service: string
  /** What the compose file does not name and its tests read all the same. */
  readonly inputs: readonly string[]
  /** The folder of that service's container. */
  readonly reports: string | null
}

/** Whose tests they are where nobody said. */
export const TEST_STAGE = 'test'
