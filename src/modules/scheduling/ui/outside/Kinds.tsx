import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { Keys } from '../words.ts'

export interface BookPage {
  readonly office: string
  readonly title: string
  readonly intro: string
  readonly hosts: readonly string[]
  readonly approval: boolean
  readonly questions: readonly { readonly text: string; readonly required: boolean }[]
  readonly kinds: readonly {
    readonly id: string
    readonly title: string
    readonly minutes: number
    readonly venue: 'room' | 'telephone' | 'video' | 'theirs'
    readonly details: string
    readonly place: string | null
  }[]
  readonly kindId: string
  readonly starts: readonly string[]
}

/** What may be booked: how long, and where. */
export function Kinds({
  page,
  onKind,
}: {
  readonly page: Pick<BookPage, 'kinds' | 'kindId'>
  readonly onKind: (id: string) => void
}) {
  const say = useSay<Keys>()
  const formats = useFormats()
  return (
    <fieldset className="book-kinds">
      <legend className="vh">{say('page.book.kind')}</legend>
      {page.kinds.map(kind => (
        <label key={kind.id} className={kind.id === page.kindId ? 'on' : undefined}>
          <input type="radio" name="kind" checked={kind.id === page.kindId} onChange={() => onKind(kind.id)} />
          <b>{kind.title}</b>
          <span className="t2 nw">{formats.minutes(kind.minutes)}</span>
          <small>
            {[kind.place ?? say(`choice.scheduling.venue.${kind.venue}`), kind.details].filter(Boolean).join(' · ')}
          </small>
        </label>
      ))}
    </fieldset>
  )
}
