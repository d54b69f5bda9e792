import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { startActing } from '../../../../web/client.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { tell } from '../../../../web/kit/notices.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../../messages/en.ts'

/** Begins to act in somebody's name; the frame turns to ink until one stops. */
export function ActFor({ mandateId, small }: { readonly mandateId: string; readonly small?: boolean }) {
  const say = useSay<Keys>()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const act = async () => {
    setBusy(true)
    const answer = await startActing(mandateId)
    setBusy(false)
    if (answer.ok) await queries.resetQueries()
    else if (answer.refusal) tell({ kind: 'refused', text: answer.refusal.message, todo: answer.refusal.todo })
    else tell({ kind: 'offline', text: null })
  }
  return (
    <Button {...(small ? { size: 's' as const } : {})} icon="user-share" busy={busy} onClick={() => void act()}>
      {say('page.mandate.act')}
    </Button>
  )
}
