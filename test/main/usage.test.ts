import { expect, test } from '@jest/globals'
import { usageProblem } from '../../src/main/usage.js'

const MEANT = {
  name: 'stagger images',
  usage: '[options] [services...]',
  options: ['--json', '--keep', '--older-than'],
  commands: ['copy', 'gc'],
}
const HELP = 'stagger images --help'

test.each([
  ["unknown option '--jso'", `did you mean --json? All there is: ${HELP}`],
  ["unknown option '--older=3'", `did you mean --older-than? All there is: ${HELP}`],
  ["unknown option '-older'", `did you mean --older-than? All there is: ${HELP}`],
  ["unknown option '--zzzzzzzzzzzz'", HELP],
  ["unknown option '-x'", HELP],
  ["unknown command 'cop'", `did you mean copy? All there is: ${HELP}`],
  ["unknown command 'zzzzzzzzz'", HELP],
  ["missing required argument 'json'", HELP],
])('%s', (problem, fix) => {
  expect(usageProblem(`error: ${problem}\n`, MEANT)).toEqual({
    code: 'usage',
    fault: 'caller',
    problem,
    why: 'the usage is stagger images [options] [services...]',
    fix,
  })
})
