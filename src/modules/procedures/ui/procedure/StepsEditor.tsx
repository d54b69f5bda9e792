import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { changeProcedure } from '../../contract.ts'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { Lines } from '../shared/Lines.tsx'
import { SendForm } from '../../../../web/kit/form/SendForm.tsx'
import { usePeople } from '../shared/usePeople.ts'
import type { Words } from '../shared/words.ts'
import type { ProcedureDetail } from './Procedure.tsx'

type Content = ProcedureDetail['content']
type Step = Content['steps'][number]
type Question = NonNullable<Content['questions']>[number]

let made = 0
const freshKey = (letter: string): string => `${letter}${Date.now().toString(36)}${(made++).toString(36)}`

/** The questions and steps of the version that is being written. */
export function StepsEditor({ detail, onClose }: { readonly detail: ProcedureDetail; readonly onClose: () => void }) {
  const say = useSay<Words>()
  const [{ questions = [], steps }, set] = useState<Content>(detail.draft ?? detail.content)
  const saving = useCommand<typeof changeProcedure>('procedures.change-procedure', { quiet: true })
  const { id, version } = detail.record
  const save = async () => {
    const { status } = await saving.run({ id, expectedVersion: version, content: { questions, steps } } as never)
    if (status === 'done' || status === 'asked') onClose()
  }
  const change = (index: number, step: Partial<Step>) =>
    set({ questions, steps: steps.map((one, at) => (at === index ? { ...one, ...step } : one)) })
  const move = (index: number, by: 1 | -1) => {
    const moved = [...steps]
    const [step] = moved.splice(index, 1)
    if (step) moved.splice(index + by, 0, step)
    set({ questions, steps: moved })
  }
  return (
    <Dialog title={say('page.procedure.edit')} about={detail.record.title} width={760} onClose={onClose}>
      <SendForm
        className="proc-editor"
        sending={saving}
        submit={say('page.procedure.save')}
        onSend={save}
        onCancel={onClose}
      >
        {steps.map((step, index) => (
          <StepFields
            key={step.key ?? index}
            step={step}
            number={index + 1}
            last={index === steps.length - 1}
            questions={questions}
            onChange={changed => change(index, changed)}
            onMove={by => move(index, by)}
            onRemove={() => set({ questions, steps: steps.filter((_, at) => at !== index) })}
          />
        ))}
        <Button
          icon="plus"
          onClick={() =>
            set({
              questions,
              steps: [
                ...steps,
                {
                  key: freshKey('s'),
                  title: '',
                  who: 'procedure-owner',
                  waits: steps.length > 0 ? 'step' : 'nothing',
                  ...(steps.length > 0 ? { afterStep: steps.length } : {}),
                },
              ],
            })
          }
        >
          {say('procedures.add-step')}
        </Button>
        <Questions questions={questions} onChange={given => set({ steps, questions: given })} />
      </SendForm>
    </Dialog>
  )
}

interface StepFieldsProps {
  readonly step: Step
  readonly number: number
  readonly last: boolean
  readonly questions: readonly Question[]
  readonly onChange: (step: Partial<Step>) => void
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}

function StepFields({ step, number, last, questions, onChange, onMove, onRemove }: StepFieldsProps) {
  const say = useSay<Words>()
  const people = usePeople()
  const { due } = step
  return (
    <fieldset>
      <legend>{say('page.step.number', { number })}</legend>
      <TextField
        label={say('page.step.title')}
        value={step.title}
        maxLength={300}
        required
        onChange={event => onChange({ title: event.target.value })}
      />
      <div className="two">
        <SelectField
          label={say('page.step.who')}
          value={step.who ?? 'procedure-owner'}
          options={(['procedure-owner', 'starter', 'person', 'role'] as const).map(
            who => [who, say(`page.step.who.${who}`)] as const,
          )}
          onChange={who => onChange({ who: who as 'person' })}
        />
        {step.who === 'person' ? (
          <SelectField
            label={say('page.step.person')}
            value={step.personId ?? ''}
            options={[['', say('form.choose')], ...people.map(({ id, name }) => [id, name] as const)]}
            onChange={personId => onChange({ personId: personId || undefined })}
          />
        ) : null}
        {step.who === 'role' ? (
          <TextField
            label={say('page.step.role')}
            value={step.role ?? ''}
            maxLength={60}
            onChange={event => onChange({ role: event.target.value || undefined })}
          />
        ) : null}
      </div>
      <div className="two">
        <SelectField
          label={say('page.step.due')}
          value={due?.from ?? ''}
          options={[
            ['', say('page.step.due.none')],
            ...(['start', 'anchor'] as const).map(from => [from, say(`page.step.due.${from}`)] as const),
          ]}
          onChange={from => onChange({ due: from ? { days: 0, ...due, from: from as 'start' } : undefined })}
        />
        {due ? (
          <TextField
            label={say('page.step.days')}
            type="number"
            value={due.days}
            onChange={event => onChange({ due: { ...due, days: Math.trunc(Number(event.target.value)) || 0 } })}
          />
        ) : null}
      </div>
      {due ? (
        <div className="two">
          <SelectField
            label={say('page.step.unit')}
            value={due.unit ?? 'day'}
            options={(['day', 'workday'] as const).map(unit => [unit, say(`page.step.unit.${unit}`)] as const)}
            onChange={unit => onChange({ due: { ...due, unit: unit as 'day' } })}
          />
          <SelectField
            label={say('page.step.shift')}
            value={due.shift ?? 'none'}
            options={(['none', 'before', 'after'] as const).map(
              shift => [shift, say(`page.step.shift.${shift}`)] as const,
            )}
            onChange={shift => onChange({ due: { ...due, shift: shift as 'none' } })}
          />
        </div>
      ) : null}
      <SelectField
        label={say('page.step.waits')}
        value={step.waits === 'step' ? String(step.afterStep ?? 1) : (step.waits ?? 'nothing')}
        options={[
          ['nothing', say('page.step.waits.nothing')],
          ...Array.from(
            { length: number - 1 },
            (_, index) => [String(index + 1), say('page.step.number', { number: index + 1 })] as const,
          ),
          ['all-before', say('page.step.waits.all-before')],
        ]}
        onChange={waits =>
          onChange(
            /^\d+$/.test(waits)
              ? { waits: 'step', afterStep: Number(waits) }
              : { waits: waits as 'nothing', afterStep: undefined },
          )
        }
      />
      <details className="fold">
        <summary>{say('page.step.more')}</summary>
        <Field label={say('field.howTo')}>
          {control => (
            <textarea
              className="input"
              {...control}
              rows={3}
              maxLength={4000}
              value={step.howTo ?? ''}
              onChange={event => onChange({ howTo: event.target.value || undefined })}
            />
          )}
        </Field>
        <Lines
          label={say('page.step.checklist')}
          value={step.checklist ?? []}
          onChange={checklist => onChange({ checklist: checklist.length > 0 ? checklist : undefined })}
        />
        <TextField
          label={say('page.step.minutes')}
          type="number"
          min={0}
          value={step.effortMinutes ?? ''}
          onChange={event =>
            onChange({
              effortMinutes: event.target.value ? Math.max(0, Math.trunc(Number(event.target.value))) : undefined,
            })
          }
        />
        {questions.length > 0 ? (
          <div className="two">
            <SelectField
              label={say('page.step.when')}
              value={step.when?.question ?? ''}
              options={[['', say('page.step.when.always')], ...questions.map(({ key, text }) => [key, text] as const)]}
              onChange={question => onChange({ when: question ? { question, is: 'yes' } : undefined })}
            />
            {step.when ? (
              <Answer
                question={questions.find(({ key }) => key === step.when?.question)}
                label={say('page.step.is')}
                value={step.when.is}
                onChange={is => onChange({ when: step.when && { ...step.when, is } })}
              />
            ) : null}
          </div>
        ) : null}
        <label className="tick">
          <input
            className="box"
            type="checkbox"
            checked={step.evidence ?? false}
            onChange={event => onChange({ evidence: event.target.checked || undefined })}
          />
          {say('field.evidence')}
        </label>
      </details>
      <div className="acts">
        {number > 1 ? (
          <Button size="s" onClick={() => onMove(-1)}>
            {say('page.step.up')}
          </Button>
        ) : null}
        {last ? null : (
          <Button size="s" onClick={() => onMove(1)}>
            {say('page.step.down')}
          </Button>
        )}
        <Button size="s" onClick={onRemove}>
          {say('page.step.remove')}
        </Button>
      </div>
    </fieldset>
  )
}

export interface AnswerProps {
  readonly question: Question | undefined
  readonly label: string
  readonly value: string
  readonly onChange: (answer: string) => void
}

/** The control that fits a question. */
export function Answer({ question, label, value, onChange }: AnswerProps) {
  const say = useSay<Words>()
  if (question?.kind === 'yes-no')
    return (
      <SelectField
        label={label}
        value={value}
        options={[
          ['', say('form.choose')],
          ['yes', say('page.step.yes')],
          ['no', say('page.step.no')],
        ]}
        onChange={onChange}
      />
    )
  if (question?.kind === 'choice')
    return (
      <SelectField
        label={label}
        value={value}
        options={[['', say('form.choose')], ...(question.options ?? []).map(one => [one, one] as const)]}
        onChange={onChange}
      />
    )
  return (
    <TextField
      label={label}
      type={question?.kind === 'date' ? 'date' : 'text'}
      value={value}
      onChange={event => onChange(event.target.value)}
    />
  )
}

function Questions({
  questions,
  onChange,
}: {
  readonly questions: readonly Question[]
  readonly onChange: (questions: Question[]) => void
}) {
  const say = useSay<Words>()
  const set = (index: number, question: Partial<Question>) =>
    onChange(questions.map((one, at) => (at === index ? { ...one, ...question } : one)))
  return (
    <>
      {questions.map((question, index) => (
        <fieldset key={question.key}>
          <legend>{say('page.procedure.questions')}</legend>
          <TextField
            label={say('page.step.question')}
            value={question.text}
            maxLength={200}
            onChange={event => set(index, { text: event.target.value })}
          />
          <SelectField
            label={say('page.step.question.kind')}
            value={question.kind}
            options={(['yes-no', 'choice', 'text', 'date'] as const).map(
              kind => [kind, say(`page.step.question.${kind}`)] as const,
            )}
            onChange={kind => set(index, { kind: kind as 'text' })}
          />
          {question.kind === 'choice' ? (
            <Lines
              label={say('page.step.question.options')}
              value={question.options ?? []}
              onChange={options => set(index, { options: options.length > 0 ? options : undefined })}
            />
          ) : null}
          <div className="acts">
            <Button size="s" onClick={() => onChange(questions.filter((_, at) => at !== index))}>
              {say('page.step.question.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <Button icon="plus" onClick={() => onChange([...questions, { key: freshKey('q'), text: '', kind: 'yes-no' }])}>
        {say('page.step.question.add')}
      </Button>
    </>
  )
}
