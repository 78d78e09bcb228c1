import { nullIfRefused } from '../../catalog/refusals.js'
import type { Git } from '../../platform/git/git.js'
import type { Redeclares } from '../../version/counted.js'
import type { Commit } from '../../version/history.js'
import { isDeclaring, type Material, saysTheSame } from '../../version/material.js'
import type { Oid, ServiceName } from '../../words.js'
import type { CommitView } from '../commit-view.js'

/** More are not looked into: then each of them counts. */
const MOST = 200

/**
 * Which commits say something else of which service. One file says something of many, so each commit that touches it
 * is compared with the one before it; one that is not to be had counts.
 */
export const redeclaredBy = async (
  git: Git,
  viewOf: (commit: Oid) => Promise<CommitView>,
  commits: readonly Commit[],
  materials: readonly Material[],
): Promise<Redeclares> => {
  const services = [...new Set(materials.flatMap(({ redeclared }) => redeclared ?? []))]
  const touching = services.length === 0 ? [] : commits.filter(({ paths }) => paths.some(isDeclaring))
  const oids = new Set(touching.map(({ oid }) => oid))
  if (touching.length > MOST) return ({ oid }) => oids.has(oid)
  const here = await git.bring([...new Set(touching.flatMap(({ oid, parents }) => [oid, ...parents]))])
  const said = new Map<Oid, ReadonlySet<ServiceName>>()
  for (const { oid, parents } of touching) {
    const [before] = parents
    if (before === undefined || !here.has(before) || !here.has(oid)) continue
    said.set(oid, await changedBetween(await viewOf(before), await viewOf(oid), services))
  }
  return ({ oid }, service) => oids.has(oid) && (said.get(oid)?.has(service) ?? true)
}

const changedBetween = async (
  before: CommitView,
  after: CommitView,
  services: readonly ServiceName[],
): Promise<ReadonlySet<ServiceName>> => {
  const [then, now] = await Promise.all([before, after].map(servicesOf))
  return new Set(services.filter((name) => !saysTheSame(then?.get(name) ?? null, now?.get(name) ?? null)))
}

const servicesOf = async (view: CommitView) => {
  const discovered = await view.discovered().catch(nullIfRefused)
  return discovered && new Map(discovered.services.map((service) => [service.name, service]))
}
