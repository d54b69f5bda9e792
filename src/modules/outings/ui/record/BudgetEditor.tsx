import { useState } from 'react'
import { readAmount } from '../../../../web/format/money.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { RecordPicker } from '../../../../web/kit/form/RecordPicker.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listDimensions } from '../../../ledger/contract.ts'
import type { setBudget } from '../../contract.ts'
import type { OutingDetail, OutingKeys } from '../words.ts'

export interface BudgetRow {
  readonly what: string
  readonly planned: string
  readonly actual: string
  readonly documentId: string | null
}

export const noRow: BudgetRow = { what: '', planned: '', actual: '', documentId: null }
const aPaper = { control: 'document' } as const

interface Props {
  readonly detail: OutingDetail
  readonly rows: readonly BudgetRow[]
  readonly onRows: (rows: readonly BudgetRow[] | null) => void
}

/** The lines as one types them; each may name the paper that says what it cost. */
export function BudgetEditor({ detail, rows, onRows }: Props) {
  const say = useSay<OutingKeys>()
  const formats = useFormats()
  const save = useCommand<typeof setBudget>('outings.set-budget')
  const [project, setProject] = useState<Project | null>(detail.project)
  const [asked, setAsked] = useState<number | null>(null)
  const currency = detail.budget[0]?.planned.currency ?? formats.currency
  const written = rows.filter(row => row.what.trim() || row.planned.trim())
  const unreadable = written.some(
    row =>
      !row.what.trim() ||
      readAmount(row.planned, currency) === null ||
      (row.actual.trim() !== '' && readAmount(row.actual, currency) === null),
  )
  const change = (at: number, part: Partial<BudgetRow>) => {
    const next = rows.map((row, index) => (index === at ? { ...row, ...part } : row))
    onRows(next.at(-1)?.what ? [...next, noRow] : next)
  }
  const keep = async () => {
    const money = (text: string) => ({ amount: readAmount(text, currency)!, currency })
    const lines = written.map(row => ({
      what: row.what.trim(),
      planned: money(row.planned),
      actual: row.actual.trim() ? money(row.actual) : null,
      documentId: row.documentId,
    }))
    const answer = await save.run({ id: detail.record.id, expectedVersion: detail.record.version, lines, project })
    if (answer.status === 'done') onRows(null)
  }
  return (
    <div className="form">
      {rows.map((row, at) => (
        <div className="outing-edit" key={at}>
          <input
            className="input"
            aria-label={`${say('field.outings.what')} ${at + 1}`}
            placeholder={say('field.outings.what')}
            maxLength={200}
            value={row.what}
            onChange={event => change(at, { what: event.target.value })}
          />
          <input
            className="input num"
            inputMode="decimal"
            aria-label={`${say('page.outing.planned')} ${at + 1}`}
            placeholder={say('page.outing.planned')}
            value={row.planned}
            onChange={event => change(at, { planned: event.target.value })}
          />
          <input
            className="input num"
            inputMode="decimal"
            aria-label={`${say('page.outing.actual')} ${at + 1}`}
            placeholder={say('page.outing.actual')}
            value={row.actual}
            onChange={event => change(at, { actual: event.target.value })}
          />
          <Button
            size="s"
            {...(row.documentId ? {} : { look: 'quiet' as const })}
            icon="file-text"
            aria-label={`${say('page.outing.paper')} ${at + 1}`}
            aria-expanded={asked === at || row.documentId !== null}
            onClick={() => setAsked(asked === at ? null : at)}
          />
          <Button
            size="s"
            look="quiet"
            icon="trash"
            aria-label={`${say('page.outing.remove-line')} ${at + 1}`}
            onClick={() => onRows(rows.length > 1 ? rows.toSpliced(at, 1) : [noRow])}
          />
          {asked === at || row.documentId ? (
            <div className="outing-paper">
              <RecordPicker
                label={say('page.outing.paper')}
                schema={aPaper}
                words={String}
                value={row.documentId ?? undefined}
                onChange={picked => change(at, { documentId: typeof picked === 'string' ? picked : null })}
              />
            </div>
          ) : null}
        </div>
      ))}
      <ProjectField project={project} onProject={setProject} />
      <div className="form-foot">
        <Button
          look="primary"
          busy={save.busy}
          aria-disabled={unreadable || undefined}
          onClick={() => (unreadable ? undefined : void keep())}
        >
          {say('page.outing.save')}
        </Button>
        <Button look="quiet" onClick={() => onRows(null)}>
          {say('page.outing.leave')}
        </Button>
        <span className="t3">{currency}</span>
      </div>
    </div>
  )
}

interface Project {
  readonly dimension: string
  readonly code: string
}

/** To which project of the books its bills are coded: what is coded to it counts as cost by itself. */
function ProjectField({
  project,
  onProject,
}: {
  readonly project: Project | null
  readonly onProject: (project: Project | null) => void
}) {
  const say = useSay<OutingKeys>()
  const may = usePermission('ledger.list-accounts')
  const known = useQuery<typeof listDimensions>('ledger.list-dimensions', {}, { when: may })
  const values = (known.data?.rows ?? []).flatMap(({ code: dimension, name: of, values: list }) =>
    list.filter(one => one.inUse).map(({ code, name }) => ({ dimension, code, label: `${of}: ${code} ${name}` })),
  )
  if (values.length === 0) return null
  const at = values.findIndex(one => one.dimension === project?.dimension && one.code === project.code)
  const choose = (index: number) => {
    const one = values[index]
    onProject(one ? { dimension: one.dimension, code: one.code } : null)
  }
  return (
    <Field label={say('page.outing.project')}>
      {control => (
        <select className="input" {...control} value={at} onChange={event => choose(Number(event.target.value))}>
          <option value={-1}>{say('page.outing.project.none')}</option>
          {values.map((one, index) => (
            <option key={`${one.dimension} ${one.code}`} value={index}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
