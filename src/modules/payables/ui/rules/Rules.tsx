import '../payables.css'
import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Facts } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getBillSettings, removeApprover } from '../../contract.ts'
import type { BillKeys, BillRules } from '../words.ts'

/** The rules for bills: above which sum two people look, when bills are posted, whose approval is asked for. */
export default function Rules() {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const mayChange = usePermission('payables.set-settings')
  const rules = useQuery<typeof getBillSettings>('payables.get-settings')
  if (rules.isError) return <QueryProblem fault={rules.error} again={() => void rules.refetch()} />
  if (!rules.data) return <PageSkeleton />
  const { fourEyesAbove, postOn } = rules.data
  return (
    <Page
      title={say('page.bill-rules')}
      crumbs={[
        { label: say('page.money'), href: '/money' },
        { label: say('page.bills'), href: '/bills' },
      ]}
      end={
        mayChange ? (
          <Button
            icon="edit"
            onClick={() =>
              openCommand({
                command: 'payables.set-settings',
                input: { postOn, ...(fourEyesAbove ? { fourEyesAbove } : {}) },
              })
            }
          >
            {say('payables.change-bill')}
          </Button>
        ) : null
      }
    >
      <Facts
        facts={[
          {
            label: say('field.payables.fourEyesAbove'),
            value: fourEyesAbove ? formats.money(fourEyesAbove) : say('page.bill-rules.no-limit'),
          },
          { label: say('field.payables.postOn'), value: say(`choice.payables.postOn.${postOn}`) },
        ]}
      />
      <Approvers rules={rules.data} />
    </Page>
  )
}

function Approvers({ rules: { approvers } }: { readonly rules: BillRules }) {
  const say = useSay<BillKeys>()
  const may = usePermission('payables.set-approver')
  const remove = useCommand<typeof removeApprover>('payables.remove-approver', {
    said: say('payables.remove-approver'),
  })
  return (
    <Section
      title={say('page.bill-rules.approvers')}
      count={approvers.length}
      more={
        may ? (
          <Button size="s" look="quiet" icon="plus" onClick={() => openCommand({ command: 'payables.set-approver' })}>
            {say('payables.set-approver')}
          </Button>
        ) : null
      }
    >
      {approvers.length === 0 ? <p className="t3">{say('page.bill-rules.none')}</p> : null}
      <ul className="money-lines">
        {approvers.map(rule => (
          <li key={rule.id}>
            <span className="what">{rule.supplier?.title ?? `${rule.dimension} ${rule.value}`}</span>
            <span>{rule.approver?.title ?? '–'}</span>
            {may ? (
              <Button
                size="s"
                look="quiet"
                icon="x"
                busy={remove.busy}
                onClick={() => void remove.run({ ruleId: rule.id })}
              >
                {say('payables.remove-approver')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
