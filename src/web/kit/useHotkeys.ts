import { useEffect, useRef } from 'react'
import { addHotkeys, type Hotkey } from './hotkeys.ts'

/** Registers keys while the part is on the page; `?` lists them. The keys may change with every render. */
export function useHotkeys(hotkeys: readonly (Hotkey | null | false | undefined | '')[]): void {
  const latest = useRef<Hotkey[]>([])
  latest.current = hotkeys.filter(Boolean) as Hotkey[]
  const signature = latest.current.map(({ keys, label }) => `${keys} ${label}`).join('|')
  useEffect(() => {
    const layer = latest.current.map((hotkey, index) => ({
      ...hotkey,
      run: (event: KeyboardEvent) => latest.current[index]?.run(event),
    }))
    return signature ? addHotkeys(layer) : undefined
  }, [signature])
}
