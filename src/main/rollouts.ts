import { getState, saveState } from '@actions/core'
import type { Rollouts, UnderWay } from '../commands/deployment/target.js'

const NAME = 'rollout-'

/** Keeps what a step began where its post step finds it, from the moment on at which it began: a step may be killed. */
export const keepRollouts = (): Rollouts => {
  const names = new Map<string, string>()
  const nameOf = ({ site: { settings }, revision }: Pick<UnderWay, 'site' | 'revision'>): string => {
    const key = [settings.endpoint, settings.region, settings.cluster, settings.service, revision].join(' ')
    const name = names.get(key) ?? `${NAME}${names.size}`
    names.set(key, name)
    return name
  }
  return {
    begun: (rollout) => saveState(nameOf(rollout), rollout),
    done: (rollout) => saveState(nameOf(rollout), ''),
  }
}

/** What the step that this one comes after was kept from seeing to. */
export const keptRollouts = (): readonly UnderWay[] =>
  Object.keys(process.env)
    .filter((name) => name.startsWith(`STATE_${NAME}`))
    .map((name) => getState(name.slice('STATE_'.length)))
    .filter((text) => text !== '')
    .map((text): UnderWay => JSON.parse(text))
