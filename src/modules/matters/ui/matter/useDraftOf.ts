import { useRef, useState } from 'react'

export type Values = Readonly<Record<string, unknown>>

/** A form over what stands there: only what differs is sent; what was emptied goes as null. */
export function useDraftOf(before: Values) {
  const [first] = useState(before)
  const [now, setNow] = useState(before)
  const unreadable = useRef(new Set<string>())
  const isBlank = (value: unknown) => value === undefined || value === ''
  const changes = Object.fromEntries(
    Object.entries(now)
      .map(([name, value]) => [name, isBlank(value) ? null : value] as const)
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(first[name] ?? null)),
  )
  return {
    now,
    changes,
    set: (name: string, value: unknown) => setNow(was => ({ ...was, [name]: value })),
    isReadable: () => unreadable.current.size === 0,
    mark: (path: string, is: boolean) => void (is ? unreadable.current.add(path) : unreadable.current.delete(path)),
  }
}
