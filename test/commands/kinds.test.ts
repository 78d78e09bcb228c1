import type { Service, UpdateServiceCommandInput } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import { deployExitCode } from '../../src/commands/deploy.js'
import { verify, verifyExitCode } from '../../src/commands/verify.js'
import { Stage, TEMPLATE } from './deploy-stage.js'

/** A stage whose service is of another kind than the rehearsal cluster plays. */
const stageOf = (change: (service: Service) => Service): Stage => {
  const stage = new Stage('cart')
  const describeService = stage.ecs.describeService.bind(stage.ecs)
  stage.ecs.describeService = async (name) => {
    const { now, value } = await describeService(name)
    return { now, value: value && change(value) }
  }
  return stage
}

describe('who is not ours to deploy is refused by name, before anything is written', () => {
  test.each<[string, Partial<Service>, string, RegExp]>([
    ['EXTERNAL', { deploymentController: { type: 'EXTERNAL' } }, 'deployment-controller', /EXTERNAL/],
    ['Express', { resourceManagementType: 'ECS' }, 'express-service', /Express/],
  ])('%s', async (_, changes, code, problem) => {
    const stage = stageOf((service) => ({ ...service, ...changes }))
    const result = await stage.deploy(stage.target('cart', 'b'))
    expect(result.services[0]).toMatchObject({
      outcome: null,
      problems: [{ code, fault: 'caller', problem: expect.stringMatching(problem) }],
    })
    expect(deployExitCode(result)).toBe(2)
    const verified = await verify(stage.world, [stage.target('cart', 'b')])
    expect(verifyExitCode(verified)).toBe(2)
    expect(stage.writes).toEqual([])
  })
})

describe('a service with Service Connect', () => {
  const connected = (service: Service): Service => ({
    ...service,
    deployments: (service.deployments ?? []).map((one) => ({
      ...one,
      serviceConnectConfiguration: { enabled: true, namespace: 'shop', services: [{ portName: 'http' }] },
    })),
  })
  const named = (name: string) => {
    const definition = JSON.parse(TEMPLATE)
    definition.containerDefinitions[0].portMappings = [{ name, containerPort: 8080 }]
    return { path: 'deploy/task.json', text: JSON.stringify(definition) }
  }

  test('is shifted without a load balancer, and its configuration is not sent back', async () => {
    const stage = stageOf(connected)
    const sent: UpdateServiceCommandInput[] = []
    const updateService = stage.ecs.updateService.bind(stage.ecs)
    stage.ecs.updateService = (input) => {
      sent.push(input)
      return updateService(input)
    }
    const target = stage.target('cart', 'b', { template: named('http') })
    const settings = { ...target.settings, strategy: 'canary' as const, timeoutMinutes: 60 }
    const result = await stage.deploy({ ...target, settings })
    expect(result.services[0]).toMatchObject({ outcome: 'successful', strategy: 'canary' })
    expect(stage.said.filter((line) => /load balancer/.test(line))).toEqual([])
    expect(sent.map((input) => Object.keys(input).sort())).toEqual([
      ['cluster', 'deploymentConfiguration', 'service', 'taskDefinition'],
    ])
  })

  test('is refused where the task definition does not name the port that it is found by', async () => {
    const stage = stageOf(connected)
    const result = await stage.deploy(stage.target('cart', 'b', { template: named('web') }))
    expect(result.services[0]).toMatchObject({
      outcome: null,
      problems: [{ code: 'no-such-port-name', why: 'Its named ports: web.' }],
    })
    expect(stage.writes).toEqual([])
  })
})
