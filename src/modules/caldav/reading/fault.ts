/** What a program may not ask so: the status, and the precondition of its protocol that does not hold. */
export class DavFault extends Error {
  readonly status: number
  /** `C:valid-calendar-data`, or nothing where the protocol has no name for it. */
  readonly condition: string | null
  /** What stands inside the precondition, XML already. */
  readonly inner: string
  readonly words: string

  constructor(status: number, condition: string | null = null, { inner = '', words = '' } = {}) {
    super(`${status} ${condition ?? ''} ${words}`.trim())
    this.status = status
    this.condition = condition
    this.inner = inner
    this.words = words
  }
}
