/** What other modules know of somebody's work; who may not ask them gets the sheet without it. */
import type { OutputOf } from '../../../../web/answers.ts'
import { recordHref, usePermission, useRegistry } from '../../../../web/session.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listMandates } from '../../../authority/contract.ts'
import type { listParties } from '../../../directory/contract.ts'
import type { listPromises } from '../../../work/contract.ts'
import type { handOver } from '../../contract.ts'
import { RecordLink } from '../shared/RecordLink.tsx'
import type { Words } from '../shared/words.ts'
import { Rows } from './Rows.tsx'

type Sheet = OutputOf<typeof handOver>

export function Promises({ ownerId }: { readonly ownerId: string }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const when = usePermission('work.list-promises')
  const { data } = useQuery<typeof listPromises>('work.list-promises', { ownerId, state: 'open', limit: 100 }, { when })
  if (!data) return null
  return (
    <Rows
      title={say('page.hand-over.promises')}
      rows={data.rows.map(row => [
        <RecordLink key="r" to={{ id: row.id, kind: 'task', title: row.title }} />,
        row.to,
        formats.weekday(row.forOn),
      ])}
    />
  )
}

/** A matter as this sheet reads it; matters stands above this module. */
interface Matter {
  readonly id: string
  readonly title: string
  readonly waitingFor: string | null
  readonly targetOn: string | null
}

export function Matters({ ownerId }: { readonly ownerId: string }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const when = usePermission('matters.list-matters')
  const input = { ownerId, states: ['open', 'waiting'], sort: 'target', limit: 100 }
  const { data } = useQuery('matters.list-matters', input, { when })
  if (!data) return null
  return (
    <Rows
      title={say('page.hand-over.matters')}
      rows={(data as { readonly rows: readonly Matter[] }).rows.map(row => [
        <RecordLink key="r" to={{ id: row.id, kind: 'matter', title: row.title }} />,
        row.waitingFor ?? '',
        row.targetOn ? formats.weekday(row.targetOn) : '',
      ])}
    />
  )
}

export function Mandates({ personId }: { readonly personId: string }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const when = usePermission('authority.list-mandates')
  const { data } = useQuery<typeof listMandates>('authority.list-mandates', { holding: true, limit: 200 }, { when })
  const registry = useRegistry()
  if (!data) return null
  const own = data.rows.filter(row => row.from.id === personId || row.to.id === personId)
  return (
    <Rows
      title={say('page.hand-over.mandates')}
      rows={own.map(row => {
        const on = formats.day(formats.dayOf(row.untilAt))
        const href = recordHref(registry?.kinds, 'mandate', row.id)
        const words =
          row.from.id === personId
            ? say('page.hand-over.to', { name: row.to.name, on })
            : say('page.hand-over.from', { name: row.from.name, on })
        return [
          href ? (
            <Link key="r" href={href}>
              {words}
            </Link>
          ) : (
            words
          ),
          row.purpose,
          row.limit ? formats.money(row.limit) : '',
        ]
      })}
    />
  )
}

interface Place {
  readonly place: string
  readonly papers: number
  readonly classes: readonly string[]
}

/** The office's binders and boxes: where the paper originals are that this work needs. */
export function Places() {
  const say = useSay<Words>()
  const when = usePermission('documents.list-documents')
  const { data } = useQuery('documents.list-places', { limit: 100 }, { when })
  if (!data) return null
  return (
    <Rows
      title={say('page.hand-over.places')}
      rows={(data as { readonly rows: readonly Place[] }).rows.map(row => [
        row.place,
        row.classes.join(', '),
        say('page.hand-over.papers', { count: row.papers }),
      ])}
    />
  )
}

/** A paper that waits to be confirmed, as this sheet reads it. */
interface Waiting {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly dueOn: string | null
  readonly sender: { readonly name: string } | null
}

interface Rule {
  readonly kind: string
  readonly ownerId: string | null
}

/** Papers that came and will be their work once confirmed: of the kinds that the office's rules give to them. */
export function Papers({ personId }: { readonly personId: string }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const when = usePermission('documents.confirm')
  const rules = useQuery('documents.list-rules', {}, { when }).data as { readonly rows: readonly Rule[] } | undefined
  const theirs = new Set(rules?.rows.filter(rule => rule.ownerId === personId).map(rule => rule.kind))
  const { data } = useQuery('documents.stack', { limit: 100 }, { when: when && theirs.size > 0 })
  if (!data) return null
  const rows = (data as { readonly rows: readonly Waiting[] }).rows.filter(row => theirs.has(row.kind))
  return (
    <Rows
      title={say('page.hand-over.to-confirm')}
      rows={rows.map(row => [
        <Link key="r" href={`/confirm/${row.id}`}>
          {row.title}
        </Link>,
        row.sender?.name ?? '',
        row.dueOn ? formats.weekday(row.dueOn) : '',
      ])}
    />
  )
}

export function Calls({ calls }: { readonly calls: Sheet['calls'] }) {
  const say = useSay<Words>()
  const ids = calls.map(({ party }) => party.id)
  const when = usePermission('directory.list-parties') && ids.length > 0
  const { data } = useQuery<typeof listParties>('directory.list-parties', { ids, limit: 100 }, { when })
  const reached = new Map((data?.rows ?? []).map(row => [row.id, row]))
  return (
    <Rows
      title={say('page.hand-over.calls')}
      rows={calls.map(({ party }) => {
        const row = reached.get(party.id)
        return [
          <RecordLink key="r" to={party} />,
          [row?.role, row?.memberOf?.title, row?.email].filter(Boolean).join(' · '),
          row?.phone ? (
            <a key="t" href={`tel:${row.phone.replace(/[^+\d]/g, '')}`}>
              {row.phone}
            </a>
          ) : (
            ''
          ),
        ]
      })}
    />
  )
}
