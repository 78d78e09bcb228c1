import type { Problem } from '../../words.js'

export const noPrefix = (): Problem => ({
  code: 'no-registry',
  fault: 'caller',
  problem: 'there is no registry to look into',
  why: 'neither --registry nor STAGGER_REGISTRY nor registry: in stagger.yml names one',
  fix: 'name it: stagger images gc --registry ghcr.io/OWNER/REPOSITORY   (or 127.0.0.1:5000/shop)',
})
