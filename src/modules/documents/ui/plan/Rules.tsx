import type { OutputOf } from '../../../../web/answers.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import type { listRules } from '../../contract.ts'
import type { DocumentKeys } from '../confirm/confirmTypes.ts'
import { useColleagues } from '../confirm/TaskLine.tsx'
import type { Changing } from './ChangeForm.tsx'
import { atId } from './useAt.ts'

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
    <table className="tbl plan">
      <thead>
        <tr>
          <th>{say('field.kind')}</th>
          <th>{say('field.task')}</th>
          <th className="wide">{say('page.confirm.owner')}</th>
          <th className="wide">{say('page.plan.when')}</th>
          <th className="wide">{say('field.classCode')}</th>
          {onChange ? (
            <th className="act">
              <span className="vh">{say('page.confirm.change')}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map(rule => (
          <tr
            key={rule.id}
            id={atId(rule.id)}
            tabIndex={rule.id === at ? -1 : undefined}
            aria-current={rule.id === at ? 'true' : undefined}
          >
            <td className="nw">{say(`choice.kind.${rule.kind}`)}</td>
            <td className={rule.makesTask ? 't2' : 't3'}>
              {rule.makesTask
                ? rule.title
                : say(rule.proposesDiscard ? 'field.proposesDiscard' : 'page.confirm.no-task')}
            </td>
            <td className="t2 wide">{rule.makesTask ? whose(rule) : ''}</td>
            <td className="t2 wide">{rule.makesTask ? when(rule) : ''}</td>
            <td className="t2 wide">{rule.classCode ? `${rule.classCode.code} ${rule.classCode.name}` : ''}</td>
            {onChange ? (
              <td className="act">
                <button
                  type="button"
                  className="link"
                  aria-label={`${say('documents.change-rule')}: ${say(`choice.kind.${rule.kind}`)}`}
                  onClick={() => change(rule)}
                >
                  {say('page.confirm.change')}
                </button>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
