import { createHash } from 'node:crypto'
import type { Fingerprint, ServiceName } from '../words.js'
import { type EnvironmentSettings, settingsFor } from './settings.js'
import { renderConfiguration } from './template.js'

/**
 * The digest of everything but the image that decides what a service runs in an environment. How long we are
 * willing to wait, and in which file the template stands, do not. Without a template the rest is the cluster's own.
 */
export const configurationFingerprint = (
  settings: EnvironmentSettings,
  service: ServiceName,
  template: string | null,
): Fingerprint => {
  const {
    timeoutMinutes: _,
    onCancel: _cancel,
    onTimeout: _timeout,
    suspendScaling: _scaling,
    taskDefinition: path,
    ...where
  } = settingsFor(settings, service)
  const parts = [
    'stagger configuration 1',
    canonical(where),
    canonical(template === null ? null : renderConfiguration(template, path ?? '', service)),
  ]
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part)
  return `sha256:${hash.digest('hex')}` as Fingerprint
}

/** Of a service whose image runs in several ECS services, one for all of them. */
export const fingerprintTogether = (parts: readonly Fingerprint[]): Fingerprint => {
  const [only, ...others] = parts
  if (only !== undefined && others.length === 0) return only
  return `sha256:${createHash('sha256').update(parts.join('\n')).digest('hex')}` as Fingerprint
}

/** JSON with its keys in order, so that moving a line in a template deploys nothing. */
const canonical = (value: unknown): string => JSON.stringify(value, (_key, inner) => inOrder(inner))

const inOrder = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
