import { useCallback } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { runQuery } from '../../../../web/client.ts'
import { tell } from '../../../../web/kit/notices.ts'
import { useLessonWords } from '../../../../web/kit/record/Learnt.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { listLessons } from '../../contract.ts'
import type { DocumentKeys } from './confirmTypes.ts'

/** Says at the moment what confirming a paper has taught, and offers to forget it. */
export function useTellLearnt(): (documentId: string) => Promise<void> {
  const say = useSay<DocumentKeys>()
  const words = useLessonWords()
  return useCallback(
    async documentId => {
      const answer = await runQuery('documents.list-lessons', { documentId, limit: 20 }).catch(() => null)
      const lessons = (answer as OutputOf<typeof listLessons> | null)?.rows ?? []
      const sender = lessons[0]?.sender.name
      if (!sender) return
      tell({
        kind: 'done',
        text: say('page.confirm.next-time', { sender, what: lessons.map(words).join('; ') }),
        undo: { command: 'documents.forget-lessons', input: { ids: lessons.map(({ id }) => id) } },
      })
    },
    [say, words],
  )
}
