/** A Word file for a letter or a template: stored, then looked through by the server before anything is made of it. */
import type { Refusal } from '../../../../web/answers.ts'
import { QueryFailure, runCommand, storeFile } from '../../../../web/client.ts'

export const wordFiles = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export type TakenFile = { readonly fileId: string } | { readonly refusal: Refusal | null }

export async function storeWordFile(file: File): Promise<TakenFile> {
  try {
    const { id: fileId } = await storeFile(file)
    const answer = await runCommand('letters.files', { fileId } as never)
    if (answer.status === 'done') return { fileId }
    return { refusal: answer.status === 'refused' ? answer.refusal : null }
  } catch (thrown) {
    return { refusal: thrown instanceof QueryFailure ? thrown.refusal : null }
  }
}
