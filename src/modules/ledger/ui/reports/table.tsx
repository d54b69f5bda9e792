import type { WireMoney } from '../../../../web/answers.ts'
import { csvOf, saveCsv, saveFile } from '../../../../web/kit/list/csv.ts'
import type { SheetCell } from '../../../../web/kit/list/xlsx.ts'
import type { Formats } from '../../../../web/format/formats.ts'
import { useFormats } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'

/** A word, a figure, a day; what it is made of stands behind it as a link. */
export interface Cell {
  readonly text?: string | undefined
  readonly money?: WireMoney | null | undefined
  readonly day?: string | undefined
  readonly href?: string | undefined
  /** Figures of several currencies in one table say theirs. */
  readonly named?: boolean
}

export interface ReportLine {
  readonly key: string
  readonly level: 'head' | 'line' | 'sum' | 'total'
  readonly cells: readonly Cell[]
}

export interface ReportHead {
  readonly label: string
  readonly figure?: boolean
  /** Takes what room is left, over more than one line. */
  readonly free?: boolean
  /** Left out on a phone, where it does not fit. */
  readonly wide?: boolean
}

export interface Report {
  readonly title: string
  readonly heads: readonly ReportHead[]
  readonly lines: readonly ReportLine[]
}

function shown(cell: Cell, formats: Formats): string {
  if (cell.money) return cell.named ? formats.money(cell.money) : formats.amount(cell.money)
  return cell.day ? formats.day(cell.day) : (cell.text ?? '')
}

const classOf = (head: ReportHead, figures: string): string | undefined =>
  [head.figure ? `n${figures}` : head.free ? 'free' : '', head.wide ? 'wide' : ''].filter(Boolean).join(' ') ||
  undefined

/** A report as a table whose figures lead to what they are made of. */
export function ReportTable({ report }: { readonly report: Report }) {
  const formats = useFormats()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys
    <div className="report-scroll" role="group" aria-label={report.title} tabIndex={0}>
      <table className="tbl report-table">
        <thead>
          <tr>
            {report.heads.map((head, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
              <th key={at} scope="col" className={classOf(head, '')}>
                {head.label || <span className="vh">{report.title}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.lines.map(line => (
            <tr key={line.key} className={`report-${line.level}`}>
              {line.level === 'head' ? (
                <td colSpan={report.heads.length}>{shown(line.cells[0]!, formats)}</td>
              ) : (
                report.heads.map((head, at) => {
                  const cell = line.cells[at] ?? {}
                  const words = shown(cell, formats)
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
                    <td key={at} className={classOf(head, ' num')}>
                      {cell.href && words ? <Link href={cell.href}>{words}</Link> : words}
                    </td>
                  )
                })
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Saves the table as a file of the kind: figures stay figures. */
export async function saveReport(report: Report, form: 'csv' | 'xlsx', name: string, formats: Formats): Promise<void> {
  const labels = report.heads.map(head => head.label)
  const file = `${name.replaceAll('/', '-')}.${form}`
  if (form === 'csv') {
    const columns = labels.map((label, at) => ({
      label,
      text: (line: ReportLine) => {
        const cell = line.cells[at] ?? {}
        return cell.money ? formats.amount(cell.money) : (cell.day ?? cell.text ?? '')
      },
    }))
    saveCsv(file, csvOf(columns, report.lines, formats.number(1.5).includes(',') ? ';' : ','))
    return
  }
  const { xlsxOf } = await import('../../../../web/kit/list/xlsx.ts')
  const cells = report.lines.map(line =>
    labels.map((_, at): SheetCell => {
      const cell = line.cells[at] ?? {}
      if (cell.money) return { money: cell.money }
      return cell.day ? { day: cell.day } : (cell.text ?? '')
    }),
  )
  saveFile(file, await xlsxOf(report.title.slice(0, 31), labels, cells))
}

/** Gives the browser a file that came in base64. */
export function saveBase64(name: string, content: string, type: string): void {
  const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0))
  saveFile(name, new Blob([bytes], { type }))
}
