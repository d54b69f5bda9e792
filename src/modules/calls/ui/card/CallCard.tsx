import './card.css'
import { useEffect, useRef } from 'react'
import type { OpenSlip } from '../store.ts'
import { CardBody } from './CardBody.tsx'

interface CallCardProps {
  readonly open: OpenSlip
  readonly onClose: () => void
  readonly onWritten: () => void
}

/** The card over the page. It takes the cursor when one asks for it, never by itself while somebody types. */
export default function CallCard({ open, onClose, onWritten }: CallCardProps) {
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!open.came) focusFirst(card.current)
  }, [open])
  return (
    <section
      ref={card}
      className="cc"
      role="dialog"
      aria-labelledby="cc-who"
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      <CardBody open={open} onClose={onClose} onWritten={onWritten} />
    </section>
  )
}

export function focusFirst(within: HTMLElement | null): void {
  const first = within?.querySelector<HTMLElement>('[data-first]')
  const field = first?.matches('input') ? first : first?.querySelector<HTMLElement>('input')
  ;(field ?? within?.querySelector<HTMLElement>('textarea'))?.focus()
}
