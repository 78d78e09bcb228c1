import { refuse } from '../api/fault.js'

export const DEREGISTRATION_DELAY = 'deregistration_delay.timeout_seconds'

/** What an IP target group starts with. */
export const DEFAULT_ATTRIBUTES: Readonly<Record<string, string>> = {
  [DEREGISTRATION_DELAY]: '300',
  'stickiness.enabled': 'false',
  'stickiness.type': 'lb_cookie',
  'stickiness.lb_cookie.duration_seconds': '86400',
  'slow_start.duration_seconds': '0',
  'load_balancing.algorithm.type': 'round_robin',
  'load_balancing.cross_zone.enabled': 'use_load_balancer_configuration',
}

const checkDelay = (value: string): void => {
  const seconds = Number(value)
  if (!/^\d+$/.test(value) || seconds > 3600)
    refuse(
      'InvalidConfigurationRequestException',
      `The value '${value}' of ${DEREGISTRATION_DELAY} must be a number of seconds from 0 to 3600`,
    )
}

/** An attribute that is not played may be set to what it is already. */
export const checkAttribute = (key: string, value: string): void => {
  const usual = DEFAULT_ATTRIBUTES[key]
  if (usual === undefined)
    refuse('InvalidConfigurationRequestException', `Target group attribute key '${key}' is not recognized`)
  if (key === DEREGISTRATION_DELAY) checkDelay(value)
  else if (value !== usual)
    refuse(
      'InvalidConfigurationRequestException',
      `The rehearsal cluster does not play ${key}=${value} yet; it is always ${usual}`,
    )
}
