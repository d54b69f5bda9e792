import { useEffect, useRef } from 'react'
import { useStore } from '../../../../web/kit/store.ts'
import { runCommand } from '../../../../web/client.ts'
import { useSession } from '../../../../web/session.ts'
import type { handOverCall } from '../../contract.ts'
import { slipStore } from '../store.ts'
import { chosenRing, knock, ring, ringBack } from './audio.ts'
import { type Account, joinLine, phoneStore, want } from './line.ts'
import { callInHand, isDialable, liveCalls, type Phone, ringingCall } from './phone.ts'

/** Takes part in the person's one telephone while the page is there. */
export function useLine({ address, domain, username }: Pick<Account, 'address' | 'domain' | 'username'>): void {
  const { principal } = useSession()
  const { id: personId, name: displayName } = principal
  useEffect(() => {
    const leaving = new AbortController()
    joinLine({ personId, displayName, address, domain, username }, leaving.signal)
    return () => leaving.abort()
  }, [personId, displayName, address, domain, username])
}

/** What one hears before anybody speaks, in the tab that has the line: it rings, it rings there, somebody waits. */
export function useTones(): void {
  const { phone, here } = useStore(phoneStore)
  const ringing = ringingCall(phone)?.id
  const inHand = callInHand(phone)
  const isCalling = inHand?.state === 'calling'
  const isTalking = inHand !== undefined
  useEffect(() => {
    if (!here || !ringing) return
    const tone = isTalking ? knock() : ring(chosenRing())
    return () => tone.stop()
  }, [here, ringing, isTalking])
  useEffect(() => {
    if (!here || !isCalling) return
    const tone = ringBack()
    return () => tone.stop()
  }, [here, isCalling])
}

/** Says in the system's own notices that it rings, where somebody works in another window. */
export function useRingNotice(title: string, body: string): void {
  const { phone, here } = useStore(phoneStore)
  const ringing = ringingCall(phone)?.id
  useEffect(() => {
    if (
      !here ||
      !ringing ||
      !('Notification' in window) ||
      Notification.permission !== 'granted' ||
      document.hasFocus()
    )
      return
    const notice = new Notification(title, { body, tag: `call ${ringing}`, requireInteraction: true })
    notice.onclick = () => {
      window.focus()
      notice.close()
    }
    return () => notice.close()
  }, [here, ringing, title, body])
}

/** Whoever would leave or load the page anew while they speak is asked first by the browser. */
export function useLeaveWarning(): void {
  const { phone, here } = useStore(phoneStore)
  const isSpoken = here && liveCalls(phone).some(({ state }) => state !== 'ringing')
  useEffect(() => {
    if (!isSpoken) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isSpoken])
}

/** Numbers on every page dial by this telephone while it has a line; else they are the system's, as ever. */
export function useTelLinks(): void {
  useEffect(() => {
    const dial = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
      const link = (event.target as Element | null)?.closest?.('a[href^="tel:"]')
      const number = decodeURIComponent(link?.getAttribute('href')?.slice('tel:'.length) ?? '')
      if (!number || phoneStore.get().phone.line !== 'ready' || !isDialable(number)) return
      event.preventDefault()
      want({ want: 'dial', number, name: link?.textContent?.trim() ?? '' })
    }
    document.addEventListener('click', dial)
    return () => document.removeEventListener('click', dial)
  }, [])
}

/** To which colleague a call is being handed over, by its Call-ID: told to the log when it has gone there. */
export const handing = new Map<string, string>()

export function useHandOvers(phone: Phone): void {
  const told = useRef(new Set<string>())
  useEffect(() => {
    for (const call of phone.calls) {
      const toId = handing.get(call.id)
      if (call.transfer !== 'done' || !call.recordId || !toId || told.current.has(call.id)) continue
      told.current.add(call.id)
      handing.delete(call.id)
      void runCommand<typeof handOverCall>('calls.hand-over-call', { id: call.recordId, toId })
    }
  }, [phone])
}

/** The card of a call before that came by itself gives way to the one that rings now, unless somebody writes in it; its draft is kept. */
export function useCardOf(ringingId: string | null): void {
  useEffect(() => {
    const open = slipStore.get()
    if (!ringingId || !open?.came || open.callId === ringingId || document.activeElement?.closest('.cc')) return
    slipStore.set({ callId: ringingId, came: true })
  }, [ringingId])
}
