/** One instruction of a Dockerfile, cut as BuildKit's parser cuts it; nothing in it is expanded yet. */
export interface Instruction {
  /** Upper-case. */
  readonly keyword: string
  /** `--from=base` as `from=base`; a flag without a value as its name alone. */
  readonly flags: readonly string[]
  /** What follows the flags, continued lines joined, comments gone. */
  readonly rest: string
  readonly heredocs: readonly Heredoc[]
  /** What an ONBUILD line gives to the stages that start from its own. */
  readonly trigger: Instruction | null
  /** From 1. */
  readonly line: number
}

export interface Heredoc {
  readonly name: string
  readonly content: string
}

export interface ParsedDockerfile {
  readonly instructions: readonly Instruction[]
  /** `\` or `` ` ``, as the `escape` directive says. */
  readonly escapeToken: string
  /** The `syntax` directive's front end; null for the builder's own. */
  readonly syntax: string | null
}

/** The value of a flag; null where the flag is not given, the empty string where it has no value. */
export const flag = ({ flags }: Pick<Instruction, 'flags'>, name: string): string | null => {
  const found = flags.find((text) => text === name || text.startsWith(`${name}=`))
  return found === undefined ? null : found.slice(name.length + 1)
}

/** The values of a flag that may be given several times. */
export const flags = (instruction: Pick<Instruction, 'flags'>, name: string): string[] =>
  instruction.flags.filter((text) => text.startsWith(`${name}=`)).map((text) => text.slice(name.length + 1))

/** `--parents`, `--parents=true`. */
export const isSet = (instruction: Pick<Instruction, 'flags'>, name: string): boolean =>
  !['false', undefined].includes(flag(instruction, name)?.toLowerCase())
