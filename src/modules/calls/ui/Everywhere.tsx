import { lazy, Suspense, useEffect, useRef } from 'react'
import { useStore } from '../../../web/kit/store.ts'
import { useHotkeys } from '../../../web/kit/useHotkeys.ts'
import { withAllWords } from '../../../web/language/load.ts'
import { useSay } from '../../../web/language/Say.tsx'
import { usePermission } from '../../../web/session.ts'
import { useQuery } from '../../../web/useQuery.ts'
import type { ringing } from '../contract.ts'
import { slipStore } from './store.ts'
import type { Keys } from './words.ts'

const CallCard = lazy(() => withAllWords(import('./card/CallCard.tsx')))

/** From anywhere: one key opens a slip and gives the cursor back; a call that concerns one opens its card by itself. */
export default function Everywhere() {
  const say = useSay<Keys | 'keys.everywhere'>()
  const open = useStore(slipStore)
  useRinging()
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
  if (!open) return null
  return (
    <Suspense fallback={null}>
      <CallCard key={open.callId ?? 'new'} open={open} onClose={close} />
    </Suspense>
  )
}

/** Opens the card of what rings, once for each call, where no other stands there. */
function useRinging(): void {
  const seen = useRef(new Set<string>())
  const mayList = usePermission('calls.list-calls')
  const { data } = useQuery<typeof ringing>('calls.ringing', {}, { when: mayList })
  const open = useStore(slipStore)
  useEffect(() => {
    const fresh = data?.rows.find(row => !seen.current.has(row.id))
    if (!fresh || open) return
    seen.current.add(fresh.id)
    slipStore.set({ callId: fresh.id, came: true })
  }, [data, open])
}
