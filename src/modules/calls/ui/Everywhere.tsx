import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useRef } from 'react'
import type { Heard } from '../../../web/live.ts'
import { useStore } from '../../../web/kit/store.ts'
import { useHotkeys } from '../../../web/kit/useHotkeys.ts'
import { withAllWords } from '../../../web/language/load.ts'
import { useSay } from '../../../web/language/Say.tsx'
import { usePermission } from '../../../web/session.ts'
import { useQuery } from '../../../web/useQuery.ts'
import type { getPhone, ringing } from '../contract.ts'
import { slipStore } from './store.ts'
import type { Keys } from './words.ts'

const loadCard = () => withAllWords(import('./card/CallCard.tsx'))
const CallCard = lazy(loadCard)
const Softphone = lazy(() => withAllWords(import('./softphone/Softphone.tsx')))

/** From anywhere: one key opens a slip and gives the cursor back; a call that concerns one opens its card by itself. */
export default function Everywhere() {
  const say = useSay<Keys | 'keys.everywhere'>()
  const open = useStore(slipStore)
  const onWritten = useRinging()
  const hasPhone = useHasPhone()
  const before = useRef<HTMLElement | null>(null)
  useHotkeys([
    {
      keys: 'mod+.',
      label: say('calls.take-slip'),
      group: say('keys.everywhere'),
      whileTyping: true,
      run: () => {
        const { activeElement } = document
        if (!activeElement?.closest('.cc')) before.current = activeElement as HTMLElement | null
        slipStore.set({ ...slipStore.get(), came: false })
      },
    },
  ])
  const close = () => {
    slipStore.set(null)
    // A field keeps its place and what is selected in it while it has no focus.
    before.current?.focus({ preventScroll: true })
    before.current = null
  }
  return (
    <>
      {hasPhone ? (
        <Suspense fallback={null}>
          <Softphone />
        </Suspense>
      ) : null}
      {open ? (
        <Suspense fallback={null}>
          <CallCard key={open.callId ?? 'new'} open={open} onClose={close} onWritten={onWritten} />
        </Suspense>
      ) : null}
    </>
  )
}

/** Whether one telephones in the page: nothing of it is fetched for anybody else. */
function useHasPhone(): boolean {
  const mayUse = usePermission('calls.use-phone')
  const { data } = useQuery<typeof getPhone>('calls.get-phone', {}, { when: mayUse, fresh_ms: 60_000 })
  return Boolean(data?.server && data.username)
}

/** The card is fetched this long after the first page is there, ms. */
const beforehand_ms = 1_500

/** Opens the card of what rings, once for each call, where no other is in use; gives what says that it is. */
function useRinging(): () => void {
  const seen = useRef(new Set<string>())
  const written = useRef<string | undefined>(undefined)
  const held = useRef<string | undefined>(undefined)
  const mayList = usePermission('calls.list-calls')
  const { data } = useQuery<typeof ringing>('calls.ringing', {}, { when: mayList })
  const open = useStore(slipStore)
  useHearing()
  useEffect(() => {
    if (!data) return
    const fresh = data.rows.find(row => !seen.current.has(row.id))
    const stands = data.rows.find(row => row.id === open?.callId)
    if (stands?.takenBy) held.current = stands.id
    const isUnused = open?.came && written.current !== open.callId && !document.activeElement?.closest('.cc')
    // A card that nobody turned to makes room: at once where the call became somebody else’s or nobody’s, one’s own for the next that rings.
    const leaves = isUnused && !stands && (fresh || held.current !== open.callId)
    if (open && !leaves) return
    if (fresh) seen.current.add(fresh.id)
    if (fresh || open) slipStore.set(fresh ? { callId: fresh.id, came: true } : null)
  }, [data, open])
  return useCallback(() => {
    written.current = slipStore.get()?.callId
  }, [])
}

/** What rings cannot wait until a burst of changes has been gathered, nor until the card is fetched. */
function useHearing(): void {
  const client = useQueryClient()
  useEffect(() => {
    const channel = new BroadcastChannel('kontor-live')
    channel.onmessage = ({ data: heard }: MessageEvent<Heard>) => {
      if (heard !== 'all' && heard.kinds.includes('call'))
        void client.invalidateQueries({ queryKey: ['query', 'calls.ringing'] })
    }
    const timer = setTimeout(() => void loadCard(), beforehand_ms)
    return () => {
      channel.close()
      clearTimeout(timer)
    }
  }, [client])
}
