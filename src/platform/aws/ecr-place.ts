/** Where an Amazon ECR is asked for the repositories of a host. */
export interface EcrPlace {
  /** As images are named and Docker logs in, e.g. `123456789012.dkr.ecr.eu-west-1.amazonaws.com`. */
  readonly host: string
  /** The account that the registry belongs to. */
  readonly account: string
  readonly region: string
  /** Another address that speaks ECR, for a rehearsal. */
  readonly endpoint?: string
}

const HOST = /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/

/** Null for a host that is no ECR: neither by its name, nor because somebody says so. */
export const ecrPlaceOf = (host: string, told: readonly EcrPlace[] = []): EcrPlace | null => {
  const known = told.find((place) => place.host === host)
  const [, account, region] = HOST.exec(host) ?? []
  return known ?? (account && region ? { host, account, region } : null)
}
