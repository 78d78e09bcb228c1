import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { parse } from 'yaml'
import { cancelWhen } from './cancel.js'
import { ROOT } from './root.js'

/** What a step left behind. */
export interface Step {
  readonly code: number | null
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** Its `::error …::` commands: GitHub shows them beside the code. */
  readonly errors: readonly string[]
  readonly log: string
  /** What it saved for its post step. */
  readonly state: Readonly<Record<string, string>>
}

export type Inputs = Readonly<Record<string, string>>

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly outputs: Readonly<Record<string, unknown>>
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string }
}

export interface Place {
  /** Where the runner keeps the files through which a step answers. */
  readonly folder: string
  readonly directory: string
  readonly env: Readonly<Record<string, string>>
}

const LONGEST = 120_000

/** Runs what `action.yml` names, as a runner does. As soon as `cancelled` is settled the job is cancelled. */
export const runStep = (
  action: string,
  inputs: Inputs,
  place: Place,
  cancelled?: Promise<unknown>,
): Promise<Step> => {
  const { path, manifest } = readManifest(action)
  const script = join(dirname(path), manifest.runs.main)
  return run({ path, manifest, script, variables: inputVariables(manifest, inputs) }, place, cancelled)
}

/** What comes after the job's last step: with the same inputs, and what the step saved. */
export const runPost = (action: string, inputs: Inputs, place: Place, { state }: Step): Promise<Step> => {
  const { path, manifest } = readManifest(action)
  if (!manifest.runs.post) throw new Error(`${path} has no post step`)
  const saved = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])
  const variables = { ...inputVariables(manifest, inputs), ...Object.fromEntries(saved) }
  return run({ path, manifest, script: join(dirname(path), manifest.runs.post), variables }, place)
}

const readManifest = (action: string): { readonly path: string; readonly manifest: Manifest } => {
  const path = join(ROOT, 'actions', action, 'action.yml')
  return { path, manifest: parse(readFileSync(path, 'utf8')) }
}

interface Part {
  readonly path: string
  readonly manifest: Manifest
  readonly script: string
  readonly variables: Readonly<Record<string, string>>
}

const run = async (
  { path, manifest, script, variables }: Part,
  { folder, directory, env }: Place,
  cancelled?: Promise<unknown>,
): Promise<Step> => {
  const files = answerFiles(folder)
  const child = spawn(nodeFor(manifest), [script], {
    cwd: directory,
    env: { ...env, ...files, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST,
  })
  if (cancelled) cancelWhen(cancelled, child)
  const [[code], out, err] = await Promise.all([
    once(child, 'close'),
    buffer(child.stdout),
    buffer(child.stderr),
  ])
  const told = (name: string): string => readFileSync(files[name] as string, 'utf8')
  const outputs = readAnswers(told('GITHUB_OUTPUT'))
  const unknown = Object.keys(outputs).find((name) => !(name in manifest.outputs))
  if (unknown) throw new Error(`${path} does not document the output ${unknown}`)
  return {
    code,
    outputs,
    summary: told('GITHUB_STEP_SUMMARY'),
    errors: out
      .toString()
      .split('\n')
      .filter((line) => line.startsWith('::error')),
    log: `${out}${err}`,
    state: readAnswers(told('GITHUB_STATE')),
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

/** `name<<DELIMITER`, the value's lines, `DELIMITER`. What is said twice holds as it was said last. */
const readAnswers = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/^(\S+?)<<(\S+)\n([\s\S]*?)\n?\2$/gm)].map(([, name, , value]) => [name, value]),
  )
