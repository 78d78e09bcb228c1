import { VirtualClock } from '../clock.js'
import { ecsContract } from './ecs.contract.js'
import { MemoryCluster } from './memory-cluster.js'
import { MemoryEcs } from './memory-ecs.js'

const LOG = { 'awslogs-group': 'shop', 'awslogs-stream-prefix': 'cart' }

ecsContract('the one in memory', async () => {
  const clock = new VirtualClock()
  const cluster = new MemoryCluster('shop', clock)
  const definition = (behaviour: 'well' | 'fails', environment: string) => ({
    family: 'cart',
    containerDefinitions: [
      {
        name: 'app',
        image: `registry/cart@sha256:${behaviour}`,
        environment: [{ name: 'WHAT', value: environment }],
        logConfiguration: { logDriver: 'awslogs' as const, options: LOG },
      },
    ],
  })
  cluster.behaviours.set('registry/cart@sha256:fails', 'fails')
  const first = cluster.register(definition('well', 'first'))
  const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } }
  cluster.addService('cart', first.taskDefinitionArn ?? '', { deploymentConfiguration: breaker })
  const get = cluster.logs.get.bind(cluster.logs)
  cluster.logs.get = (stream) => (stream.startsWith('shop/cart/app/') ? ['cannot go on'] : get(stream))
  const sleep = (milliseconds: number) => clock.sleep(milliseconds)
  return {
    ecs: new MemoryEcs(cluster),
    cluster: 'shop',
    service: 'cart',
    definition,
    sleep,
    stop: async () => {},
  }
})
