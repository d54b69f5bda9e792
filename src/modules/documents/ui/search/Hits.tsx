import { Icon } from '../../../../web/kit/Icon.tsx'
import { Marked } from '../../../../web/kit/Marked.tsx'
import { kindWords } from '../../../../web/kit/words.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { recordHref, useRegistry } from '../../../../web/session.ts'

/** As the kernel’s search answers. */
export interface Found {
  readonly hits: readonly Hit[]
  /** Counted up to 1,000. */
  readonly total: number
  /** Nothing held the words; these titles look alike. */
  readonly similar: boolean
}

export interface Hit {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly at: string
  readonly snippet: { readonly text: string; readonly marks: readonly (readonly [number, number])[] } | null
}

/** What was found: its kind, its title, the words around what was meant. */
export function Hits({ hits }: { readonly hits: readonly Hit[] }) {
  const say = useSay<string>()
  const formats = useFormats()
  const kinds = useRegistry()?.kinds
  return (
    <ol className="hits">
      {hits.map(hit => {
        const href = recordHref(kinds, hit.kind, hit.id)
        const body = (
          <>
            <Icon name={kinds?.find(({ kind }) => kind === hit.kind)?.icon ?? 'file-text'} />
            <span className="what">
              <b className="clip">{hit.title}</b>
              {hit.snippet ? (
                <span className="d clip">
                  <Marked text={hit.snippet.text} marks={hit.snippet.marks} />
                </span>
              ) : null}
            </span>
            <span className="t3 kind">{kindWords(say, hit.kind)}</span>
            <time className="t3 nw" dateTime={hit.at}>
              {formats.fullDay(formats.dayOf(hit.at))}
            </time>
          </>
        )
        return <li key={hit.id}>{href ? <Link href={href}>{body}</Link> : <div>{body}</div>}</li>
      })}
    </ol>
  )
}
