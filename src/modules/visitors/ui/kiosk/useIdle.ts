import { useEffect, useRef, useState } from 'react'

interface Idle {
  readonly active: boolean
  /** Without a touch or a key for so long, it is asked. */
  readonly quiet_s: number
  /** And so long after, all is forgotten. */
  readonly warn_s: number
  readonly onGone: () => void
}

/** Whether it has been quiet so long that it must be asked; any touch or key answers. */
export function useIdle({ active, quiet_s, warn_s, onGone }: Idle): boolean {
  const [asks, setAsks] = useState(false)
  const gone = useRef(onGone)
  gone.current = onGone
  useEffect(() => {
    setAsks(false)
    if (!active) return
    let last = Date.now()
    const touched = () => {
      last = Date.now()
      setAsks(false)
    }
    const clock = setInterval(() => {
      const quiet = (Date.now() - last) / 1000
      if (quiet >= quiet_s + warn_s) gone.current()
      else setAsks(warn_s > 0 && quiet >= quiet_s)
    }, 1000)
    const kinds = ['pointerdown', 'keydown'] as const
    for (const kind of kinds) addEventListener(kind, touched, true)
    return () => {
      clearInterval(clock)
      for (const kind of kinds) removeEventListener(kind, touched, true)
    }
  }, [active, quiet_s, warn_s])
  return asks
}
