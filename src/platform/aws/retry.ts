import { AdaptiveRetryStrategy } from '@smithy/core/retry'
import type { RetryErrorInfo, StandardRetryToken } from '@smithy/types'

/**
 * Repeats a request only where AWS says that it did not take it. After a lost answer nobody knows whether an
 * update has begun a deployment; what is there must be read before it is written again.
 */
export class RefusedOnly extends AdaptiveRetryStrategy {
  override async refreshRetryTokenForRetry(token: StandardRetryToken, info: RetryErrorInfo) {
    if (!wasRefused(info)) throw info.error ?? new Error('not repeated')
    return super.refreshRetryTokenForRetry(token, { ...info, errorType: 'THROTTLING' })
  }
}

/** AWS calls two registrations of one family at once a client's error, but it passes like throttling. */
const wasRefused = ({ errorType, error }: RetryErrorInfo): boolean =>
  errorType === 'THROTTLING' || /too many concurrent attempts/i.test(error?.message ?? '')
