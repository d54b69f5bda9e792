import { useState } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Menu, MenuItem, MenuLabel } from '../../../../web/kit/Menu.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getTable } from '../../contract.ts'
import type { DocumentDetail, DocumentKeys } from '../confirm/confirmTypes.ts'

type Shown = OutputOf<typeof getTable>

const tables: ReadonlySet<string | null> = new Set(['xlsx', 'ods', 'text'])
const shownRows = 20
const shownColumns = 40

/** A spreadsheet that came as a document: its first rows, and where they may go. */
export function Table({ detail: { record, row } }: { readonly detail: DocumentDetail }) {
  const say = useSay<DocumentKeys>()
  const [sheet, setSheet] = useState(1)
  const { data } = useQuery<typeof getTable>(
    'documents.get-table',
    { id: record.id, sheet },
    { when: tables.has(row.mediaKind), keep: true },
  )
  if (!data || data.sheets.length === 0) return null
  return (
    <Section title={say('page.table')} more={<TakeOver id={record.id} sheet={sheet} />}>
      {data.sheets.length > 1 ? <Sheets table={data} onChoose={setSheet} /> : null}
      <Rows table={data} />
    </Section>
  )
}

function Sheets({ table, onChoose }: { readonly table: Shown; readonly onChoose: (sheet: number) => void }) {
  const say = useSay<DocumentKeys>()
  return (
    <select
      className="input doc-sheet"
      aria-label={say('page.table.which')}
      value={table.sheet}
      onChange={({ target }) => onChoose(Number(target.value))}
    >
      {table.sheets.map(({ position, name }) => (
        <option key={position} value={position}>
          {name || say('page.table.sheet', { n: position })}
        </option>
      ))}
    </select>
  )
}

/** `A`, `B` … `Z`, `AA`: as spreadsheets call their columns. */
function letterOf(at: number): string {
  return (at >= 26 ? letterOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
}

function Rows({ table }: { readonly table: Shown }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const columns = table.columns.slice(0, shownColumns)
  const rows = table.rows.slice(0, shownRows)
  const isCut = table.sheets.find(({ position }) => position === table.sheet)?.cut
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <div className="doc-table" role="region" tabIndex={0} aria-label={say('page.table')}>
        <table className="tbl">
          <thead>
            <tr>
              {columns.map(({ name, holds }, at) => (
                <th key={at} scope="col" className={holds === 'numbers' ? 'num' : undefined}>
                  {name || letterOf(at)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, n) => (
              <tr key={n}>
                {columns.map(({ holds }, at) => (
                  <td key={at} className={holds === 'numbers' ? 'num' : 'clip'}>
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="t2">
        {table.total > rows.length
          ? say('page.table.first', { shown: formats.number(rows.length), total: formats.number(table.total) })
          : say('page.table.rows', { count: table.total })}
        {isCut ? ` ${say('page.table.cut')}` : ''}
      </p>
    </>
  )
}

/** Into the directory, or one of the registers: their own imports guess the columns, show what would come and refuse row by row. */
function TakeOver({ id, sheet }: { readonly id: string; readonly sheet: number }) {
  const say = useSay<DocumentKeys>()
  const go = useGo()
  const toPeople = usePermission('directory.import-parties')
  const toRegister = usePermission('registers.import-rows')
  const { data } = useQuery('registers.list-registers', {} as never, { when: toRegister })
  const registers = (data as { rows: readonly { id: string; name: string }[] } | undefined)?.rows ?? []
  const from = `document=${id}&sheet=${sheet}`
  return (
    <div className="doc-take-over">
      {toPeople ? (
        <ButtonLink size="s" look="quiet" icon="users" href={`/people/import?${from}`}>
          {say('page.table.to-people')}
        </ButtonLink>
      ) : null}
      {registers.length > 0 ? (
        <Menu
          label={say('page.table.choose')}
          align="end"
          button={props => (
            <Button size="s" look="quiet" icon="columns" {...props}>
              {say('page.table.to-register')}
            </Button>
          )}
        >
          <MenuLabel>{say('page.table.choose')}</MenuLabel>
          {registers.map(register => (
            <MenuItem key={register.id} icon="columns" onSelect={() => go(`/registers/${register.id}/import?${from}`)}>
              {register.name}
            </MenuItem>
          ))}
        </Menu>
      ) : null}
    </div>
  )
}
