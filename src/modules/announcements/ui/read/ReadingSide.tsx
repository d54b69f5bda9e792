import { Happened, Papers } from '../../../../web/kit/record/Side.tsx'
import { commandIcon, kindWords } from '../../../../web/kit/words.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { AnnouncementDetail } from '../words.ts'

/** Lines of the journal, where the reader may read them. */
interface Lines {
  readonly rows: readonly { seq: number; at: string; command: string; sentences: readonly string[] }[]
}

/** The papers that lie with it, and what happened. */
export function ReadingSide({ detail }: { readonly detail: AnnouncementDetail }) {
  const say = useSay<string>()
  const { data } = useQuery('authority.record-timeline', { id: detail.record.id, limit: 100 })
  const happenings = ((data as Lines | undefined)?.rows ?? []).flatMap(({ seq, at, command, sentences }) =>
    sentences.map((text, index) => ({ id: `${seq}-${index}`, at, icon: commandIcon(command), text })),
  )
  const papers = detail.documents.map(paper => ({
    id: paper.id,
    name: paper.title,
    href: `/documents/${paper.id}`,
    picture: `/api/documents/${paper.id}/pages/1.webp?width=240`,
    lines: [kindWords(say, paper.kind)],
  }))
  return (
    <>
      <Papers papers={papers} />
      {happenings.length ? <Happened happenings={happenings} /> : null}
    </>
  )
}
