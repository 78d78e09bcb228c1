/** The files that `docker buildx bake` reads without being told, in its order: a later one comes on top of those before. */
export const BAKE_FILES: readonly string[] = [
  'docker-bake.json',
  'docker-bake.hcl',
  'docker-bake.override.json',
  'docker-bake.override.hcl',
]
