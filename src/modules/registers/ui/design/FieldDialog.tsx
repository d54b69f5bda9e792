import { type FormEvent, useRef, useState } from 'react'
import type { Refusal } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { addField, changeField, convertField, dropField, previewConversion } from '../../contract.ts'
import type { FieldLine, RegisterDetail, RegisterKeys } from '../shared/words.ts'
import { type Draft, draftOf, factsOf, types } from './fieldDraft.ts'
import { PeopleSelect } from '../shared/PeopleSelect.tsx'

export interface FieldDialogProps {
  readonly register: RegisterDetail
  readonly field: FieldLine | null
  readonly onClose: () => void
}

/** A field as it is to be; another type is counted before it is given. */
export function FieldDialog({ register, field, onClose }: FieldDialogProps) {
  const say = useSay<RegisterKeys>()
  const [draft, setDraft] = useState<Draft>(() => draftOf(field))
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const adding = useCommand<typeof addField>('registers.add-field', { said: say('page.registers.added') })
  const changing = useCommand<typeof changeField>('registers.change-field', { said: say('page.registers.changed') })
  const converting = useCommand<typeof convertField>('registers.convert-field', { said: say('page.registers.changed') })
  const dropping = useCommand<typeof dropField>('registers.drop-field', { said: say('page.registers.gone') })
  useHotkeys([{ keys: 'mod+enter', label: say('page.registers.save'), run: () => form.current?.requestSubmit() }])
  const set = (change: Partial<Draft>) => setDraft(was => ({ ...was, ...change }))
  const id = register.record.id
  const isNewType = field !== null && draft.type !== field.type
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const answer = !field
      ? await adding.run({ id, type: draft.type, ...factsOf(draft, null) } as never)
      : isNewType
        ? await converting.run({ id, fieldId: field.id, type: draft.type } as never)
        : await changing.run({ id, fieldId: field.id, ...factsOf(draft, field) } as never)
    setRefusal(answer.status === 'refused' ? answer.refusal : null)
    if (answer.status === 'done') onClose()
  }
  return (
    <Dialog title={field ? field.name : say('page.registers.field.new')} onClose={onClose}>
      <form className="form dialog-form" ref={form} onSubmit={event => void send(event)}>
        <TextField
          label={say('field.name')}
          value={draft.name}
          required
          maxLength={80}
          data-autofocus
          autoFocus
          onChange={event => set({ name: event.target.value })}
        />
        <SelectField
          label={say('field.type')}
          value={draft.type}
          options={types(field).map(type => [type, say(`choice.type.${type}`)] as const)}
          onChange={value => set({ type: value })}
        />
        {isNewType ? (
          <Conversion id={id} field={field} type={draft.type} />
        ) : (
          <Facts register={register} draft={draft} set={set} />
        )}
        {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
        <div className="register-ends">
          <Button type="submit" look="primary" keys="mod+enter" busy={adding.busy || changing.busy || converting.busy}>
            {isNewType ? say('registers.convert-field') : say('page.registers.save')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {say('page.registers.cancel')}
          </Button>
          {field ? (
            <Button
              look="quiet"
              icon="trash"
              onClick={() =>
                void dropping.run({ id, fieldId: field.id } as never).then(answer => {
                  if (answer.status === 'done') onClose()
                })
              }
            >
              {say('registers.drop-field')}
            </Button>
          ) : null}
        </div>
      </form>
    </Dialog>
  )
}

/** How many values another type takes, before it is given. */
function Conversion({
  id,
  field,
  type,
}: {
  readonly id: string
  readonly field: FieldLine
  readonly type: FieldLine['type']
}) {
  const say = useSay<RegisterKeys>()
  const { data, isError } = useQuery<typeof previewConversion>('registers.preview-conversion', {
    id,
    fieldId: field.id,
    type,
  } as never)
  if (isError) return <Problem title={say('page.registers.convert.cannot')} />
  if (!data) return null
  const { converts, filled, fails } = data
  return (
    <div className="register-grid" role="status">
      <p>{say('page.registers.convert.says', { converts, filled, fails })}</p>
      {data.examples.length ? (
        <ul>
          {data.examples.map(({ row, value }) => (
            <li key={`${row} ${value}`} className="t2">
              {row}: {value}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

interface FactsProps {
  readonly register: RegisterDetail
  readonly draft: Draft
  readonly set: (change: Partial<Draft>) => void
}

const kinds = ['document', 'task', 'person', 'organisation'] as const
const once: ReadonlySet<string> = new Set(['text', 'number', 'date', 'party', 'record', 'email', 'phone'])

/** What there is to say of a field of this type. */
function Facts({ register, draft, set }: FactsProps) {
  const say = useSay<RegisterKeys>()
  const dates = register.fields.filter(field => field.type === 'date')
  const isChoice = draft.type === 'choice' || draft.type === 'choices'
  return (
    <>
      {isChoice ? (
        <Field label={say('field.options')} hint={say('page.registers.options.hint')}>
          {control => (
            <textarea
              className="input"
              {...control}
              rows={5}
              value={draft.options}
              onChange={event => set({ options: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      {draft.type === 'record' ? (
        <Field label={say('field.recordKind')}>
          {control => (
            <select
              className="input"
              {...control}
              value={draft.recordKind}
              onChange={event => set({ recordKind: event.target.value })}
            >
              <option value="" />
              {kinds.map(kind => (
                <option key={kind} value={kind}>
                  {say(`choice.recordKind.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      {draft.type === 'computed' ? (
        <div className="register-line">
          <Field label={say('field.counts')}>
            {control => (
              <select
                className="input"
                {...control}
                value={draft.counts}
                onChange={event => set({ counts: event.target.value as Draft['counts'] })}
              >
                <option value="until">{say('choice.counts.until')}</option>
                <option value="age">{say('choice.counts.age')}</option>
              </select>
            )}
          </Field>
          <Field label={say('field.of')}>
            {control => (
              <select
                className="input"
                {...control}
                value={draft.of}
                required
                onChange={event => set({ of: event.target.value })}
              >
                <option value="" />
                {dates.map(date => (
                  <option key={date.id} value={date.key}>
                    {date.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      ) : null}
      {draft.type === 'date' ? (
        <div className="register-line">
          <TextField
            label={say('page.registers.remind.days')}
            hint={draft.remindDays === '' ? say('page.registers.remind.none') : undefined}
            inputMode="numeric"
            pattern="\d{0,4}"
            value={draft.remindDays}
            onChange={event => set({ remindDays: event.target.value })}
          />
          <PeopleSelect
            label={say('page.registers.remind.who')}
            nobody={say('page.registers.remind.anybody')}
            value={draft.remindWho}
            onChange={remindWho => set({ remindWho })}
          />
        </div>
      ) : null}
      <TextField
        label={say('field.help')}
        value={draft.help}
        maxLength={300}
        onChange={event => set({ help: event.target.value })}
      />
      {draft.type === 'computed' ? null : (
        <Tick label={say('field.required')} value={draft.required} onChange={required => set({ required })} />
      )}
      {once.has(draft.type) ? (
        <Tick label={say('field.unique')} value={draft.unique} onChange={unique => set({ unique })} />
      ) : null}
      <Tick label={say('field.inList')} value={draft.inList} onChange={inList => set({ inList })} />
    </>
  )
}

function Tick({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}) {
  return (
    <label className="tick">
      <input className="box" type="checkbox" checked={value} onChange={event => onChange(event.target.checked)} />
      {label}
    </label>
  )
}
