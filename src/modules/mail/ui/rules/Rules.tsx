import '../mail.css'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { usePermission } from '../../../../web/session.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { changeRule, listBuried, listRules, unburySender } from '../../contract/rules.ts'
import type { MailKeys } from '../words.ts'
import { AwayReplies } from './AwayReplies.tsx'
import { RuleForm, type RuleLine } from './RuleForm.tsx'
import { Signatures } from './Signatures.tsx'
import { useRuleWords } from './useRuleWords.ts'

/** What is done with mail by itself: rules, answers while nobody is there, signatures, and who is noise. */
export default function RulesPage() {
  const say = useSay<MailKeys>()
  const may = usePermission('mail.set-rules')
  const [form, setForm] = useState<RuleLine | 'new' | null>(null)
  const rules = useQuery<typeof listRules>('mail.list-rules')
  return (
    <Page
      title={say('page.mail.rules')}
      crumbs={[{ label: say('page.mail'), href: '/mail' }, { label: say('page.mail.rules') }]}
      end={
        may ? (
          <Button look="primary" icon="plus" onClick={() => setForm('new')}>
            {say('mail.create-rule')}
          </Button>
        ) : undefined
      }
    >
      <div className="mail-setup">
        {rules.isError ? <QueryProblem fault={rules.error} again={() => void rules.refetch()} /> : null}
        {rules.isPending ? <SkeletonRows rows={3} /> : null}
        {rules.data?.rows.length === 0 ? <p className="t3">{say('page.mail.rules.empty')}</p> : null}
        <ul className="setup-rows">
          {(rules.data?.rows ?? []).map(rule => (
            <Rule key={rule.id} rule={rule} may={may} onChange={() => setForm(rule)} />
          ))}
        </ul>
        <AwayReplies may={may} />
        <Signatures may={may} />
        <Buried />
      </div>
      {form ? <RuleForm rule={form === 'new' ? null : form} onClose={() => setForm(null)} /> : null}
    </Page>
  )
}

function Rule({
  rule,
  may,
  onChange,
}: {
  readonly rule: RuleLine
  readonly may: boolean
  readonly onChange: () => void
}) {
  const say = useSay<MailKeys>()
  const words = useRuleWords()
  const changing = useCommand<typeof changeRule>('mail.change-rule', { said: say('done.mail.change-rule') })
  const versioned = { id: rule.id, expectedVersion: rule.version }
  return (
    <li>
      <span className="what">
        <b>{rule.title}</b> {rule.paused ? <State glyph="waits">{say('page.mail.rule.paused')}</State> : null}
        <span className="t2">{words.asked(rule)}</span>
        <span className="t3">{words.done(rule)}</span>
      </span>
      {may ? (
        <span className="acts">
          <Button size="s" look="quiet" onClick={onChange}>
            {say('mail.change-rule')}
          </Button>
          <Button size="s" look="quiet" onClick={() => void changing.run({ ...versioned, paused: !rule.paused })}>
            {say(rule.paused ? 'page.mail.rule.go-on' : 'page.mail.rule.pause')}
          </Button>
          <Button size="s" look="quiet" onClick={() => void changing.run({ ...versioned, removed: true })}>
            {say('page.mail.take-off')}
          </Button>
        </span>
      ) : null}
    </li>
  )
}

/** Senders whose mails are noise. */
function Buried() {
  const say = useSay<MailKeys>()
  const formats = useFormats()
  const rows = useQuery<typeof listBuried>('mail.list-buried').data?.rows ?? []
  const dig = useCommand<typeof unburySender>('mail.unbury-sender', { said: say('done.mail.unbury-sender') })
  const may = usePermission('mail.answer-mail')
  return (
    <Section title={say('page.mail.buried')} count={rows.length || undefined}>
      {rows.length === 0 ? <p className="t3">{say('page.mail.buried.empty')}</p> : null}
      <ul className="setup-rows">
        {rows.map(row => (
          <li key={`${row.mailbox.id} ${row.address}`}>
            <span className="what">
              <b>{row.address}</b>
              <span className="t3">
                {[row.mailbox.title, row.by?.title, formats.day(formats.dayOf(row.at))].filter(Boolean).join(' · ')}
              </span>
            </span>
            {may ? (
              <span className="acts">
                <Button
                  size="s"
                  look="quiet"
                  onClick={() => void dig.run({ id: row.mailbox.id, address: row.address })}
                >
                  {say('mail.unbury-sender')}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
