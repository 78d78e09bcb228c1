import { appendFileSync } from 'node:fs'

const region = process.env['INPUT_AWS-REGION']
const given = {
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: 'rehearsal',
  AWS_SECRET_ACCESS_KEY: 'rehearsal',
  AWS_SESSION_TOKEN: 'rehearsal',
}
for (const [name, value] of Object.entries(given))
  appendFileSync(process.env.GITHUB_ENV, `${name}=${value}\n`)
