import { describe, expect, test } from '@jest/globals'
import { renderTaskDefinition } from '../../src/environment/template.js'
import { type ServiceName, StaggerError, type Version } from '../../src/words.js'

const digest = `sha256:${'0123456789ab'.padEnd(64, 'f')}`
const values = {
  service: 'cart' as ServiceName,
  image: `registry/shop/cart@${digest}`,
  version: '1.4.0' as Version,
}
const template = (extra: object = {}, container: object = {}) =>
  JSON.stringify(
    {
      family: 'shop-{service}',
      containerDefinitions: [{ name: 'app', image: '{image}', ...container }],
      ...extra,
    },
    null,
    2,
  )
const render = (text: string, version: Version | null = values.version) =>
  renderTaskDefinition(text, 'deploy/task.json', { ...values, version })
const problemsOf = (text: string) => {
  try {
    render(text)
  } catch (error) {
    if (error instanceof StaggerError) return error.problems
    throw error
  }
  throw new Error('nothing was refused')
}

describe('a rendered template', () => {
  test('has the service, the image and the version in any text', () => {
    const environment = [{ name: 'VERSION', value: 'v{version} of {service}' }]
    expect(render(template({}, { environment })).input).toEqual({
      family: 'shop-cart',
      containerDefinitions: [
        { name: 'app', image: values.image, environment: [{ name: 'VERSION', value: 'v1.4.0 of cart' }] },
      ],
    })
  })

  test('names an image that has no version by its digest', () => {
    const { input } = render(template({}, { environment: [{ name: 'V', value: '{version}' }] }), null)
    expect(input.containerDefinitions?.[0]?.environment).toEqual([
      { name: 'V', value: 'unversioned-0123456789ab' },
    ])
  })

  test.each([
    ['braces of a shell', 'echo ${HOSTNAME}', 'echo ${HOSTNAME}'],
    ['doubled braces', '/items/{{id}}', '/items/{id}'],
    ['JSON in a text', '{"a": 1}', '{"a": 1}'],
    ['a repetition', '^[0-9]{3}$', '^[0-9]{3}$'],
  ])('leaves %s alone', (_, given, expected) => {
    expect(render(template({}, { command: [given] })).input.containerDefinitions?.[0]?.command).toEqual([
      expected,
    ])
  })

  test('does not fill what a value brings with it', () => {
    const text = template({}, { command: ['{service}'] })
    const { input } = renderTaskDefinition(text, 't', { ...values, service: '{image}' as ServiceName })
    expect(input.containerDefinitions?.[0]?.command).toEqual(['{image}'])
  })

  test('keeps "", 0, false and [], drops null and what only DescribeTaskDefinition returns', () => {
    const { input, warnings } = render(
      template(
        { revision: 7, taskDefinitionArn: 'arn', cpu: null, volumes: [] },
        { cpu: 0, essential: false, user: '' },
      ),
    )
    expect(input).toEqual({
      family: 'shop-cart',
      volumes: [],
      containerDefinitions: [{ name: 'app', image: values.image, cpu: 0, essential: false, user: '' }],
    })
    expect(warnings).toEqual([])
  })

  test('warns of each field that the SDK would drop without a word', () => {
    const given = template(
      { netwrokMode: 'awsvpc' },
      { healthcheck: {}, logConfiguration: { options: { any: 'x' }, driver: 'awslogs' } },
    )
    expect(render(given).warnings.map((line) => line.split(' ')[1])).toEqual([
      'containerDefinitions.healthcheck',
      'containerDefinitions.logConfiguration.driver',
      'netwrokMode',
    ])
  })
})

describe('a template is refused', () => {
  test('at line and column, where it is not JSON', () => {
    const [problem] = problemsOf('{\n  "family": "x",\n  "cpu": 1,\n}\n')
    expect(problem).toMatchObject({
      code: 'json-syntax',
      fault: 'caller',
      at: { file: 'deploy/task.json', line: 4, column: 1, text: '}' },
    })
  })

  test.each(['', '{', '{"a": tru', '{"a": "b'])('where it breaks off: %j', (text) => {
    expect(problemsOf(text)[0]).toMatchObject({ code: 'json-syntax', at: { line: 1 } })
  })

  test('at every unknown placeholder', () => {
    const problems = problemsOf(template({ taskRoleArn: '{role}' }, { user: '{uid}:{uid}' }))
    expect(problems.map(({ problem }) => problem)).toEqual([
      'deploy/task.json has the unknown placeholder {uid}',
      'deploy/task.json has the unknown placeholder {role}',
    ])
    expect(problems[1]?.at?.text?.trim()).toBe('"taskRoleArn": "{role}"')
  })

  test.each(['[]', 'null', '3', '{"family": ""}', '{"taskDefinition": {}}'])(
    'where it is no task definition: %s',
    (text) => {
      expect(problemsOf(text)[0]?.code).toBe('template-shape')
    },
  )

  test.each(['nginx:latest', 'registry/{service}@{image}', undefined])(
    'where no container takes the image: %s',
    (image) => {
      expect(problemsOf(template({}, { image }))[0]?.code).toBe('template-without-image')
    },
  )
})
