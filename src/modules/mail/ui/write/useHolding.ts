import { useEffect, useRef } from 'react'
import { runCommand } from '../../../../web/client.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { holdThread } from '../../contract/desk.ts'

/** How often it is said again that one is writing, ms; the server holds a thread for three minutes. */
const again_ms = 60_000

/** While one writes nobody else answers. `touched` says that something was typed since. */
export function useHolding(threadId: string | undefined) {
  const hold = useCommand<typeof holdThread>('mail.hold-thread', { quiet: true })
  const typed = useRef(true)
  const { run } = hold
  useEffect(() => {
    if (!threadId) return
    const renew = () => {
      if (!typed.current) return
      typed.current = false
      void run({ id: threadId })
    }
    renew()
    const timer = setInterval(renew, again_ms)
    return () => {
      clearInterval(timer)
      void runCommand('mail.release-thread', { id: threadId })
    }
  }, [threadId, run])
  return {
    touched: () => {
      typed.current = true
    },
    held: hold.answer?.status === 'refused' ? hold.answer.refusal : null,
  }
}
