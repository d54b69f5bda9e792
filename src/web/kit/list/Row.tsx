import { memo } from 'react'
import { tied } from '../../format/tied.ts'
import { useSay } from '../../language/Say.tsx'
import { Link } from '../../Link.tsx'
import { classOf } from './cells.ts'
import type { Column, ListRow } from './types.ts'

export interface RowProps<R extends ListRow> {
  readonly row: R
  readonly index: number
  readonly columns: readonly Column<R>[]
  readonly title: string
  readonly href: string | undefined
  readonly className: string | undefined
  readonly height: number
  /** The keyboard stands here. */
  readonly here: boolean
  readonly selected: boolean
  readonly onToggle: (row: R, range: boolean) => void
  readonly onOpen: (row: R) => void
  readonly onHere: (index: number) => void
  readonly measure: ((element: Element | null) => void) | undefined
}

function RowOf<R extends ListRow>(props: RowProps<R>) {
  const { row, index, columns, title, href, height, here, selected } = props
  const say = useSay()
  return (
    <tr
      className={[here ? 'here' : '', props.className ?? ''].filter(Boolean).join(' ') || undefined}
      aria-selected={selected}
      aria-rowindex={index + 2}
      data-index={index}
      ref={props.measure}
      onClick={event => {
        if (event.defaultPrevented || (event.target as HTMLElement).closest('a, button, input, label')) return
        props.onHere(index)
        props.onOpen(row)
      }}
    >
      <td style={{ height }}>
        <input
          className="box"
          type="checkbox"
          checked={selected}
          aria-label={say('list.select', { title })}
          onClick={event => {
            props.onHere(index)
            props.onToggle(row, event.shiftKey)
          }}
          onChange={() => {}}
        />
      </td>
      {columns.map((column, at) => (
        <td key={column.key} className={classOf(column)}>
          {at === columns.findIndex(({ phone }) => phone === 'title') && href ? (
            <Link className="row-link" href={href} onClick={() => props.onHere(index)}>
              {column.cell(row)}
            </Link>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  )
}

/** One row; drawn anew only when itself, its selection or the keyboard's place changes. */
export const Row = memo(RowOf) as typeof RowOf

/** Amounts in plain words do not break. */
const held = (words: React.ReactNode) => (typeof words === 'string' ? tied(words) : words)

/** A title with a quieter line beneath, both clipped. */
export function TitleCell({
  title,
  snippet,
  lang,
}: {
  readonly title: React.ReactNode
  readonly snippet?: React.ReactNode
  readonly lang?: string | undefined
}) {
  return (
    <>
      <span className="ttl clip" lang={lang}>
        {held(title)}
      </span>
      {snippet === undefined || snippet === null ? null : (
        <span className="snip clip" lang={lang}>
          {held(snippet)}
        </span>
      )}
    </>
  )
}
