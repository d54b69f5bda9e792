import { useEffect, useRef } from 'react'
import { runCommand } from '../../../../web/client.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { holdConversation } from '../../contract.ts'

/** How often it is said again that one is writing, ms; the server holds a conversation for three minutes. */
const again_ms = 60_000

/** While one writes nobody else answers. */
export function useHolding(id: string) {
  const { run, answer } = useCommand<typeof holdConversation>('channels.hold-conversation', { quiet: true })
  const typed = useRef(false)
  const held = useRef(false)
  const renew = useRef(() => {})
  renew.current = () => {
    if (!typed.current) return
    typed.current = false
    held.current = true
    void run({ id })
  }
  useEffect(() => {
    const timer = setInterval(() => renew.current(), again_ms)
    return () => {
      clearInterval(timer)
      if (held.current) void runCommand('channels.release-conversation', { id })
    }
  }, [id])
  return {
    touched: () => {
      typed.current = true
      if (!held.current) renew.current()
    },
    refusal: answer?.status === 'refused' ? answer.refusal : null,
    takeOver: () => void run({ id, takeOver: true }),
  }
}
