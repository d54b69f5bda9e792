import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { ColumnMapping, ColumnMeaning } from '../../contract.ts'
import type { DirectoryKeys } from '../words.ts'
import type { Preview } from './askPreview.ts'

/** Below this a guess is marked to be looked at. */
const sureFrom = 0.6

export interface ColumnsProps {
  readonly preview: Preview
  readonly onChange: (columns: ColumnMapping) => void
}

/** The table as it was pasted, each column under what it was taken for, to be put right there. */
export function Columns({ preview, onChange }: ColumnsProps) {
  const say = useSay<DirectoryKeys>()
  const { columns, headers, confidence, meanings, sample } = preview
  const change = (at: number, meaning: ColumnMeaning) =>
    onChange({ ...columns, columns: columns.columns.map((was, index) => (index === at ? meaning : was)) })
  return (
    <Section
      title={say('page.import.columns')}
      count={columns.columns.length}
      more={
        <label className="header-tick">
          <input
            type="checkbox"
            className="box"
            checked={columns.header}
            onChange={() => onChange({ ...columns, header: !columns.header })}
          />
          {say('page.import.header')}
        </label>
      }
    >
      <div className="scroller" tabIndex={0} role="group" aria-label={say('page.import.columns')}>
        <table className="tbl guessed">
          <thead>
            <tr>
              {columns.columns.map((meaning, at) => {
                const doubtful = meaning !== 'ignore' && (confidence[at] ?? 0) < sureFrom
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <th key={at} scope="col">
                    <select
                      className="input"
                      value={meaning}
                      aria-label={say('page.import.column', { number: at + 1, header: headers[at] ?? '' })}
                      onChange={event => change(at, event.target.value as ColumnMeaning)}
                    >
                      {meanings.map(one => (
                        <option key={one} value={one}>
                          {say(`choice.column.${one}`)}
                        </option>
                      ))}
                    </select>
                    <span className={doubtful ? 'blocked' : 't3'}>
                      {doubtful ? say('page.import.doubtful') : (headers[at] ?? '')}
                    </span>
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {sample.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows as they were pasted
              <tr key={index}>
                {columns.columns.map((meaning, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                  <td key={at} className={meaning === 'ignore' ? 't3' : undefined} title={row[at]}>
                    {row[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
