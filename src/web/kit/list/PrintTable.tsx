import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useFormats, useSay } from '../../language/Say.tsx'
import { useSession } from '../../session.ts'
import { classOf } from './cells.ts'
import type { Column, ListRow } from './types.ts'

export interface PrintTableProps<R extends ListRow> {
  readonly title: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  /** What the filters say, beneath the title. */
  readonly hits: string
}

/**
 * The list as it stands on paper: on the page only the rows in sight are drawn, so all of them are drawn here while the
 * browser prints, however printing was begun.
 */
export function PrintTable<R extends ListRow>({ title, columns, rows, hits }: PrintTableProps<R>) {
  const say = useSay()
  const formats = useFormats()
  const { organisation } = useSession()
  const [printing, setPrinting] = useState(() => matchMedia('print').matches)
  useEffect(() => {
    // The browser takes the page as it is when this returns.
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  if (!printing) return null
  return createPortal(
    <section className="on-paper">
      <h1>{title}</h1>
      <p>
        {organisation.name} · {say('list.printed', { day: formats.fullDay(formats.today()) })} · {hits}
      </p>
      <table>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.key} scope="col" className={classOf(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              {columns.map(column => (
                <td key={column.key} className={classOf(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>,
    document.body,
  )
}
