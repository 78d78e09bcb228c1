import { describe, expect, test } from '@jest/globals'
import { pickSubnet } from '../../../src/rehearsal/ground/network.js'

describe('a network for the private engine', () => {
  test.each([
    ['nothing is taken', [], 0, '172.31.1.1/24'],
    ['the start spreads the choice', [], 41, '172.31.42.1/24'],
    ['the same network is taken', ['172.31.1.0/24'], 0, '172.31.2.1/24'],
    ['a host route lies in it', ['172.31.1.9'], 0, '172.31.2.1/24'],
    ['a wider network holds it', ['172.16.0.0/12'], 0, '10.213.1.1/24'],
    ['two wide networks', ['172.16.0.0/12', '10.0.0.0/8'], 253, '192.168.254.1/24'],
    ['the search goes round', ['172.31.254.0/24'], 253, '172.31.1.1/24'],
  ])('%s', (_, taken, start, expected) => {
    expect(pickSubnet(taken, start)).toBe(expected)
  })

  test('says what is in the way where everything is', () => {
    expect(() => pickSubnet(['0.0.0.0/1', '128.0.0.0/1'], 0)).toThrow('128.0.0.0/1')
  })
})
