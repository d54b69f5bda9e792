import { useEffect, useMemo, useState } from 'react'
import type { getOrganisation } from '../../../authority/contract.ts'
import { useFormats } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import { type Workday, workdayOf } from './workday.ts'

/** The office's working day, and hours since midnight on its clock, to the minute. */
export function useWorkday(): Workday & { readonly now: number } {
  const formats = useFormats()
  const office = useQuery<typeof getOrganisation>('authority.get-organisation', {}, { fresh_ms: 600_000 })
  const day = useMemo(() => workdayOf(office.data?.settings), [office.data])
  const read = () => {
    const [hours = 0, minutes = 0] = formats.time(new Date().toISOString()).split(':').map(Number)
    return hours + minutes / 60
  }
  const [now, setNow] = useState(read)
  useEffect(() => {
    const timer = setInterval(() => setNow(read()), 60_000)
    return () => clearInterval(timer)
  })
  return { ...day, now }
}
