import { useMemo } from 'react'
import { useSay } from '../../../../web/language/Say.tsx'
import type { MailKeys } from '../words.ts'
import type { OperatorWords } from './operators.ts'
import type { Box } from './view.ts'

/** How the reader's language calls what can be typed among the words looked for. */
export function useOperatorWords(): OperatorWords {
  const say = useSay<MailKeys>()
  return useMemo(
    () => ({
      operator: name => say(`page.mail.op.${name}`),
      attachment: say('page.mail.op.attachment'),
      unread: say('page.mail.op.unread'),
      flagged: say('page.mail.op.flagged'),
      box: name => say(`page.mail.box.${name as Box}`),
    }),
    [say],
  )
}
