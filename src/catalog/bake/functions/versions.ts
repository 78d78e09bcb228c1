import semver from 'semver'
import { WrongValue } from '../hcl/value.js'

/** Whether a version is in a range. */
export const compareVersions = (version: string, range: string): boolean => {
  const parsed = semver.coerce(version, { includePrerelease: true })
  if (!parsed || semver.validRange(range) === null)
    throw new WrongValue(`semvercmp: ${version} or ${range} is no version`)
  return semver.satisfies(parsed, range)
}
