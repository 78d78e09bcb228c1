import type { Objects, Oid } from '../words.js'
import type { Service } from './service.js'
import { entryAt, LINK } from './tree.js'

/** A service as one commit has it; `root` is that commit's tree. */
export interface Placed {
  readonly service: Service
  readonly root: Oid
}

/**
 * Whether a service is surely made of the same at two commits, told by a handful of object ids: its settings, all of its
 * context, its Dockerfile. `false` says nothing.
 */
export const isSameMaterial = async (objects: Objects, one: Placed, other: Placed): Promise<boolean> => {
  if (!isSameService(one.service, other.service) || readsElsewhere(one.service)) return false
  const { context, dockerfile } = one.service
  const paths = [context, dockerfile, `${dockerfile}.dockerignore`, '.gitmodules']
  const same = await Promise.all(paths.map((path) => isSameEntry(objects, path, one.root, other.root)))
  return same.every((is) => is)
}

/** Beside its main context and its Dockerfile. */
const readsElsewhere = ({
  tests,
  inputs,
  artifacts,
  contexts,
  dependsOn,
  imagesBuiltHere,
}: Service): boolean =>
  tests?.some(({ kind }) => kind !== 'stage') ||
  [inputs, artifacts, dependsOn, Object.keys(contexts), Object.keys(imagesBuiltHere)].some(
    ({ length }) => length > 0,
  )

const isSameService = (one: Service, other: Service): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

/** What a link leads to may differ where the link does not. */
const isSameEntry = async (objects: Objects, path: string, one: Oid, other: Oid): Promise<boolean> => {
  const [here, there] = await Promise.all([entryAt(objects, one, path), entryAt(objects, other, path)])
  return here?.oid === there?.oid && here?.mode === there?.mode && here?.mode !== LINK
}
