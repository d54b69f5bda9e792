import { useEffect, useRef, useState } from 'react'
import { runCommand } from '../../../../web/client.ts'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { holdThread } from '../../../mail/contract.ts'

/** Kept on this computer until it is sent. */
const draftKey = (id: string) => `kontor.case-answer.${id}`

export function useDraft(id: string): [text: string, set: (text: string) => void] {
  const [text, setText] = useState(() => localStorage.getItem(draftKey(id)) ?? '')
  const set = (next: string) => {
    setText(next)
    if (next) localStorage.setItem(draftKey(id), next)
    else localStorage.removeItem(draftKey(id))
  }
  return [text, set]
}

/** How often it is said again that one is writing, ms; mail holds a thread for three minutes. */
const again_ms = 60_000

/** While one writes here, nobody answers the mail it came by, and the other way about. `typed` counts what was typed. */
export function useHolding(threadId: string | null, typed: number) {
  const may = usePermission('mail.answer-mail')
  const hold = useCommand<typeof holdThread>('mail.hold-thread', { quiet: true })
  const fresh = useRef(true)
  const { run } = hold
  const writes = typed > 0
  useEffect(() => {
    fresh.current = true
  }, [typed])
  useEffect(() => {
    if (!threadId || !writes || !may) return
    const renew = () => {
      if (!fresh.current) return
      fresh.current = false
      void run({ id: threadId })
    }
    renew()
    const timer = setInterval(renew, again_ms)
    return () => {
      clearInterval(timer)
      void runCommand('mail.release-thread', { id: threadId })
    }
  }, [threadId, writes, may, run])
  return {
    held: hold.answer?.status === 'refused' ? hold.answer.refusal : null,
    takeOver: () => threadId && void run({ id: threadId, takeOver: true }),
  }
}
