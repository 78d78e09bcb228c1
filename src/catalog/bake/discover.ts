import type { Objects, Oid } from '../../words.js'
import type { Discovered } from '../discover.js'
export const discoverBake = async (_objects: Objects, _root: Oid): Promise<Discovered | null> => null
