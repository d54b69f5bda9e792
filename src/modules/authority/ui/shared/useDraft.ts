import { useState } from 'react'
import { draftPlace, dropDraft, keepDraft, readDraft } from '../../../../web/kit/form/drafts.ts'
import type { FormValue } from '../../../../web/kit/form/schema.ts'
import { useSession } from '../../../../web/session.ts'

/** What stands in a form of one's own, kept on this computer until it is sent. */
export function useDraft<Value extends object>(command: string, subject: string, start: Value) {
  const { account } = useSession()
  const place = draftPlace(account.id, command, subject)
  const [value, setValue] = useState<Value>(() => ({ ...start, ...(readDraft(place) as Partial<Value> | null) }))
  const change = (next: Partial<Value>) => {
    const after = { ...value, ...next }
    setValue(after)
    keepDraft(place, after as unknown as FormValue)
  }
  return { value, change, drop: () => dropDraft(place) }
}
