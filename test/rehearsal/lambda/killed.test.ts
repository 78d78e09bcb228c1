import { expect, test } from '@jest/globals'
import { readAddresses } from '../../../src/rehearsal/lambda/address.js'
import { createKillable } from '../keep/server.js'
import { createShop, update } from '../shop.js'
import { clientsOf, followNewest } from '../stage.js'
import { NOTHING, serveLambda } from './server.js'

test('a cluster that was killed while it asked a function asks it again, as the same execution', async () => {
  const lambda = await serveLambda(() => NOTHING)
  const cluster = createKillable({ tasks: 'hollow', lambda: readAddresses([lambda.address]) })
  const clients = clientsOf(await cluster.serve())
  try {
    await createShop(clients, { delay: '0' })
    await update(clients, 'two', {
      strategy: 'BLUE_GREEN',
      bakeTimeInMinutes: 0,
      lifecycleHooks: [
        {
          targetType: 'AWS_LAMBDA',
          hookTargetArn: 'arn:aws:lambda:eu-central-1:000000000000:function:check',
          roleArn: 'arn:aws:iam::000000000000:role/hooks',
          lifecycleStages: ['PRE_SCALE_UP'],
          hookDetails: { suite: 'smoke' },
        },
      ],
    })
    while (lambda.called.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    await cluster.kill()
    lambda.does = () => ({ hookStatus: 'SUCCEEDED' })
    await cluster.serve()
    expect((await followNewest(clients)).status).toBe('SUCCESSFUL')
    expect(lambda.called).toHaveLength(2)
    expect(lambda.called[1]).toEqual(lambda.called[0])
    expect(lambda.called[0]?.event.hookDetails).toEqual({ suite: 'smoke' })
  } finally {
    clients.destroy()
    await cluster.close()
    cluster.remove()
    await lambda.close()
  }
}, 120_000)
