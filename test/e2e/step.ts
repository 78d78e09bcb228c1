import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { parse } from 'yaml'
import { ROOT } from './root.js'

/** What a step left behind. */
export interface Step {
  readonly code: number | null
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** Its `::error …::` commands: GitHub shows them beside the code. */
  readonly errors: readonly string[]
  readonly log: string
}

export type Inputs = Readonly<Record<string, string>>

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly outputs: Readonly<Record<string, unknown>>
  readonly runs: { readonly using: string; readonly main: string }
}

export interface Place {
  /** Where the runner keeps the files through which a step answers. */
  readonly folder: string
  readonly directory: string
  readonly env: Readonly<Record<string, string>>
}

const LONGEST = 120_000

/** Runs what `action.yml` names, as a runner does. */
export const runStep = async (
  action: string,
  inputs: Inputs,
  { folder, directory, env }: Place,
): Promise<Step> => {
  const path = join(ROOT, 'actions', action, 'action.yml')
  const manifest: Manifest = parse(readFileSync(path, 'utf8'))
  const main = join(dirname(path), manifest.runs.main)
  const files = answerFiles(folder)
  const child = spawn(nodeFor(manifest), [main], {
    cwd: directory,
    env: { ...env, ...files, ...inputVariables(manifest, inputs) },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST,
  })
  const [[code], out, err] = await Promise.all([
    once(child, 'close'),
    buffer(child.stdout),
    buffer(child.stderr),
  ])
  const outputs = readOutputs(readFileSync(files.GITHUB_OUTPUT as string, 'utf8'))
  const unknown = Object.keys(outputs).find((name) => !(name in manifest.outputs))
  if (unknown) throw new Error(`${path} does not document the output ${unknown}`)
  return {
    code,
    outputs,
    summary: readFileSync(files.GITHUB_STEP_SUMMARY as string, 'utf8'),
    errors: out
      .toString()
      .split('\n')
      .filter((line) => line.startsWith('::error')),
    log: `${out}${err}`,
  }
}

const nodeFor = ({ runs }: Manifest): string => {
  const running = `node${process.versions.node.split('.')[0]}`
  if (runs.using !== running) throw new Error(`the action wants ${runs.using} and this is ${running}`)
  return process.execPath
}

/** Empty files, as each step finds them. */
const answerFiles = (folder: string): Readonly<Record<string, string>> => {
  const names = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH']
  for (const name of names) writeFileSync(join(folder, name), '')
  return Object.fromEntries(names.map((name) => [name, join(folder, name)]))
}

/** What was given, and the defaults that `action.yml` names. */
const inputVariables = ({ inputs: documented }: Manifest, given: Inputs): Record<string, string> => {
  const unknown = Object.keys(given).find((name) => !(name in documented))
  if (unknown) throw new Error(`there is no input ${unknown}`)
  return Object.fromEntries(
    Object.entries(documented).map(([name, { default: otherwise = '' }]) => [
      `INPUT_${name.toUpperCase()}`,
      given[name] ?? otherwise,
    ]),
  )
}

/** `name<<DELIMITER`, the value's lines, `DELIMITER`. */
const readOutputs = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/^(\S+?)<<(\S+)\n([\s\S]*?)\n?\2$/gm)].map(([, name, , value]) => [name, value]),
  )
