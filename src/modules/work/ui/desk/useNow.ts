import { useEffect, useState } from 'react'

/** How often a page that tells how soon something begins looks at the clock, ms. */
const tick_ms = 30_000

/** The present moment, milliseconds since 1970, while it is needed. */
export function useNow(needed: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!needed) return
    const timer = setInterval(() => setNow(Date.now()), tick_ms)
    return () => clearInterval(timer)
  }, [needed])
  return now
}
