import { limitOf } from '../authority.ts'
import type { Kernel } from '../kernel.ts'
import { kernelRefusals, refuse } from '../refusal.ts'

/** Who stores a file, before any act is done with it. */
export interface Uploader {
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId: string | null
}

/** Refuses whoever may put no file into the store, by whichever door it comes. */
export async function needUpload(kernel: Kernel, caller: Uploader, requestId: string): Promise<void> {
  await kernel.viewing({ ...caller, requestId }, async ({ principal }) => {
    const may = ['kernel.upload', 'documents.take-in'].some(name => limitOf(principal, name) !== undefined)
    if (!may) refuse(kernelRefusals.notPermitted, { act: 'kernel.upload' })
  })
}
