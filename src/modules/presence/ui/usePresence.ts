import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useQuery } from '../../../web/useQuery.ts'
import type { now } from '../contract.ts'

/** More colleagues than an office shows on one page. */
const most = 500

/** What the clock alone changes is asked for this often, ms; what people do comes by the live stream. */
const every_ms = 60_000

/** Who is where, kept up to date as the clock goes on. */
export function usePresence(asked: { readonly text?: string; readonly personIds?: readonly string[] } = {}) {
  const client = useQueryClient()
  useEffect(() => {
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: ['query', 'presence.now'] }), every_ms)
    return () => clearInterval(timer)
  }, [client])
  const { text, personIds } = asked
  return useQuery<typeof now>(
    'presence.now',
    { limit: most, ...(text ? { text } : {}), ...(personIds ? { personIds: [...personIds] } : {}) },
    { keep: true },
  )
}
