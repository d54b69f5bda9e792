import './expenses.css'
import type { OutputOf } from '../../../web/answers.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { openCommand } from '../../../web/kit/openers.ts'
import { Page } from '../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../web/kit/Problem.tsx'
import { Facts } from '../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../web/language/Say.tsx'
import { usePermission } from '../../../web/session.ts'
import { useQuery } from '../../../web/useQuery.ts'
import type { getPolicy } from '../contract.ts'
import type { ExpenseKeys } from './words.ts'

type Policy = OutputOf<typeof getPolicy>

/** What reports are checked against and paid by, as it holds today; and one's own account. */
export default function RulesPage() {
  const say = useSay<ExpenseKeys>()
  const formats = useFormats()
  const policy = useQuery<typeof getPolicy>('expenses.get-policy', {})
  const maySet = usePermission('expenses.set-policy')
  const mayAccount = usePermission('expenses.set-pay-account')
  const today = formats.today()
  return (
    <Page
      title={say('page.expenses.rules')}
      crumbs={[{ label: say('page.expenses'), href: '/expenses' }]}
      end={
        <div className="expense-ends">
          {mayAccount ? (
            <Button icon="edit" onClick={() => openCommand({ command: 'expenses.set-pay-account' })}>
              {say('expenses.set-pay-account')}
            </Button>
          ) : null}
          {maySet && policy.data ? (
            <Button
              look="primary"
              icon="edit"
              onClick={() => openCommand({ command: 'expenses.set-policy', input: policyForm(policy.data, today) })}
            >
              {say('expenses.set-policy')}
            </Button>
          ) : null}
        </div>
      }
    >
      {policy.isPending ? <SkeletonRows rows={8} /> : null}
      {policy.isError ? <QueryProblem fault={policy.error} again={() => void policy.refetch()} /> : null}
      {policy.data ? <Rules policy={policy.data} maySet={maySet} today={today} /> : null}
    </Page>
  )
}

const policyForm = (policy: Policy, fromOn: string) => ({
  fromOn,
  receiptAbove: policy.receiptAbove,
  handInDays: policy.handInDays,
  weekends: policy.weekends,
  alcohol: policy.alcohol,
  fourEyes: policy.fourEyes,
})

interface RulesProps {
  readonly policy: Policy
  readonly maySet: boolean
  readonly today: string
}

function Rules({ policy, maySet, today }: RulesProps) {
  const say = useSay<ExpenseKeys>()
  const formats = useFormats()
  const yes = (held: boolean) => (held ? '✓' : '–')
  return (
    <>
      <Facts
        facts={[
          { label: say('field.expenses.receiptAbove'), value: formats.money(policy.receiptAbove) },
          { label: say('field.expenses.handInDays'), value: formats.number(policy.handInDays) },
          { label: say('field.expenses.weekends'), value: yes(policy.weekends) },
          { label: say('field.expenses.alcohol'), value: yes(policy.alcohol) },
          { label: say('field.expenses.fourEyes'), value: yes(policy.fourEyes) },
        ]}
      />
      <Section title={say('page.expenses.rules.kinds')} bare>
        <div className="expense-scroll">
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{say('field.expenses.category')}</th>
                <th scope="col">{say('field.expenses.account')}</th>
                <th scope="col">{say('field.expenses.vatCode')}</th>
                <th scope="col" className="n">
                  {say('field.expenses.limit')}
                </th>
                <th scope="col">{say('field.expenses.per')}</th>
              </tr>
            </thead>
            <tbody>
              {policy.categories.map(one => (
                <tr key={one.category}>
                  <td>
                    {maySet ? (
                      <Button
                        size="s"
                        look="quiet"
                        onClick={() =>
                          openCommand({
                            command: 'expenses.set-category',
                            input: {
                              category: one.category,
                              fromOn: today,
                              ...(one.account ? { account: one.account } : {}),
                              ...(one.vatCode ? { vatCode: one.vatCode } : {}),
                              ...(one.limit ? { limit: one.limit } : {}),
                              per: one.per,
                              withParticipants: one.withParticipants,
                            },
                            about: say(`choice.category.${one.category}`),
                          })
                        }
                      >
                        {say(`choice.category.${one.category}`)}
                      </Button>
                    ) : (
                      say(`choice.category.${one.category}`)
                    )}
                  </td>
                  <td className="num">{one.account ?? '–'}</td>
                  <td>{one.vatCode ?? '–'}</td>
                  <td className="n num">{one.limit ? formats.money(one.limit) : '–'}</td>
                  <td>{one.limit ? say(`choice.per.${one.per}`) : ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
      <Section
        title={say('page.expenses.rules.rates')}
        bare
        more={
          maySet ? (
            <Button
              size="s"
              icon="plus"
              onClick={() => openCommand({ command: 'expenses.set-rate', input: { fromOn: today } })}
            >
              {say('expenses.set-rate')}
            </Button>
          ) : null
        }
      >
        <p className="t3">{say('page.expenses.rules.check')}</p>
        <div className="expense-scroll">
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{say('field.expenses.rateOf')}</th>
                <th scope="col">{say('field.expenses.country')}</th>
                <th scope="col" className="n">
                  {say('field.expenses.perUnit')}
                </th>
                <th scope="col">{say('page.expenses.rules.source')}</th>
              </tr>
            </thead>
            <tbody>
              {policy.rates.map(one => (
                <tr key={`${one.rateOf} ${one.country}`}>
                  <td>{say(`choice.rateOf.${one.rateOf}`)}</td>
                  <td>{one.country ?? ''}</td>
                  <td className="n num">{formats.money(one.perUnit)}</td>
                  <td className="t2">
                    {one.source ?? say('page.expenses.rules.own')},{' '}
                    {say('page.expenses.rules.since', { on: formats.day(one.fromOn) })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </>
  )
}
