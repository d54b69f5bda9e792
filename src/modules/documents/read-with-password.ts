/** A locked original is opened with its password, which stays in memory: no journal, table, queue, log or file ever holds it. */
import type { Kernel } from '../../kernel/kernel.ts'
import type { Outcome } from '../../kernel/dispatch/outcome.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { kernelRefusals, type RefusalData, type RefusalDeclaration } from '../../kernel/refusal.ts'
import { keepUnlocked, readAgain, refusals } from './contract.ts'
import { documentOf, openDigestOf } from './document-store.ts'
import { visibleDocument } from './queries/visible-document.ts'
import { ReadingProblem } from './reading/problem.ts'
import { unlockInChild } from './unlocking/in-child.ts'

export interface PasswordCaller {
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId: string | null
}

interface Given {
  readonly id: string
  readonly password: string
  readonly expectedVersion?: number
  readonly requestId: string
}

const refused = ({ name, status }: RefusalDeclaration, data: RefusalData = {}): Outcome => ({
  status: 'refused',
  refusal: { name, status, data },
})

/**
 * Opens the document with the password and keeps an unlocked copy, which is then read. It is tried first whether the caller
 * may ask for a reading, so that nobody else can try passwords.
 */
export async function readWithPassword(kernel: Kernel, caller: PasswordCaller, given: Given): Promise<Outcome> {
  const { id, password, expectedVersion, requestId } = given
  if (password.length < 1 || password.length > 200 || password.includes('\0'))
    return refused(kernelRefusals.inputInvalid, { issues: [{ path: 'password' }] })
  const input = { id, ...(expectedVersion ? { expectedVersion } : {}) }
  const request = { ...caller, requestId, surface: 'rest' }
  const tried = await kernel.dispatch({ ...request, command: readAgain.name, input, dryRun: true })
  if (tried.status !== 'done') return tried
  const { name, digest } = await kernel.viewing({ ...caller, requestId }, async view => {
    await visibleDocument(view, id)
    const row = await documentOf(view, id)
    return { name: row.name, digest: await openDigestOf(view, row) }
  })
  try {
    const fileId = await unlockedCopy(kernel, caller.organisationId, digest, { name, password })
    const kept = await kernel.dispatch({
      ...request,
      principalId: systemPrincipalId,
      mandateId: null,
      command: keepUnlocked.name,
      input: { ...input, fileId },
    })
    if (kept.status !== 'done') return kept
    const { version } = keepUnlocked.output.parse(kept.output)
    return await kernel.dispatch({ ...request, command: readAgain.name, input: { id, expectedVersion: version } })
  } catch (error) {
    if (error instanceof ReadingProblem) return refused(refusalOf(error), { name })
    throw error
  }
}

/** Opens the file and stores what it opens to; gives the id of that. */
async function unlockedCopy(
  kernel: Kernel,
  organisationId: string,
  digest: Buffer,
  { name, password }: { name: string; password: string },
): Promise<string> {
  const source = kernel.files.path(organisationId, digest) ?? (await kernel.files.bytes(organisationId, digest))
  const file = await unlockInChild({ source, name, password }, copy => kernel.files.put(organisationId, copy, { name }))
  return file.id
}

function refusalOf({ finding }: ReadingProblem): RefusalDeclaration {
  if (finding.name === 'password-wrong') return refusals.passwordWrong
  if (finding.name === 'password-not-needed') return refusals.notLocked
  return refusals.notUnlocked
}

/** POST /api/documents/:id/password: beside the commands, since a password may stand in no journal. */
export const documentPassword = {
  path: '/api/documents/:id/password',
  act: (
    kernel: Kernel,
    caller: PasswordCaller,
    input: Record<string, unknown>,
    requestId: string,
  ): Promise<Outcome> => {
    const { id, password, expectedVersion } = input
    return readWithPassword(kernel, caller, {
      id: String(id),
      password: typeof password === 'string' ? password : '',
      ...(typeof expectedVersion === 'number' ? { expectedVersion } : {}),
      requestId,
    })
  },
}
