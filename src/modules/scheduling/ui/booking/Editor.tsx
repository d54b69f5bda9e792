import '../scheduling.css'
import '../booking.css'
import { useState } from 'react'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useSession } from '../../../../web/session.ts'
import { useSearch } from '../../../../web/useAddress.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getBookingPage } from '../../contract.ts'
import type { Keys } from '../words.ts'
import { type Draft, draftOf, newDraft } from './draft.ts'
import { EditorForm } from './EditorForm.tsx'
import { Preview } from './Preview.tsx'

/** A booking page is set up beside the picture of it that a guest will see. */
export default function Editor() {
  const [search] = useSearch()
  const { id } = search
  const page = useQuery<typeof getBookingPage>('scheduling.get-booking-page', { id: id ?? '' }, { when: Boolean(id) })
  const say = useSay<Keys>()
  const { principal } = useSession()
  if (id && page.isError) return <QueryProblem fault={page.error} again={() => void page.refetch()} />
  if (id && !page.data) return <PageSkeleton />
  const self = { id: principal.id, title: principal.name }
  const first = page.data
    ? draftOf(page.data)
    : newDraft(self, say('page.booking-edit.first', { name: principal.name }), say('page.booking-edit.kind'))
  return <Sheet key={id ?? 'new'} first={first} version={page.data?.record.version} id={id} />
}

interface SheetProps {
  readonly first: Draft
  readonly id: string | undefined
  readonly version: number | undefined
}

function Sheet({ first, id, version }: SheetProps) {
  const say = useSay<Keys>()
  const [draft, setDraft] = useState(first)
  return (
    <Page
      title={id ? first.title : say('scheduling.create-booking-page')}
      crumbs={[{ label: say('page.booking-pages'), href: '/calendar/booking-pages' }]}
    >
      <div className="book-edit">
        <EditorForm draft={draft} onDraft={setDraft} id={id} version={version} />
        <Preview draft={draft} />
      </div>
    </Page>
  )
}
