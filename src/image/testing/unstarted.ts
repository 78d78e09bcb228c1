import type { TestInputs } from '../../catalog/inputs.js'

/** A program that should have tested, and never ran. */
export interface Unstarted {
  readonly program: string
  /** For people: what the image lacks. */
  readonly why: string
}

/** How engines, and BuildKit, end where they made a container and could not start its program. */
const BY_ENGINE = /\bexec: "([^"]*)": (.+?)(?:: unknown)?\.?$/
/** How the container's own first process ends where it becomes that program: a script whose interpreter is not there. */
const BY_INIT = /^(?:standard_init_linux\.go:\d+: )?exec (?:user process caused|(\/\S+)): (.+)$/
const BY_SHELL = /^(?:\S*sh: )(?:line )?(?:\d+: )?(\S+?): (?:command )?not found$/

/** What an engine said of a container that never ran; null where it is about something else. */
export const unstartedIn = (said: readonly string[]): Unstarted | null => {
  const found = said.map((line) => BY_ENGINE.exec(line)).find((one) => one !== null)
  const [, program, reason] = found ?? []
  return program === undefined || reason === undefined ? null : { program, why: lack(program, reason) }
}

/** The same of one that ran: where nothing but that came of it, nothing was tested. */
export const endedUnstarted = (
  command: readonly string[],
  code: number,
  lines: readonly string[],
): Unstarted | null => {
  const [only, ...more] = lines.filter((line) => line.trim() !== '')
  if (only === undefined || more.length > 0 || code === 0) return null
  const [, path, reason] = BY_INIT.exec(only) ?? []
  if (reason !== undefined)
    return { program: path ?? command[0] ?? '', why: lack(path ?? command[0] ?? '', reason) }
  return code === 127 ? missedByShell(only, scriptOf(command)) : null
}

/** A shell that did not find the first word of its script; one that comes later may be no more than a part of a test. */
export const missedByShell = (line: string, script: string | null): Unstarted | null => {
  const program = BY_SHELL.exec(line)?.[1]
  const first = script?.trim().split(/\s+/)[0]
  return program === undefined || program !== first
    ? null
    : { program, why: lack(program, 'executable file not found') }
}

const scriptOf = ([program = '', ...args]: readonly string[]): string | null =>
  /(?:^|\/)(?:ba|da|a|z)?sh$/.test(program) ? (args.find((arg) => !arg.startsWith('-')) ?? null) : null

const lack = (program: string, reason: string): string => {
  if (/executable file not found/.test(reason)) return `there is no program ${program} in the image`
  if (/no such file or directory/.test(reason))
    return `there is no ${program} in the image, or what its first line names is not there`
  if (/permission denied/.test(reason)) return `${program} may not be run: it is a folder, or no program`
  if (/exec format error/.test(reason))
    return `${program} is made for another kind of machine, or has no first line that names its interpreter`
  return `${program}: ${reason}`
}

/** What helps whoever wrote down how it is tested. */
export const startingFix = (service: string, test: TestInputs, program: string): string => {
  switch (test.kind) {
    case 'stage':
      return `install ${program} in the stage ${test.stage}, or in one that it starts from; or correct the line that runs it`
    case 'compose':
      return `correct the command of ${test.service} in ${test.file}, or install ${program} in the image that it runs in`
    case 'command':
      return /\s/.test(program)
        ? `write each word by itself: services: { ${service}: { test: { command: [${program.trim().split(/\s+/).join(', ')}] } } }`
        : `install ${program} in the image, or name a program that it has: services: { ${service}: { test: { command: [PROGRAM, …] } } }\nwhat only tests need is better off in a stage of the Dockerfile: FROM … AS test`
  }
}
