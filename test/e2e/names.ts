/** The names that a registry holds of a repository, in order. A staging tag only carries a push, and is none. */
export const namesOf = async (repository: string): Promise<readonly string[]> => {
  const response = await fetch(`http://${repository.replace('/', '/v2/')}/tags/list`)
  if (response.status === 404) return []
  const { tags } = (await response.json()) as { tags: string[] | null }
  return (tags ?? []).filter((tag) => !tag.startsWith('staging-')).sort()
}
