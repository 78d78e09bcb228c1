/** The next page, at the same registry: a link that leads elsewhere leads to somebody else. */
export const nextIn = (link: string | null, from: string): string | null => {
  const target = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(link ?? '')?.[1]
  if (target === undefined || !URL.canParse(target, from)) return null
  const next = new URL(target, from)
  return next.origin === new URL(from).origin ? next.href : null
}
