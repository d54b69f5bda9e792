import { Happened, type LinkedThing, Links, Papers } from '../../../web/kit/record/Side.tsx'
import { commandIcon, kindWords } from '../../../web/kit/words.ts'
import { useSay } from '../../../web/language/Say.tsx'
import { recordHref, useRegistry } from '../../../web/session.ts'
import { useQuery } from '../../../web/useQuery.ts'

interface Named {
  readonly id: string
  readonly kind: string
  readonly title: string
}

/** Lines of the journal, where the reader may read them. */
interface Lines {
  readonly rows: readonly { seq: number; at: string; command: string; sentences: readonly string[] }[]
}

export interface SideProps {
  readonly id: string
  readonly documents: readonly Named[]
  readonly linked: readonly (Named | null)[]
}

/** Papers, what it belongs to, what happened. */
export function Side({ id, documents, linked }: SideProps) {
  const say = useSay<string>()
  const kinds = useRegistry()?.kinds
  const { data } = useQuery('authority.record-timeline', { id, limit: 100 })
  const happenings = ((data as Lines | undefined)?.rows ?? []).flatMap(({ seq, at, command, sentences }) =>
    sentences.map((text, index) => ({ id: `${seq}-${index}`, at, icon: commandIcon(command), text })),
  )
  const links: LinkedThing[] = linked
    .filter(one => one !== null)
    .map(one => ({
      id: one.id,
      icon: kinds?.find(({ kind }) => kind === one.kind)?.icon ?? 'link',
      title: one.title,
      href: recordHref(kinds, one.kind, one.id),
      detail: kindWords(say, one.kind),
    }))
  const papers = documents.map(paper => ({
    id: paper.id,
    name: paper.title,
    href: `/documents/${paper.id}`,
    picture: `/api/documents/${paper.id}/pages/1.webp?width=240`,
    lines: [kindWords(say, paper.kind)],
  }))
  return (
    <>
      <Papers papers={papers} />
      <Links links={links} />
      {happenings.length ? <Happened happenings={happenings} /> : null}
    </>
  )
}
