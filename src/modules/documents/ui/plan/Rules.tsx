import type { OutputOf } from '../../../../web/answers.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import type { listRules } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import { useColleagues } from '../confirm/TaskLine.tsx'
import type { Changing } from './ChangeForm.tsx'
import { PlanRow, PlanTable } from './PlanTable.tsx'

export type Rule = OutputOf<typeof listRules>['rows'][number]

interface RulesProps {
  readonly rows: readonly Rule[]
  /** The one that the address points at. */
  readonly at: string | null
  /** Null: not permitted. */
  readonly onChange: ((changing: Changing) => void) | null
}

const fields = [
  'makesTask',
  'title',
  'ownerId',
  'daysBeforeDue',
  'daysAfterArrival',
  'effortMinutes',
  'urgency',
  'ifLate',
  'classCodeId',
  'confidentiality',
  'proposesDiscard',
] as const

/** One line for each kind of paper: its task, for whom and until when, and where it is filed. */
export function Rules({ rows, at, onChange }: RulesProps) {
  const say = useSay<DocumentKeys>()
  const colleagues = useColleagues()
  const whose = (rule: Rule) =>
    colleagues.find(({ id }) => id === rule.ownerId)?.name ??
    (rule.role ? (say.maybe(`choice.key.${rule.role}`) ?? rule.role) : say('page.confirm.nobody'))
  const when = (rule: Rule) =>
    [
      rule.daysBeforeDue === null ? null : say('page.plan.before-due', { count: rule.daysBeforeDue }),
      rule.daysAfterArrival === null ? null : say('page.plan.after-arrival', { count: rule.daysAfterArrival }),
    ]
      .filter(Boolean)
      .join(', ')
  const change = (rule: Rule) =>
    onChange?.({
      command: 'documents.change-rule',
      about: say(`choice.kind.${rule.kind}`),
      input: { id: rule.id, expectedVersion: rule.version },
      fields,
      values: { ...rule, title: rule.ownTitle, classCodeId: rule.classCode?.id ?? null },
    })
  return (
    <PlanTable
      mayChange={onChange !== null}
      heads={
        <>
          <th>{say('field.kind')}</th>
          <th>{say('field.task')}</th>
          <th className="wide">{say('page.confirm.owner')}</th>
          <th className="wide">{say('page.plan.when')}</th>
          <th className="wide">{say('field.classCode')}</th>
        </>
      }
    >
      {rows.map(rule => (
        <PlanRow
          key={rule.id}
          id={rule.id}
          at={at}
          change={`${say('documents.change-rule')}: ${say(`choice.kind.${rule.kind}`)}`}
          onChange={onChange ? () => change(rule) : undefined}
        >
          <td className="nw">{say(`choice.kind.${rule.kind}`)}</td>
          <td className={rule.makesTask ? 't2' : 't3'}>
            {rule.makesTask ? rule.title : say(rule.proposesDiscard ? 'field.proposesDiscard' : 'page.confirm.no-task')}
          </td>
          <td className="t2 wide">{rule.makesTask ? whose(rule) : ''}</td>
          <td className="t2 wide">{rule.makesTask ? when(rule) : ''}</td>
          <td className="t2 wide">{rule.classCode ? `${rule.classCode.code} ${rule.classCode.name}` : ''}</td>
        </PlanRow>
      ))}
    </PlanTable>
  )
}
