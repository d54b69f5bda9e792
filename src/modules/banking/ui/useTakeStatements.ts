import { useState } from 'react'
import { QueryFailure, storeFile } from '../../../web/client.ts'
import { useSay } from '../../../web/language/Say.tsx'
import { useGo } from '../../../web/Link.tsx'
import { useCommand } from '../../../web/useCommand.ts'
import type { takeStatement } from '../contract.ts'
import type { BankKeys } from './words.ts'

/** Stores files of the bank as they are and has them read; one alone is opened. */
export function useTakeStatements(accountId?: string): {
  readonly take: (files: readonly File[]) => void
  readonly problem: string | null
} {
  const say = useSay<BankKeys>()
  const go = useGo()
  const taken = useCommand<typeof takeStatement>('banking.take-statement', { said: say('page.bank.taken') })
  const [problem, setProblem] = useState<string | null>(null)
  const take = async (files: readonly File[]) => {
    setProblem(null)
    for (const file of files) {
      try {
        const { id: fileId } = await storeFile(file, () => undefined)
        const answer = await taken.run({ fileId, name: file.name.slice(0, 200), ...(accountId ? { accountId } : {}) })
        if (answer.status === 'done' && files.length === 1) go(`/bank/files/${answer.output.id}`)
      } catch (fault) {
        setProblem(
          fault instanceof QueryFailure ? (fault.refusal?.message ?? say('page.bank.not-stored')) : String(fault),
        )
      }
    }
  }
  return { take: files => void take(files), problem }
}
