/**
 * A refusal is an expected answer with a name, not a fault: the surfaces word it in the caller's language from the
 * catalogue entries `refusal.<name>` (what happened) and `refusal.<name>.todo` (what to do).
 */
export interface RefusalDeclaration<Data extends RefusalData = RefusalData> {
  readonly name: string
  /** HTTP status that fits. */
  readonly status: 400 | 401 | 403 | 404 | 408 | 409 | 413 | 422 | 423 | 429 | 503
  readonly data?: Data
}

export type RefusalData = Readonly<Record<string, string | number | boolean | null | readonly unknown[]>>

/** Declares a refusal; names are `noun-not-state`. */
export function refusal(name: string, status: RefusalDeclaration['status'] = 409): RefusalDeclaration {
  return { name, status }
}

/** Thrown inside a walk; the dispatcher turns it into an answer and rolls the transaction back. */
export class Refusal extends Error {
  readonly refusalName: string
  readonly status: RefusalDeclaration['status']
  readonly data: RefusalData
  constructor(declaration: RefusalDeclaration, data: RefusalData = {}) {
    super(declaration.name)
    this.refusalName = declaration.name
    this.status = declaration.status
    this.data = data
  }
}

/** Ends the act with a refusal. */
export function refuse(declaration: RefusalDeclaration, data: RefusalData = {}): never {
  throw new Refusal(declaration, data)
}

/** Refusals that the walk itself can give, whatever the command. */
export const kernelRefusals = {
  inputInvalid: refusal('input-invalid', 400),
  notFound: refusal('record-not-found', 404),
  notPermitted: refusal('act-not-permitted', 403),
  versionChanged: refusal('version-changed', 409),
  basisChanged: refusal('basis-changed', 409),
  keyReused: refusal('key-reused', 422),
  busy: refusal('records-busy', 503),
  constraint: refusal('rule-broken', 409),
  unknownAct: refusal('act-unknown', 404),
  signInNeeded: refusal('sign-in-needed', 401),
  tooMany: refusal('too-many-requests', 429),
  tooSlow: refusal('request-too-slow', 408),
  fileTooLarge: refusal('file-too-large', 413),
  fault: refusal('fault', 503),
} as const
