import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { failedTasks, idOf, logSources } from '../../../src/ecs/diagnosis.js'
import { deploymentSight, images, primaryOf, revisionOf } from '../../../src/ecs/sight.js'
import { differences } from '../../../src/ecs/task-definition.js'
import type { Ecs } from '../../../src/platform/aws/ecs.js'
import { isFinal, isOf } from '../../../src/rollout/guards.js'
import type { DeploymentSight } from '../../../src/rollout/sight.js'
import { type Problem, StaggerError } from '../../../src/words.js'

/** A cluster with one service that runs well, and what the contract needs to change it. */
export interface EcsUnderTest {
  readonly ecs: Ecs
  readonly cluster: string
  readonly service: string
  /** A task definition of the service's family whose tasks get healthy, or write a line and exit with 7. */
  definition(behaviour: 'well' | 'fails', environment: string): RegisterTaskDefinitionCommandInput
  sleep(milliseconds: number): Promise<void>
  stop(): Promise<void>
}

const problemOf = async (asked: Promise<unknown>): Promise<Problem | undefined> =>
  asked.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof StaggerError) return error.problems[0]
      throw error
    },
  )

/** What every ECS does, the one in memory and those that speak its protocol. */
export const ecsContract = (name: string, start: () => Promise<EcsUnderTest>): void =>
  describe(`${name} as an ECS`, () => {
    let under: EcsUnderTest
    beforeAll(async () => {
      under = await start()
    })
    afterAll(() => under?.stop())

    const at = () => ({ cluster: under.cluster, service: under.service })
    const primary = async () => {
      const { value } = await under.ecs.describeService(at())
      return value ? primaryOf(value) : undefined
    }

    const begin = async (behaviour: 'well' | 'fails', environment: string) => {
      const registered = await under.ecs.registerTaskDefinition(under.definition(behaviour, environment))
      const taskDefinition = registered.value.taskDefinitionArn ?? ''
      const { value, now } = await under.ecs.updateService({ ...at(), taskDefinition })
      return { taskDefinition, revision: revisionOf(primaryOf(value)?.id) ?? '', now, value }
    }

    const toItsEnd = async (revision: string): Promise<DeploymentSight> => {
      for (let looks = 0; looks < 600; looks += 1) {
        const { value: listed } = await under.ecs.listServiceDeployments(at())
        const arns = listed.slice(0, 20).flatMap(({ serviceDeploymentArn }) => serviceDeploymentArn ?? [])
        const { value } = await under.ecs.describeServiceDeployments(arns)
        const ours = value.map(deploymentSight).find(({ target }) => isOf(target, revision))
        if (ours && isFinal(ours)) return ours
        await under.sleep(250)
      }
      throw new Error('the deployment does not end')
    }

    test('does not know a service that is not there, and names those that are', async () => {
      expect((await under.ecs.describeService({ ...at(), service: 'nobody' })).value).toBe(null)
      expect((await under.ecs.listServices(under.cluster)).value).toContain(under.service)
    })

    test('refuses a cluster that is not there', async () => {
      const problem = await problemOf(under.ecs.describeService({ ...at(), cluster: 'nowhere' }))
      expect(problem).toMatchObject({ code: 'cluster-not-found', fault: 'caller' })
      expect((await under.ecs.listClusters()).value).toContain(under.cluster)
    })

    test('tells the PRIMARY deployment by the number of its revision', async () => {
      expect(revisionOf((await primary())?.id)).toMatch(/^\d+$/)
    })

    test('gives a task definition back with no difference but what it fills in', async () => {
      const wanted = { ...under.definition('well', 'given back'), tags: [{ key: 'team', value: 'shop' }] }
      const { value } = await under.ecs.registerTaskDefinition(wanted)
      const { value: told } = await under.ecs.describeTaskDefinition(value.taskDefinitionArn ?? '')
      expect(differences(told.taskDefinition, told.tags, wanted)).toEqual([])
    })

    test('begins no deployment where nothing is new', async () => {
      const before = await primary()
      const { value } = await under.ecs.updateService({ ...at(), taskDefinition: before?.taskDefinition })
      expect(primaryOf(value)?.id).toBe(before?.id)
    })

    test('refuses a task definition that is not there', async () => {
      const problem = await problemOf(under.ecs.updateService({ ...at(), taskDefinition: 'nobody:1' }))
      expect(problem).toMatchObject({ code: 'aws-refused', fault: 'caller' })
    })

    test('brings a new revision to a success that can be proven', async () => {
      const before = await primary()
      const { revision, taskDefinition, value } = await begin('well', 'new')
      expect(primaryOf(value)).toMatchObject({ taskDefinition, id: `ecs-svc/${revision}` })
      expect(revision).not.toBe(revisionOf(before?.id))
      const ended = await toItsEnd(revision)
      expect(ended).toMatchObject({ status: 'SUCCESSFUL', rollback: null })
      expect(ended.sources.some((source) => isOf(source, revisionOf(before?.id) ?? ''))).toBe(true)
      const { value: revisions } = await under.ecs.describeServiceRevisions([ended.target ?? ''])
      expect(images(revisions)).toContain(under.definition('well', 'new').containerDefinitions?.[0]?.image)
      expect(await primary()).toMatchObject({ id: `ecs-svc/${revision}`, rolloutState: 'COMPLETED' })
    })

    test('rolls a failing revision back, and keeps why', async () => {
      const before = await primary()
      const { revision } = await begin('fails', 'failing')
      const ended = await toItsEnd(revision)
      expect(ended.status).toBe('ROLLBACK_SUCCESSFUL')
      expect(ended.rollback).toMatch(/circuit breaker/i)
      expect(await primary()).toMatchObject({ taskDefinition: before?.taskDefinition })
      const { value: arns } = await under.ecs.listTasks(at(), 'STOPPED')
      const { value: tasks } = await under.ecs.describeTasks(under.cluster, arns)
      const [failed] = failedTasks(tasks, revision)
      expect(failed).toMatchObject({ lastStatus: 'STOPPED', stopCode: 'EssentialContainerExited' })
      expect(failed?.containers).toEqual([expect.objectContaining({ exitCode: 7 })])
      const [source] = logSources(under.definition('fails', 'failing') as object, idOf(failed ?? {}))
      expect(source && (await under.ecs.logTail(source, 5)).join('\n')).toMatch(/cannot go on/)
    })

    test('has no lines of a log that nobody wrote', async () => {
      expect(await under.ecs.logTail({ group: 'nothing', stream: 'nobody' }, 5)).toEqual([])
    })

    test('says who asks', async () => {
      expect((await under.ecs.callerIdentity()).value.account).toMatch(/^\d{12}$/)
    })
  })
