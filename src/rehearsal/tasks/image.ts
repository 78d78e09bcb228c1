import { text } from 'node:stream/consumers'
import { type Engine, EngineError } from './engine.js'
import { StartFailure } from './failure.js'

interface Inspected {
  readonly RepoDigests?: readonly string[]
}

const inspect = async (engine: Engine, image: string): Promise<Inspected | undefined> => {
  try {
    return (await engine.call('GET', `/images/${image}/json`)) as Inspected
  } catch (error) {
    if (error instanceof EngineError && error.status === 404) return undefined
    throw error
  }
}

/** `repository` and tag or digest, as the engine's pull wants them. */
export const splitReference = (image: string): { readonly name: string; readonly tag: string } => {
  const at = image.indexOf('@')
  if (at >= 0) return { name: image.slice(0, at), tag: image.slice(at + 1) }
  const colon = image.indexOf(':', image.lastIndexOf('/') + 1)
  return colon < 0
    ? { name: image, tag: 'latest' }
    : { name: image.slice(0, colon), tag: image.slice(colon + 1) }
}

const errorIn = (progress: string): string | undefined =>
  progress
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => (JSON.parse(line) as { error?: string }).error)
    .find((error) => error !== undefined)

const pull = async (engine: Engine, image: string): Promise<string | undefined> => {
  const { name, tag } = splitReference(image)
  const query = new URLSearchParams({ fromImage: name, tag })
  try {
    return errorIn(await text(await engine.stream('POST', `/images/create?${query}`)))
  } catch (error) {
    return (error as Error).message
  }
}

const digestOf = (image: string, { RepoDigests = [] }: Inspected): string | undefined => {
  const { name, tag } = splitReference(image)
  if (tag.startsWith('sha256:')) return tag
  return RepoDigests.find((digest) => digest.startsWith(`${name}@`))?.split('@')[1]
}

/** Makes sure that the engine has the image; answers with its digest where it has one. */
export const ensureImage = async (engine: Engine, image: string): Promise<string | undefined> => {
  const here = await inspect(engine, image)
  if (here) return digestOf(image, here)
  const error = await pull(engine, image)
  const pulled = error === undefined ? await inspect(engine, image) : undefined
  if (!pulled)
    throw new StartFailure(
      `CannotPullContainerError: pull image ${image} failed: ${error ?? 'the engine does not have it'}`,
    )
  return digestOf(image, pulled)
}
