import { useSay } from '../../language/Say.tsx'
import { recordHref, useRegistry } from '../../session.ts'
import { kindWords } from '../words.ts'
import { RecordTimeline } from './RecordTimeline.tsx'
import { type LinkedThing, Links, type Paper, Papers } from './Side.tsx'

export interface NamedRecord {
  readonly id: string
  readonly kind: string
  readonly title: string
}

/** Other records as the side of a page shows them: each with its kind and the way to its page. */
export function useLinksTo(records: readonly (NamedRecord | null)[]): LinkedThing[] {
  const say = useSay<string>()
  const kinds = useRegistry()?.kinds
  return records
    .filter(one => one !== null)
    .map(one => ({
      id: one.id,
      icon: kinds?.find(({ kind }) => kind === one.kind)?.icon ?? 'link',
      title: one.title,
      href: recordHref(kinds, one.kind, one.id),
      detail: kindWords(say, one.kind),
    }))
}

/** A document as the side of a page shows it: the picture of its first page, and what is said of it. */
export const paperOf = ({ id, title }: NamedRecord, ...lines: readonly string[]): Paper => ({
  id,
  name: title,
  href: `/documents/${id}`,
  picture: `/api/documents/${id}/pages/1.webp?width=240`,
  lines,
})

export interface RecordSideProps {
  readonly id: string
  readonly documents: readonly NamedRecord[]
  readonly linked: readonly (NamedRecord | null)[]
}

/** Papers, what it belongs to, what happened. */
export function RecordSide({ id, documents, linked }: RecordSideProps) {
  const say = useSay<string>()
  return (
    <>
      <Papers papers={documents.map(paper => paperOf(paper, kindWords(say, paper.kind)))} />
      <Links links={useLinksTo(linked)} />
      <RecordTimeline id={id} />
    </>
  )
}
