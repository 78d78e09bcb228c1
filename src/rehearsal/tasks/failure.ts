/** Why a task could not start, in the words of ECS. */
export class StartFailure extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'StartFailure'
  }
}
