import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs'
import type { Problem, ServiceName, Version } from '../words.js'
import { StaggerError } from '../words.js'
import { type Json, readJson } from './json.js'
import { fill, placeholdersIn } from './placeholders.js'
import { knownPart, RETURNED_ONLY, unknownFields } from './task-definition-fields.js'

/** What a template's placeholders stand for. */
export interface TemplateValues {
  readonly service: ServiceName
  /** `REPOSITORY@sha256:…` */
  readonly image: string
  /** Null for an image that has no version of its own yet. */
  readonly version: Version | null
}

export interface Rendered {
  readonly input: RegisterTaskDefinitionCommandInput
  readonly warnings: readonly string[]
}

const KNOWN = ['service', 'image', 'version']

export const renderTaskDefinition = (text: string, path: string, values: TemplateValues): Rendered => {
  const template = readTemplate(text, path)
  const input = mapTexts(template, (value) => fill(value, textsOf(values)))
  const known = knownPart(input) as RegisterTaskDefinitionCommandInput
  return { input: known, warnings: lost(template, path) }
}

/** What the placeholders are filled with. */
export const textsOf = ({ service, image, version }: TemplateValues): Readonly<Record<string, string>> => ({
  service,
  image,
  version: version ?? `unversioned-${image.slice(-64, -52)}`,
})

/** The template as the service's configuration: the image and its version are not part of it. */
export const renderConfiguration = (text: string, path: string, service: ServiceName): unknown =>
  mapTexts(readTemplate(text, path), (value) => fill(value, { service }))

type Template = Readonly<Record<string, unknown>>

/** The template without what DescribeTaskDefinition adds, so that its answer can be pasted as a template. */
const readTemplate = (text: string, path: string): Template => {
  const json = readJson(text, path)
  const problems = [...notATaskDefinition(json, path), ...unknownPlaceholders(json, path)]
  const [first, ...rest] = problems.length > 0 ? problems : withoutImage(json, path)
  if (first) throw new StaggerError(first, ...rest)
  const entries = Object.entries(json.value as Template)
  return Object.fromEntries(entries.filter(([key]) => !RETURNED_ONLY.includes(key)))
}

const notATaskDefinition = ({ value }: Json, path: string): readonly Problem[] => {
  const { family, containerDefinitions } = (value ?? {}) as Template
  if (typeof family === 'string' && family !== '' && Array.isArray(containerDefinitions)) return []
  return [
    {
      code: 'template-shape',
      fault: 'caller',
      problem: `${path} is not a task definition`,
      why: 'It needs a "family" (a text) and "containerDefinitions" (a list).',
      fix: 'Start from what runs: aws ecs describe-task-definition --task-definition FAMILY --query taskDefinition',
    },
  ]
}

const unknownPlaceholders = (json: Json, path: string): readonly Problem[] => {
  const unknown = textsIn(json.value)
    .flatMap(placeholdersIn)
    .filter((name) => !KNOWN.includes(name))
  return [...new Set(unknown)].map((name) => ({
    code: 'unknown-placeholder',
    fault: 'caller',
    problem: `${path} has the unknown placeholder {${name}}`,
    why: `A template knows ${KNOWN.map((known) => `{${known}}`).join(', ')}.`,
    fix: `Use one of these, or write {{${name}}} where the braces themselves are meant.`,
    ...at(json, name),
  }))
}

const at = (json: Json, name: string): Pick<Problem, 'at'> => {
  const position = json.find((text) => placeholdersIn(text).includes(name))
  return position ? { at: position } : {}
}

/** A template with a fixed image would deploy the same image for ever, and succeed. */
const withoutImage = ({ value }: Json, path: string): readonly Problem[] => {
  const containers = (value as { containerDefinitions: readonly { readonly image?: unknown }[] })
    .containerDefinitions
  if (containers.some((container) => container?.image === '{image}')) return []
  return [
    {
      code: 'template-without-image',
      fault: 'caller',
      problem: `${path} has no container with the image {image}`,
      why: 'Nothing would bring the new image to the service.',
      fix: `Write "image": "{image}" in the container of ${path} that runs the service.`,
    },
  ]
}

const lost = (template: Template, path: string): readonly string[] =>
  unknownFields(template).map(
    (field) =>
      `${path}: ${field} is not a field of RegisterTaskDefinition that is known here; it is not sent`,
  )

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Every text changed, `null` dropped, and all else kept: `""`, `0`, `false` and `[]` mean something to ECS. */
const mapTexts = <T>(value: T, change: (text: string) => string): T => {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value))
    return value.filter((item) => item !== null).map((item) => mapTexts(item, change)) as T
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([, inner]) => inner !== null)
  return Object.fromEntries(kept.map(([key, inner]) => [key, mapTexts(inner, change)])) as T
}
