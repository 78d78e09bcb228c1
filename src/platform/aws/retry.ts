import { AdaptiveRetryStrategy } from '@smithy/core/retry'
import type { RetryErrorInfo, StandardRetryToken } from '@smithy/types'

/**
 * Repeats a request only where AWS says that it did not take it. After a lost answer nobody knows whether an
 * update has begun a deployment; what is there must be read before it is written again.
 */
export class ThrottledOnly extends AdaptiveRetryStrategy {
  override async refreshRetryTokenForRetry(token: StandardRetryToken, info: RetryErrorInfo) {
    if (info.errorType !== 'THROTTLING') throw info.error ?? new Error('not repeated')
    return super.refreshRetryTokenForRetry(token, info)
  }
}
