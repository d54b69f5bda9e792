import './arrange.css'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listLabelRuns, listSeparators } from '../../contract.ts'
import type { Words } from '../places/placesWords.ts'

/** Papers that Kontor prints to be scanned again: separator sheets, and labels with archive numbers. */
export default function PrintedSheets() {
  const say = useSay<Words>()
  const separators = useQuery<typeof listSeparators>('documents.list-separators')
  const labels = useQuery<typeof listLabelRuns>('documents.list-label-runs')
  const may = usePermission('documents.file-under')
  const failed = separators.isError ? separators : labels.isError ? labels : null
  const make = (command: string) =>
    may ? <Button onClick={() => openCommand({ command })}>{say(command as Words)}</Button> : null
  return (
    <Page
      title={say('page.sheets')}
      crumbs={[{ label: say('page.documents'), href: '/documents' }, { label: say('page.sheets') }]}
    >
      {failed ? <QueryProblem fault={failed.error} again={() => void failed.refetch()} /> : null}
      {separators.isPending || labels.isPending ? <SkeletonRows rows={4} /> : null}
      {separators.data ? (
        <Section title={say('documents.list-separators')} more={make('documents.make-separator')}>
          <p className="t2 arrange-how">{say('page.sheets.how')}</p>
          <Separators rows={separators.data.rows} />
        </Section>
      ) : null}
      {labels.data ? (
        <Section title={say('documents.list-label-runs')} more={make('documents.make-labels')}>
          <p className="t2 arrange-how">{say('page.sheets.labels-how')}</p>
          <Labels rows={labels.data.rows} />
        </Section>
      ) : null}
    </Page>
  )
}

function Separators({ rows }: { readonly rows: OutputOf<typeof listSeparators>['rows'] }) {
  const say = useSay<Words>()
  if (rows.length === 0) return <Empty text={say('page.sheets.no-sheets')} />
  return (
    <table className="tbl sheets-lines">
      <tbody>
        {rows.map(({ id, classCode, matter }) => {
          const under = [classCode ? `${classCode.code} ${classCode.name}` : null, matter?.title].filter(Boolean)
          const name = under.join(', ') || say('page.sheets.plain')
          return (
            <tr key={id}>
              <td>{name}</td>
              <td>
                <Printed href={`/api/documents/separator?token=${id}`} name={name} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const shown = (number: number) => `A${String(number).padStart(6, '0')}`

function Labels({ rows }: { readonly rows: OutputOf<typeof listLabelRuns>['rows'] }) {
  const say = useSay<Words>()
  const formats = useFormats()
  if (rows.length === 0) return <Empty text={say('page.sheets.no-labels')} />
  return (
    <table className="tbl sheets-lines">
      <tbody>
        {rows.map(({ id, first, last, format, used, madeAt }) => {
          const name = `${shown(first)} – ${shown(last)}`
          return (
            <tr key={id}>
              <td>{name}</td>
              <td className="t2">{format}</td>
              <td className="t2">{say('page.sheets.used', { count: used })}</td>
              <td className="t2 wide">{formats.moment(madeAt)}</td>
              <td>
                <Printed href={`/api/documents/labels?run=${id}`} name={name} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Printed({ href, name }: { readonly href: string; readonly name: string }) {
  const say = useSay<Words>()
  return (
    <a className="link" href={href} download aria-label={`${say('page.sheets.print')}: ${name}`}>
      {say('page.sheets.print')}
    </a>
  )
}
