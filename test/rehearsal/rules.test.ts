import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DeploymentLifecycleHookStage, ServiceDeploymentLifecycleStage } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import { hooksAt, STAGES, STRATEGIES, shownStage, stagesOf } from '../../src/rehearsal/controller/stages.js'
import { rulesPage } from './rules-page.js'

const root = join(import.meta.dirname, '..', '..')

test('docs/rehearsal-rules.md is what the code says: node .ci/rules.mjs writes it', () => {
  expect(readFileSync(join(root, 'docs/rehearsal-rules.md'), 'utf8')).toBe(rulesPage())
})

describe('the stages', () => {
  test('with hooks are those that the model of AWS has for hooks', () => {
    const ours = STAGES.filter(({ stage }) => hooksAt(stage)).map(({ stage }) => stage)
    expect(ours.toSorted()).toEqual(Object.keys(DeploymentLifecycleHookStage).toSorted())
  })

  test('told are those that the model of AWS has for deployments', () => {
    const told = STAGES.map(({ stage }) => shownStage('CANARY', stage))
    expect([...new Set(told)].toSorted()).toEqual(Object.keys(ServiceDeploymentLifecycleStage).toSorted())
  })

  test.each(STRATEGIES)('of %s come in the order of the table', (strategy) => {
    const order = STAGES.map(({ stage }) => stage)
    const places = stagesOf(strategy).map((stage) => order.indexOf(stage))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
})
