/** A file, or a folder as a whole; or a folder of which only some entries are there. */
export type PathTree<Leaf> = Leaf | Map<string, PathTree<Leaf>>

/** What stands at paths below a folder, as that folder; where it is there itself, as a whole, it is the answer. */
export const pathTree = <Leaf extends { readonly path: string }>(
  folder: string,
  leaves: readonly Leaf[],
): PathTree<Leaf> => {
  const root = new Map<string, PathTree<Leaf>>()
  for (const leaf of leaves) {
    if (leaf.path === folder) return leaf
    const path = folder === '.' ? leaf.path : leaf.path.slice(folder.length + 1)
    put(root, path.split('/'), leaf)
  }
  return root
}

const put = <Leaf>(
  folder: Map<string, PathTree<Leaf>>,
  [name = '', ...rest]: readonly string[],
  leaf: Leaf,
): void => {
  if (rest.length === 0) return void folder.set(name, leaf)
  const known = folder.get(name)
  const next = known instanceof Map ? known : new Map<string, PathTree<Leaf>>()
  folder.set(name, next)
  put(next, rest, leaf)
}
