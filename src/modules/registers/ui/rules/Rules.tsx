import '../shared/register.css'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { RecordOf } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { removeRule, switchRule } from '../../contract.ts'
import type { RegisterDetail, RegisterKeys } from '../shared/words.ts'
import { RuleDialog } from './RuleDialog.tsx'
import { useRuleWords } from './useRuleWords.ts'

type RuleLine = RegisterDetail['rules'][number]

/** What a register does by itself, in whose name, and what it could not do. */
export default function RulesPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<RegisterDetail> query="registers.get-register" id={id}>
      {register => <Rules register={register} key={id} />}
    </RecordOf>
  )
}

function Rules({ register }: { readonly register: RegisterDetail }) {
  const say = useSay<RegisterKeys>()
  const [open, setOpen] = useState<RuleLine | 'new' | null>(null)
  const { id } = register.record
  const mayWrite = register.can.some(({ command }) => command === 'registers.add-rule')
  const make = (
    <Button look="primary" icon="plus" onClick={() => setOpen('new')}>
      {say('registers.add-rule')}
    </Button>
  )
  return (
    <Page
      title={say('page.registers.rules')}
      crumbs={[
        { label: say('page.registers'), href: '/registers' },
        { label: register.plural, href: `/registers/${id}` },
      ]}
      end={mayWrite && register.rules.length ? make : null}
    >
      {register.rules.length ? (
        register.rules.map(rule => (
          <OneRule key={rule.id} register={register} rule={rule} mayWrite={mayWrite} onOpen={() => setOpen(rule)} />
        ))
      ) : (
        <Empty text={say('page.registers.rules.empty')}>{mayWrite ? make : null}</Empty>
      )}
      {register.troubles.length ? <Troubles register={register} /> : null}
      {open ? (
        <RuleDialog register={register} rule={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      ) : null}
    </Page>
  )
}

interface OneRuleProps {
  readonly register: RegisterDetail
  readonly rule: RuleLine
  readonly mayWrite: boolean
  readonly onOpen: () => void
}

function OneRule({ register, rule, mayWrite, onOpen }: OneRuleProps) {
  const say = useSay<RegisterKeys>()
  const words = useRuleWords(register)
  const { run: turn } = useCommand<typeof switchRule>('registers.switch-rule', { said: say('page.registers.changed') })
  const { run: remove } = useCommand<typeof removeRule>('registers.remove-rule', { said: say('page.registers.gone') })
  const input = { id: register.record.id, ruleId: rule.id }
  return (
    <div className="register-rule">
      <span className="name">
        {rule.name}
        <State glyph={rule.enabled ? (rule.failed ? 'blocked' : 'open') : 'ended'}>
          {say(rule.enabled ? 'page.registers.rule.on' : 'page.registers.rule.off')}
        </State>
      </span>
      <span>{words(rule)}</span>
      <span className="t3">
        {say('page.registers.rule.by', { name: rule.author.title })} ·{' '}
        {say('page.registers.rule.did', { done: rule.done, failed: rule.failed })}
      </span>
      {mayWrite ? (
        <div className="register-ends">
          <Button size="s" icon="edit" onClick={onOpen}>
            {say('registers.change-rule')}
          </Button>
          <Button size="s" look="quiet" onClick={() => void turn({ ...input, on: !rule.enabled } as never)}>
            {say(rule.enabled ? 'page.registers.rule.switch-off' : 'page.registers.rule.switch-on')}
          </Button>
          <Button size="s" look="quiet" icon="trash" onClick={() => void remove(input as never)}>
            {say('registers.remove-rule')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

const known: ReadonlySet<string> = new Set([
  'done',
  'unseen',
  'rule-loop',
  'rule-chain',
  'act-not-permitted',
  'owner-unknown',
  'values-invalid',
  'value-taken',
  'register-not-writable',
])

function Troubles({ register }: { readonly register: RegisterDetail }) {
  const say = useSay<RegisterKeys>()
  const formats = useFormats()
  return (
    <Section title={say('page.registers.troubles')} count={register.troubles.length}>
      {register.troubles.map(run => (
        <div key={run.id} className="register-rule">
          <span className="name">
            <Link href={`/register-rows/${run.row.id}`}>{run.row.title}</Link>
            <span className="t3">{formats.moment(run.at)}</span>
          </span>
          <span>
            {run.rule}: {say(`outcome.${known.has(run.outcome) ? run.outcome : 'other'}` as RegisterKeys)}
          </span>
        </div>
      ))}
    </Section>
  )
}
