// Plays the same scenarios on the rehearsal cluster and on real ECS, and prints where they differ:
//
//   node test/judge/conformance.mjs --endpoint http://127.0.0.1:4566 --aws --cluster NAME --subnets subnet-1,subnet-2
//
// --endpoint alone, or --aws alone, prints what was seen as JSON; --compare FILE compares that with what another run printed.
// On AWS it needs credentials and a region from the environment, a cluster, and subnets; it makes services with a desired
// count of 0 and deletes them, and task definitions of the family `conformance`, which it deregisters.
// It has never met real AWS: nobody of this project had an account. What it finds there is news.
import '../typescript/register.mjs'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ECS } from '@aws-sdk/client-ecs'

const { rangeCases } = await import('./conformance/ranges.ts')
const { COMBINATIONS, SEQUENCES } = await import('./conformance/scenarios.ts')

const { values: options } = parseArgs({
  options: {
    endpoint: { type: 'string' },
    aws: { type: 'boolean', default: false },
    cluster: { type: 'string', default: 'conformance' },
    subnets: { type: 'string', default: 'subnet-a' },
    compare: { type: 'string' },
  },
})

const FAMILY = 'conformance'
const LOCAL = {
  endpoint: options.endpoint,
  region: 'eu-central-1',
  credentials: { accessKeyId: 'rehearsal', secretAccessKey: 'rehearsal' },
}

const definition = {
  family: FAMILY,
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  containerDefinitions: [{ name: 'app', image: 'public.ecr.aws/docker/library/busybox:latest' }],
}

/** An answer as far as two clouds can be compared: what it was called, and no ARN, id or time. */
const outcomeOf = (call) =>
  call.then(
    () => 'accepted',
    ({ name }) => name,
  )

const service = (serviceName, change) => ({
  cluster: options.cluster,
  serviceName,
  taskDefinition: FAMILY,
  desiredCount: 0,
  launchType: 'FARGATE',
  networkConfiguration: { awsvpcConfiguration: { subnets: options.subnets.split(',') } },
  ...change,
})

/** Whatever was made is deleted, also what was wrongly accepted. */
const tried = async (ecs, name, change) => {
  const outcome = await outcomeOf(ecs.createService(service(name, change)))
  if (outcome === 'accepted')
    await ecs.deleteService({ cluster: options.cluster, service: name, force: true })
  return outcome
}

const play = async (settings, prepares) => {
  const ecs = new ECS(settings)
  if (prepares) await ecs.createCluster({ clusterName: options.cluster })
  const { taskDefinition } = await ecs.registerTaskDefinition(definition)
  const seen = {}
  let made = 0
  for (const [name, deploymentConfiguration] of [...rangeCases(), ...COMBINATIONS])
    seen[name] = await tried(ecs, `conformance-${Date.now().toString(36)}-${made++}`, {
      deploymentConfiguration,
    })
  for (const [name, sequence] of SEQUENCES)
    seen[name] = await sequence({ ecs, cluster: options.cluster, service, outcomeOf, definition })
  await ecs.deregisterTaskDefinition({ taskDefinition: taskDefinition.taskDefinitionArn })
  ecs.destroy()
  return seen
}

const differences = (here, there) =>
  [...new Set([...Object.keys(here), ...Object.keys(there)])]
    .filter((name) => JSON.stringify(here[name]) !== JSON.stringify(there[name]))
    .map((name) => `${name}: rehearsed ${JSON.stringify(here[name])}, there ${JSON.stringify(there[name])}`)

const print = (text) => process.stdout.write(`${text}\n`)

if (!options.endpoint && !options.aws) {
  process.stderr.write('give --endpoint of a rehearsal cluster, or --aws, or both\n')
  process.exit(2)
}
const here = options.endpoint ? await play(LOCAL, true) : undefined
const there = options.aws ? await play({}, false) : undefined
const other = options.compare ? JSON.parse(readFileSync(options.compare, 'utf8')) : here && there
if (other) {
  const found = differences(options.compare ? (here ?? there) : here, options.compare ? other : there)
  for (const line of found) print(line)
  print(JSON.stringify({ compared: Object.keys(here ?? there).length, differences: found.length }))
  process.exitCode = found.length === 0 ? 0 : 1
} else print(JSON.stringify(here ?? there, null, 2))
