import { SecretsManager } from '@aws-sdk/client-secrets-manager'
import { SSM } from '@aws-sdk/client-ssm'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readReference } from '../../../src/rehearsal/secrets/resolve.js'
import { type Rehearsal, serveRehearsal } from '../../../src/rehearsal/serve.js'
import { type Clients, clientsOf, createCart, definition, followNewest, setStage } from '../stage.js'

const progress = { say: () => {}, warn: () => {}, group: () => {} }
let rehearsal: Rehearsal
let clients: Clients
let ssm: SSM
let secrets: SecretsManager

beforeAll(async () => {
  rehearsal = await serveRehearsal({ progress, tasks: 'hollow' })
  clients = clientsOf(rehearsal.endpoint)
  const settings = {
    endpoint: rehearsal.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  }
  ssm = new SSM(settings)
  secrets = new SecretsManager(settings)
})

afterAll(async () => {
  for (const client of [clients, ssm, secrets]) client.destroy()
  await rehearsal.close()
})

describe('parameters', () => {
  test('are put, put again, asked for by name, version and ARN, and deleted', async () => {
    const Name = '/shop/key'
    await ssm.putParameter({ Name, Value: 'one', Type: 'SecureString' })
    await expect(ssm.putParameter({ Name, Value: 'two' })).rejects.toMatchObject({
      name: 'ParameterAlreadyExists',
    })
    expect(await ssm.putParameter({ Name, Value: 'two', Overwrite: true })).toMatchObject({ Version: 2 })
    const get = async (asked: string) =>
      (await ssm.getParameter({ Name: asked, WithDecryption: true })).Parameter?.Value
    expect([await get(Name), await get(`${Name}:1`)]).toEqual(['two', 'one'])
    const { Parameter } = await ssm.getParameter({ Name })
    expect(Parameter?.Value).not.toBe('two')
    expect(await get(Parameter?.ARN ?? '')).toBe('two')
    const many = await ssm.getParameters({ Names: [Name, '/nope'] })
    expect(many).toMatchObject({ Parameters: [{ Name }], InvalidParameters: ['/nope'] })
    await ssm.deleteParameter({ Name })
    await expect(get(Name)).rejects.toMatchObject({ name: 'ParameterNotFound' })
  })

  test.each([
    [{ Name: 'aws-key', Value: 'x', Type: 'String' as const }, /neither aws nor ssm/],
    [{ Name: 'a b', Value: 'x', Type: 'String' as const }, /'a b' is invalid/],
    [{ Name: 'a', Value: '', Type: 'String' as const }, /0 characters/],
    [{ Name: 'a', Value: 'x' }, /type is required/],
  ])('%j is refused', async (input, message) => {
    await expect(ssm.putParameter(input)).rejects.toThrow(message)
  })
})

describe('secrets', () => {
  test('have versions with stages, and are found by name and ARN', async () => {
    const { ARN, VersionId } = await secrets.createSecret({ Name: 'shop/db', SecretString: '{"user":"a"}' })
    expect(ARN).toMatch(/:secret:shop\/db-[A-Za-z0-9]{6}$/)
    await expect(secrets.createSecret({ Name: 'shop/db', SecretString: 'x' })).rejects.toMatchObject({
      name: 'ResourceExistsException',
    })
    await secrets.putSecretValue({ SecretId: 'shop/db', SecretString: '{"user":"b"}' })
    const get = async (change: object) =>
      (await secrets.getSecretValue({ SecretId: ARN, ...change })).SecretString
    expect(await get({})).toBe('{"user":"b"}')
    expect(await get({ SecretId: ARN?.slice(0, -7) })).toBe('{"user":"b"}')
    expect(await get({ VersionStage: 'AWSPREVIOUS' })).toBe('{"user":"a"}')
    expect(await get({ VersionId })).toBe('{"user":"a"}')
    const described = await secrets.describeSecret({ SecretId: 'shop/db' })
    expect(Object.values(described.VersionIdsToStages ?? {}).flat()).toEqual(['AWSPREVIOUS', 'AWSCURRENT'])
    await secrets.deleteSecret({ SecretId: 'shop/db', ForceDeleteWithoutRecovery: true })
    await expect(get({})).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })
})

const ARN = 'arn:aws:secretsmanager:eu-central-1:000000000000:secret:db-AbCdEf'

test.each([
  [ARN, { id: ARN, key: '', stage: '', version: '' }],
  [`${ARN}:user::`, { id: ARN, key: 'user', stage: '', version: '' }],
  [`${ARN}:user:AWSPREVIOUS:`, { id: ARN, key: 'user', stage: 'AWSPREVIOUS', version: '' }],
  [`${ARN}:::v1`, { id: ARN, key: '', stage: '', version: 'v1' }],
])('the reference %s', (valueFrom, wanted) => {
  expect(readReference(valueFrom)).toEqual(wanted)
})

describe('a task that refers to what is not there does not start, and says why', () => {
  const stoppedReason = async (valueFrom: string) => {
    const container = { secrets: [{ name: 'KEY', valueFrom }] }
    const executionRoleArn = 'arn:aws:iam::000000000000:role/execution'
    const made = await clients.ecs.registerTaskDefinition({
      ...definition('one', container),
      executionRoleArn,
    })
    const taskDefinition = made.taskDefinition?.taskDefinitionArn ?? ''
    await clients.ecs.updateService({ cluster: 'demo', service: 'cart', taskDefinition })
    await followNewest(clients)
    const { taskArns } = await clients.ecs.listTasks({ cluster: 'demo', desiredStatus: 'STOPPED' })
    const { tasks = [] } = await clients.ecs.describeTasks({ cluster: 'demo', tasks: taskArns })
    return tasks.find((task) => task.taskDefinitionArn === taskDefinition)
  }

  test('in the words of ECS', async () => {
    await clients.ecs.registerTaskDefinition(definition('one'))
    await createCart(clients, await setStage(clients), 'cart')
    await followNewest(clients)
    expect(await stoppedReason('/nope')).toMatchObject({
      stopCode: 'TaskFailedToStart',
      stoppedReason: expect.stringMatching(/^ResourceInitializationError: .*invalid ssm parameters: \/nope$/),
    })
    expect(await stoppedReason(ARN)).toMatchObject({
      stoppedReason: expect.stringMatching(/failed to fetch secret .*db-AbCdEf.*ResourceNotFoundException/),
    })
    const made = await secrets.createSecret({ Name: 'json', SecretString: '{"user":"a"}' })
    expect(await stoppedReason(`${made.ARN}:password::`)).toMatchObject({
      stoppedReason: expect.stringMatching(/did not contain json key password$/),
    })
  }, 60_000)

  test('and without a role is not registered', async () => {
    const container = { secrets: [{ name: 'KEY', valueFrom: '/key' }] }
    await expect(clients.ecs.registerTaskDefinition(definition('one', container))).rejects.toThrow(
      /must also specify a value for 'executionRoleArn'/,
    )
  })
})
