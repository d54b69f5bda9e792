import { useState } from 'react'
import { useCommand } from '../../../../web/useCommand.ts'
import type { saveLetter } from '../../contract.ts'
import { storeWordFile, type TakenFile } from './storeWordFile.ts'

/** A Word file becomes the letter, or the letter is written here again with the words of the file. */
export function useTakeFile(id: string, before: () => Promise<boolean>) {
  const save = useCommand<typeof saveLetter>('letters.save-letter')
  const [unfit, setUnfit] = useState<TakenFile | null>(null)
  const take = async ([file]: readonly File[]) => {
    if (!file || !(await before())) return
    const taken = await storeWordFile(file)
    setUnfit('fileId' in taken ? null : taken)
    if ('fileId' in taken) await save.run({ id, fileId: taken.fileId })
  }
  const writeHere = async () => {
    if (await before()) await save.run({ id, fileId: null })
  }
  const refused = save.answer?.status === 'refused' ? save.answer.refusal : null
  return {
    take: (files: readonly File[]) => void take(files),
    writeHere: () => void writeHere(),
    problem: unfit && 'refusal' in unfit ? unfit.refusal : refused,
  }
}
