import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { tell } from '../../../../web/kit/notices.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../../messages/en.ts'
import { startActing } from '../shared/acting.ts'

/** Begins to act in somebody's name; the frame turns to ink until one stops. */
export function ActFor({ mandateId, small }: { readonly mandateId: string; readonly small?: boolean }) {
  const say = useSay<Keys>()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const act = async () => {
    setBusy(true)
    const answer = await startActing(mandateId)
    setBusy(false)
    if (answer === 'done') await queries.resetQueries()
    else if (answer === 'offline') tell({ kind: 'offline', text: null })
    else tell({ kind: 'refused', text: answer.message, todo: answer.todo })
  }
  return (
    <Button {...(small ? { size: 's' as const } : {})} icon="user-share" busy={busy} onClick={() => void act()}>
      {say('page.mandate.act')}
    </Button>
  )
}
