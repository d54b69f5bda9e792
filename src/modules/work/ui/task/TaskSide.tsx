import { useEffect, useMemo, useRef } from 'react'
import { Happened, type LinkedThing, Links, type Paper, Papers } from '../../../../web/kit/record/Side.tsx'
import type { Happening } from '../../../../web/kit/Timeline.tsx'
import { commandIcon, kindWords } from '../../../../web/kit/words.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { recordHref, useRegistry } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { TaskDetail } from './Task.tsx'

interface Named {
  readonly id: string
  readonly kind: string
  readonly title: string
}

/** A line of the journal, as its query answers it; where one may not read it, the timeline is missing. */
interface JournalLines {
  readonly rows: readonly {
    readonly seq: number
    readonly at: string
    readonly command: string
    readonly sentences: readonly string[]
  }[]
}

/** Papers that lie with it, what it belongs to, what happened. */
export function TaskSide({ detail }: { readonly detail: TaskDetail }) {
  const say = useSay<string>()
  const kinds = useRegistry()?.kinds
  const happenings = useHappenings(detail)
  const { task } = detail
  const attached = once([...(task.source ? [task.source] : []), ...detail.attachments])
  const linked = once([
    task.for,
    task.askedBy,
    detail.waitingForRecord,
    detail.repeats,
    detail.next,
    ...attached.filter(({ kind }) => kind !== 'document'),
    ...detail.links.map(({ record }) => record),
  ])
  const papers: Paper[] = attached
    .filter(({ kind }) => kind === 'document')
    .map(paper => ({
      id: paper.id,
      name: paper.title,
      href: recordHref(kinds, paper.kind, paper.id) ?? '/documents',
      picture: `/api/documents/${paper.id}/pages/1.webp?width=240`,
      lines: [paper.id === task.source?.id ? say('page.task.from') : kindWords(say, paper.kind)],
    }))
  const shown = new Set(papers.map(({ id }) => id))
  const links: LinkedThing[] = linked
    .filter(({ id, kind }) => !shown.has(id) && kind !== 'principal')
    .map(one => ({
      id: one.id,
      icon: kinds?.find(({ kind }) => kind === one.kind)?.icon ?? 'link',
      title: one.title,
      href: recordHref(kinds, one.kind, one.id),
      detail: kindWords(say, one.kind),
    }))
  return (
    <>
      <Papers papers={papers} />
      <Links links={links} />
      {happenings.length ? <Happened happenings={happenings} /> : null}
    </>
  )
}

function once(named: readonly (Named | null)[]): Named[] {
  const seen = new Map<string, Named>()
  for (const one of named) if (one && !seen.has(one.id)) seen.set(one.id, one)
  return [...seen.values()]
}

/** Everything that happened to the record, in the sentences of the journal; asked anew whenever the record itself is another. */
function useHappenings(detail: TaskDetail): readonly Happening[] {
  const { data, refetch } = useQuery('authority.record-timeline', { id: detail.record.id, limit: 100 })
  const seen = useRef(detail)
  useEffect(() => {
    if (seen.current === detail) return
    seen.current = detail
    void refetch()
  }, [detail, refetch])
  return useMemo(
    () =>
      ((data as JournalLines | undefined)?.rows ?? []).flatMap(({ seq, at, command, sentences }) =>
        sentences.map((text, index) => ({ id: `${seq}-${index}`, at, icon: commandIcon(command), text })),
      ),
    [data],
  )
}
