import type { OutputOf } from '../../../../web/answers.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import type { listClasses } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import type { Changing } from './ChangeForm.tsx'
import { PlanRow, PlanTable } from './PlanTable.tsx'

export type FileClass = OutputOf<typeof listClasses>['rows'][number]

interface ClassesProps {
  readonly rows: readonly FileClass[]
  /** The one that the address points at. */
  readonly at: string | null
  /** Null: not permitted. */
  readonly onChange: ((changing: Changing) => void) | null
}

const fields = [
  'code',
  'name',
  'retentionYears',
  'retentionFrom',
  'retentionBasis',
  'retentionThen',
  'confidentiality',
  'retired',
] as const
const classKey = (level: number) => `record.class.${Math.max(0, Math.min(3, level)) as 0 | 1 | 2 | 3}` as const

/** The file plan: a number and a name, how long, who may see it, how much lies there. */
export function Classes({ rows, at, onChange }: ClassesProps) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const kept = ({ retentionYears, retentionFrom }: FileClass) =>
    retentionYears === null
      ? say('page.plan.for-good')
      : `${say('page.plan.years', { count: retentionYears })} · ${say(`choice.retentionFrom.${retentionFrom}`).toLocaleLowerCase()}`
  const change = (row: FileClass) =>
    onChange?.({
      command: 'documents.change-class-code',
      about: `${row.code} ${row.name}`,
      input: { id: row.id, expectedVersion: row.version },
      fields,
      values: { ...row },
      needed: ['code', 'name'],
    })
  return (
    <PlanTable
      mayChange={onChange !== null}
      heads={
        <>
          <th className="code">{say('field.code')}</th>
          <th>{say('field.name')}</th>
          <th className="wide">{say('page.plan.kept')}</th>
          <th className="wide">{say('field.confidentiality')}</th>
          <th className="n">{say('kind.document.plural')}</th>
        </>
      }
    >
      {rows.map(row => {
        const chapter = !row.code.includes('.')
        return (
          <PlanRow
            key={row.id}
            id={row.id}
            at={at}
            className={chapter ? 'chapter' : undefined}
            change={`${say('documents.change-class-code')}: ${row.code} ${row.name}`}
            onChange={onChange ? () => change(row) : undefined}
          >
            <td className="num">{row.code}</td>
            <td>
              {row.name}
              {row.retired ? <span className="t3"> · {say('field.retired')}</span> : null}
            </td>
            <td className="t2 wide">{chapter && row.documents === 0 ? '' : kept(row)}</td>
            <td className="t2 wide">{say(classKey(row.confidentiality))}</td>
            <td className="n">
              {row.documents > 0 ? (
                <Link
                  className="link"
                  href={`/documents?classCodeId=${row.id}`}
                  aria-label={`${row.code} ${row.name}: ${formats.number(row.documents)}`}
                >
                  {formats.number(row.documents)}
                </Link>
              ) : (
                <span className="t3">–</span>
              )}
            </td>
          </PlanRow>
        )
      })}
    </PlanTable>
  )
}
