import { useLinksTo, paperOf } from '../../../../web/kit/record/RecordSide.tsx'
import { RecordTimeline } from '../../../../web/kit/record/RecordTimeline.tsx'
import { Links, Papers } from '../../../../web/kit/record/Side.tsx'
import { kindWords } from '../../../../web/kit/words.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import type { TaskDetail } from './Task.tsx'

interface Named {
  readonly id: string
  readonly kind: string
  readonly title: string
}

/** Papers that lie with it, what it belongs to, what happened. */
export function TaskSide({ detail }: { readonly detail: TaskDetail }) {
  const say = useSay<string>()
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
  const documents = attached.filter(({ kind }) => kind === 'document')
  const papers = documents.map(paper =>
    paperOf(paper, paper.id === task.source?.id ? say('page.task.from') : kindWords(say, paper.kind)),
  )
  const shown = new Set(papers.map(({ id }) => id))
  const links = useLinksTo(linked.filter(({ id, kind }) => !shown.has(id) && kind !== 'principal'))
  return (
    <>
      <Papers papers={papers} />
      <Links links={links} />
      <RecordTimeline id={detail.record.id} of={detail} />
    </>
  )
}

function once(named: readonly (Named | null)[]): Named[] {
  const seen = new Map<string, Named>()
  for (const one of named) if (one && !seen.has(one.id)) seen.set(one.id, one)
  return [...seen.values()]
}
