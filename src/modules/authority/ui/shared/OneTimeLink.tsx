import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { showLink } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import { CopyField } from './CopyField.tsx'

/** An invitation or password link, shown while it holds, to hand over by mail, message or in person. */
export function OneTimeLink({ id, name }: { readonly id: string; readonly name: string }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const link = useQuery<typeof showLink>('authority.show-link', { id }, { fresh_ms: 0 })
  if (link.isPending) return <SkeletonRows rows={1} height={56} />
  if (link.isError) return <QueryProblem fault={link.error} again={() => void link.refetch()} />
  const { path, purpose, expiresAt } = link.data
  const until = `${formats.weekday(formats.dayOf(expiresAt))} ${formats.time(expiresAt)}`
  return (
    <CopyField
      label={say(purpose === 'invitation' ? 'page.one-time.invitation' : 'page.one-time.password', { name })}
      value={location.origin + path}
      hint={say('page.one-time.until', { until })}
    />
  )
}
