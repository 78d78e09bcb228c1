import type { GetCallerIdentityResponse } from '@aws-sdk/client-sts'
import { ACCOUNT } from './arns.js'

/** Whoever asks is the same one person here. */
export const identityOperations = {
  GetCallerIdentity: (): GetCallerIdentityResponse => ({
    Account: ACCOUNT,
    UserId: 'AIDAREHEARSAL0000000',
    Arn: `arn:aws:iam::${ACCOUNT}:user/rehearsal`,
  }),
}
