import { useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../words.ts'

/** A number as one reads it, dialled by a click (RFC 3966). */
export function Dial({ number, dial }: { readonly number: string | null; readonly dial: string | null }) {
  const say = useSay<Keys>()
  if (!number) return <>–</>
  if (!dial) return <>{number}</>
  return (
    <a href={`tel:${dial}`} aria-label={say('page.calls.dial', { number })}>
      {number}
    </a>
  )
}
