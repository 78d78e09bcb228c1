import type { ECSTarget, LifecycleEvent } from '@aws-sdk/client-codedeploy'

const asWord = ({ lifecycleEventName, status = 'Unknown' }: LifecycleEvent): string =>
  `${lifecycleEventName} ${status.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()}`

const sayings = ({ diagnostics }: LifecycleEvent): string =>
  [
    diagnostics?.errorCode === 'Success' ? undefined : diagnostics?.errorCode,
    diagnostics?.message,
    diagnostics?.logTail,
  ]
    .filter(Boolean)
    .join(': ')

/** `Install failed: TIMEOUT …`; null where none did. */
export const failedEvent = (target: ECSTarget | null): string | null => {
  const failed = target?.lifecycleEvents?.find(({ status }) => status === 'Failed')
  if (!failed) return null
  const said = sayings(failed)
  return `${asWord(failed)}${said ? `: ${said}` : ''}`
}

/** How far it came, in one line: `CodeDeploy: BeforeInstall succeeded, Install failed, AllowTraffic skipped`. */
export const eventLines = (target: ECSTarget | null): readonly string[] => {
  const events = (target?.lifecycleEvents ?? []).filter(({ status }) => status !== 'Pending')
  return events.length > 0 ? [`CodeDeploy: ${events.map(asWord).join(', ')}`] : []
}
