import { expect, test } from '@jest/globals'
import { dropsByDefault, forwardNotice } from '../../../src/rehearsal/ground/forward.js'

test.each([
  ['an open chain', '-P FORWARD ACCEPT\n', false],
  ['a closed one', '-P FORWARD DROP\n', true],
  ['as Docker leaves it, for bridges of its own', '-P FORWARD DROP\n-A FORWARD -o docker0 -j DOCKER\n', true],
  ['a rule that drops something', '-P FORWARD ACCEPT\n-A FORWARD -s 10.0.0.1/32 -j DROP\n', false],
  ['another chain', '-P INPUT DROP\n-P FORWARD ACCEPT\n', false],
  ['no iptables at all', '', false],
])('%s', (_, rules, closed) => {
  expect(dropsByDefault(rules)).toBe(closed)
})

test('the notice gives the command that helps', () => {
  expect(forwardNotice('stagger-a1')).toContain('iptables -I FORWARD -i stagger-a1 -o stagger-a1 -j ACCEPT')
})
