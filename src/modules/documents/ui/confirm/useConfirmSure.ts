import { useSay } from '../../../../web/language/Say.tsx'
import { tellAnswer, useCommand } from '../../../../web/useCommand.ts'
import type { confirmSure } from '../../contract.ts'
import type { DocumentKeys } from './confirmTypes.ts'

/** Confirms all that is sure, says how many those were, with the way back; answers which. */
export function useConfirmSure() {
  const say = useSay<DocumentKeys>()
  const sure = useCommand<typeof confirmSure>('documents.confirm-sure', { quiet: true })
  return {
    busy: sure.busy,
    run: async (): Promise<readonly string[]> => {
      const answer = await sure.run({})
      if (answer.status !== 'done') {
        tellAnswer(answer)
        return []
      }
      const { ids } = answer.output
      tellAnswer(answer, say('page.in.sure-confirmed', { count: ids.length }))
      return ids
    },
  }
}
