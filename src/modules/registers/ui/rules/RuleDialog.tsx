import { type FormEvent, useRef, useState } from 'react'
import type { OutputOf, Refusal } from '../../../../web/answers.ts'
import { runCommand } from '../../../../web/client.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { Rich, useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { addRule, changeRule, tryRule } from '../../contract.ts'
import { PeopleSelect } from '../shared/PeopleSelect.tsx'
import { ValueControl } from '../shared/ValueControl.tsx'
import type { FieldLine, RegisterDetail, RegisterKeys } from '../shared/words.ts'
import { type ActionDraft, type ConditionDraft, draftOf, factsOf, operators, type RuleDraft } from './ruleDraft.ts'

type Tried = OutputOf<typeof tryRule>

export interface RuleDialogProps {
  readonly register: RegisterDetail
  readonly rule: RegisterDetail['rules'][number] | null
  readonly onClose: () => void
}

/** When … and … then …, tried on what is there before it is kept. */
export function RuleDialog({ register, rule, onClose }: RuleDialogProps) {
  const say = useSay<RegisterKeys>()
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(rule))
  const [tried, setTried] = useState<Tried | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const adding = useCommand<typeof addRule>('registers.add-rule', { said: say('page.registers.added') })
  const changing = useCommand<typeof changeRule>('registers.change-rule', { said: say('page.registers.changed') })
  useHotkeys([{ keys: 'mod+enter', label: say('page.registers.save'), run: () => form.current?.requestSubmit() }])
  const fields = register.fields.filter(field => field.type !== 'computed')
  const { id } = register.record
  const set = (change: Partial<RuleDraft>) => setDraft(was => ({ ...was, ...change }))
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const facts = factsOf(draft, fields)
    const answer = rule
      ? await changing.run({ id, ruleId: rule.id, ...facts } as never)
      : await adding.run({ id, ...facts } as never)
    setRefusal(answer.status === 'refused' ? answer.refusal : null)
    if (answer.status === 'done') onClose()
  }
  const look = async () => {
    if (!form.current?.reportValidity()) return
    const answer: unknown = await runCommand('registers.try-rule', { id, ...factsOf(draft, fields) }, { dryRun: true })
    const { status, refusal: refused } = answer as { status?: string; refusal?: Refusal }
    setRefusal(status === 'refused' && refused ? refused : null)
    setTried(status === undefined ? (answer as Tried) : null)
  }
  return (
    <Dialog title={rule ? rule.name : say('registers.add-rule')} width={680} onClose={onClose}>
      <form className="form dialog-form" ref={form} onSubmit={event => void send(event)}>
        <TextField
          label={say('page.registers.rule.name')}
          required
          maxLength={120}
          value={draft.name}
          data-autofocus
          autoFocus
          onChange={event => set({ name: event.target.value })}
        />
        <When draft={draft} fields={fields} set={set} />
        {draft.conditions.map((condition, at) => (
          <Condition
            key={condition.key}
            condition={condition}
            fields={fields}
            onChange={next => set({ conditions: draft.conditions.map((one, place) => (place === at ? next : one)) })}
            onRemove={() => set({ conditions: draft.conditions.filter((_, place) => place !== at) })}
          />
        ))}
        <div>
          <Button
            size="s"
            look="quiet"
            icon="plus"
            onClick={() =>
              set({
                conditions: [
                  ...draft.conditions,
                  { key: crypto.randomUUID(), field: fields[0]?.key ?? '', is: 'equals', value: null },
                ],
              })
            }
          >
            {say('page.registers.rule.condition')}
          </Button>
        </div>
        {draft.actions.map((action, at) => (
          <Action
            key={action.key}
            action={action}
            fields={fields}
            onChange={next => set({ actions: draft.actions.map((one, place) => (place === at ? next : one)) })}
            onRemove={
              draft.actions.length > 1 ? () => set({ actions: draft.actions.filter((_, place) => place !== at) }) : null
            }
          />
        ))}
        <div>
          <Button
            size="s"
            look="quiet"
            icon="plus"
            onClick={() =>
              set({ actions: [...draft.actions, { ...draftOf(null).actions[0]!, key: crypto.randomUUID() }] })
            }
          >
            {say('page.registers.rule.action')}
          </Button>
        </div>
        {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
        {tried ? <TriedOn tried={tried} /> : null}
        <div className="register-ends">
          <Button type="submit" look="primary" keys="mod+enter" busy={adding.busy || changing.busy}>
            {say('page.registers.save')}
          </Button>
          <Button onClick={() => void look()}>{say('page.registers.rule.try')}</Button>
          <Button look="quiet" onClick={onClose}>
            {say('page.registers.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** How often it would have fired, and where. */
function TriedOn({ tried }: { readonly tried: Tried }) {
  const say = useSay<RegisterKeys>()
  const formats = useFormats()
  return (
    <div className="register-tried" role="status">
      <p>
        <Rich>{say('page.registers.rule.tried', { count: tried.fires, looked: formats.number(tried.looked) })}</Rich>
      </p>
      <ul>
        {tried.rows.slice(0, 14).map(row => (
          <li key={row.id}>
            <Link href={`/register-rows/${row.id}`}>{row.title}</Link>
            <span className="t2">{row.does.join('; ')}</span>
            {row.on ? <time dateTime={row.on}>{formats.day(row.on)}</time> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

const named = (fields: readonly FieldLine[]) => fields.map(field => [field.key, field.name] as const)

interface WhenProps {
  readonly draft: RuleDraft
  readonly fields: readonly FieldLine[]
  readonly set: (change: Partial<RuleDraft>) => void
}

function When({ draft, fields, set }: WhenProps) {
  const say = useSay<RegisterKeys>()
  const offered = draft.on === 'date' ? fields.filter(field => field.type === 'date') : fields
  const field = offered.find(one => one.key === draft.field) ?? offered[0]
  return (
    <div className="register-line">
      <SelectField
        label={say('page.registers.rule.when')}
        value={draft.on}
        options={(['added', 'changed', 'date'] as const).map(on => [on, say(`page.registers.rule.${on}`)])}
        onChange={on => set({ on: on as RuleDraft['on'], to: null })}
      />
      {draft.on === 'added' ? null : (
        <SelectField
          label={say('page.registers.rule.field')}
          value={field?.key ?? ''}
          options={named(offered)}
          onChange={key => set({ field: key, to: null })}
        />
      )}
      {draft.on === 'changed' && field ? (
        <ValueControl
          key={field.id}
          field={{ ...field, help: '' }}
          label={say('page.registers.rule.to')}
          value={draft.to}
          onChange={to => set({ to: to ?? null })}
          optional={false}
        />
      ) : null}
      {draft.on === 'date' ? (
        <TextField
          label={say('page.registers.rule.days')}
          inputMode="numeric"
          pattern="-?\d{1,4}"
          required
          value={draft.days}
          onChange={event => set({ days: event.target.value })}
        />
      ) : null}
    </div>
  )
}

interface ConditionProps {
  readonly condition: ConditionDraft
  readonly fields: readonly FieldLine[]
  readonly onChange: (condition: ConditionDraft) => void
  readonly onRemove: () => void
}

function Condition({ condition, fields, onChange, onRemove }: ConditionProps) {
  const say = useSay<RegisterKeys>()
  const field = fields.find(one => one.key === condition.field)
  const valued = condition.is !== 'empty' && condition.is !== 'filled'
  return (
    <div className="register-line">
      <SelectField
        label={say('page.registers.rule.and')}
        value={condition.field}
        options={named(fields)}
        onChange={key => onChange({ ...condition, field: key, is: 'equals', value: null })}
      />
      <SelectField
        label={say('page.registers.rule.field')}
        value={condition.is}
        options={operators(field).map(is => [is, say(`page.registers.is.${is}`)])}
        onChange={is => onChange({ ...condition, is: is as ConditionDraft['is'] })}
      />
      {valued && field ? (
        <ValueControl
          key={field.id}
          field={{ ...field, help: '' }}
          label={say('page.registers.rule.value')}
          value={condition.value}
          onChange={value => onChange({ ...condition, value: value ?? null })}
          optional={false}
        />
      ) : null}
      <Button size="s" look="quiet" icon="x" aria-label={say('registers.discard-row')} onClick={onRemove} />
    </div>
  )
}

interface ActionProps {
  readonly action: ActionDraft
  readonly fields: readonly FieldLine[]
  readonly onChange: (action: ActionDraft) => void
  readonly onRemove: (() => void) | null
}

function Action({ action, fields, onChange, onRemove }: ActionProps) {
  const say = useSay<RegisterKeys>()
  const field = fields.find(one => one.key === action.field) ?? fields[0]
  return (
    <div className="register-line">
      <SelectField
        label={say('page.registers.rule.then')}
        value={action.do}
        options={(['task', 'set'] as const).map(one => [one, say(`page.registers.rule.${one}`)])}
        onChange={one => onChange({ ...action, do: one as ActionDraft['do'] })}
      />
      {action.do === 'task' ? (
        <>
          <TextField
            label={say('page.registers.rule.task.title')}
            required
            maxLength={300}
            value={action.title}
            onChange={event => onChange({ ...action, title: event.target.value })}
          />
          <PeopleSelect
            label={say('page.registers.rule.owner')}
            nobody={say('page.registers.remind.anybody')}
            value={action.who}
            onChange={who => onChange({ ...action, who })}
          />
          <TextField
            label={say('page.registers.rule.due')}
            inputMode="numeric"
            pattern="\d{0,4}"
            value={action.due}
            onChange={event => onChange({ ...action, due: event.target.value })}
          />
        </>
      ) : (
        <>
          <SelectField
            label={say('page.registers.rule.field')}
            value={field?.key ?? ''}
            options={named(fields)}
            onChange={key => onChange({ ...action, field: key, value: null })}
          />
          {field ? (
            <ValueControl
              key={field.id}
              field={{ ...field, help: '' }}
              label={say('page.registers.rule.value')}
              value={action.value}
              onChange={value => onChange({ ...action, value: value ?? null })}
              optional={false}
            />
          ) : null}
        </>
      )}
      {onRemove ? (
        <Button size="s" look="quiet" icon="x" aria-label={say('registers.discard-row')} onClick={onRemove} />
      ) : null}
    </div>
  )
}
