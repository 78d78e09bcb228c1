// One commit beside its parent: what each way of choosing would build, service by service.
import { posix } from 'node:path'

const { decide } = await import('../../../src/changes/affected.js')

/** The columns of the table, in its order. */
export const COLUMNS = ['lockstep', 'folder', 'stagger', 'minimum']

/** A row for each service of the commit; `paths` are those that differ from the parent. */
export const compareCommits = async (git, before, now, paths) => {
  const rows = []
  for (const [name, one] of now.services)
    rows.push(await compareService(git, before.services.get(name), { name, ...one }, paths))
  return rows
}

const compareService = async (git, old, now, paths) => {
  const stagger = await staggerSays(git, old, now)
  return {
    service: now.name,
    lockstep: true,
    folder: !old || paths.some(liesIn(posix.dirname(now.service.dockerfile))),
    stagger: stagger.affected,
    minimum: !old || old.judged !== now.judged,
    refused: now.refused ?? null,
    why: stagger.why,
  }
}

const liesIn = (folder) => (path) => folder === '.' || path.startsWith(`${folder}/`)

/** The product's own decision. Why it says so costs more than the decision, so it is a question of its own. */
const staggerSays = async (git, old, { snapshot, refused }) => {
  if (refused) return { affected: true, why: async () => [`refused: ${refused}`] }
  const known = old?.snapshot ? knownFrom(old.snapshot) : null
  const quick = known && { ...known, snapshot: { missing: 'not asked' } }
  const { affected } = await decide(git, snapshot, quick, null)
  return { affected, why: async () => explained(await decide(git, snapshot, known, null)) }
}

const knownFrom = (snapshot) => ({
  fingerprint: snapshot.image.fingerprint,
  testFingerprint: snapshot.test?.fingerprint ?? null,
  snapshot,
})

const explained = ({ reasons, needs, image }) => [
  ...new Set([
    ...(needs.includes('build') ? [] : ['only its tests']),
    ...image.inputs.widened.map(({ reason }) => `widened: ${reason}`),
    ...reasons.map(told),
  ]),
]

const told = ({ kind, path, detail, name, instruction }) =>
  [kind, instruction, path ?? detail?.split('\n')[0].slice(0, 100) ?? name].filter(Boolean).join(' ')
