import { NEEDS, type PlannedService } from './planned.js'

/** Nobody said how it is tested, nor that it is not. */
export const isUntested = ({ service, test }: Pick<PlannedService, 'service' | 'test'>): boolean =>
  test === null && service.tests === null

/** Where tests are required, a service without any is never good, also where its image is: else a test that is taken away is missed by nobody. */
export const requiringTests = (planned: PlannedService): PlannedService =>
  isUntested(planned)
    ? {
        ...planned,
        affected: true,
        needs: NEEDS.filter((need) => need === 'test' || planned.needs.includes(need)),
        reasons: [...planned.reasons, { kind: 'no-tests' }],
      }
    : planned
