import './form.css'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { CommandAnswer, Done, Refusal, RegisteredCommand } from '../../answers.ts'
import { runCommand } from '../../client.ts'
import { Rich, useSay } from '../../language/Say.tsx'
import { useRegisteredCommand, useSession } from '../../session.ts'
import { type CommandState, useCommand } from '../../useCommand.ts'
import { Button } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { Problem } from '../Problem.tsx'
import { SkeletonRows } from '../Skeleton.tsx'
import { useHotkeys } from '../useHotkeys.ts'
import { commandWords } from '../words.ts'
import { draftPlace, dropDraft, keepDraft, readDraft } from './drafts.ts'
import { PropertyField } from './PropertyField.tsx'
import { type FormValue, inputOf, missingFields, plain, shownProperties, startOf } from './schema.ts'

export interface CommandFormProps {
  readonly command: string
  /** Known already: hidden properties, and first values of shown ones. */
  readonly input?: FormValue
  readonly onDone?: (answer: Done) => void
  /** It went to somebody who must approve it. */
  readonly onAsked?: (answer: CommandAnswer) => void
  readonly onCancel?: () => void
  /** Words of the button, where the command's own would be odd. */
  readonly submit?: string
  /** Shown by dry run before sending, when the person asks; `effects` words what came back. */
  readonly effects?: (answer: Done) => readonly { readonly icon: string; readonly text: string }[]
}

/** A command's form, made of its schema: the right control for each meaning, problems beside the fields, a draft kept. */
export function CommandForm(props: CommandFormProps) {
  const registered = useRegisteredCommand(props.command)
  if (!registered) return <SkeletonRows rows={4} height={52} />
  return <Form {...props} registered={registered} key={props.command} />
}

/** How long after the last stroke the draft is kept, ms. */
const keepAfter_ms = 300

function useDraft(command: string, given: FormValue | undefined, registered: RegisteredCommand) {
  const { account } = useSession()
  const subject = String(given?.[registered.subject ?? 'id'] ?? '')
  const place = draftPlace(account.id, command, subject)
  const fresh = useMemo(() => ({ ...startOf(registered.inputSchema), ...given }), [registered, given])
  const [restored, setRestored] = useState(() => readDraft(place))
  const [value, setValue] = useState<FormValue>(() => ({ ...fresh, ...restored, ...hiddenOf(registered, given) }))
  const touched = useRef(false)
  useEffect(() => {
    if (!touched.current) return
    const timer = setTimeout(() => keepDraft(place, value), keepAfter_ms)
    return () => clearTimeout(timer)
  }, [place, value])
  return {
    value,
    restored: restored !== null,
    change: (name: string, next: unknown) => {
      touched.current = true
      setValue(before => ({ ...before, [name]: next }))
    },
    drop: () => {
      touched.current = false
      dropDraft(place)
    },
    afresh: () => {
      touched.current = false
      dropDraft(place)
      setRestored(null)
      setValue(fresh)
    },
  }
}

/** What the page gives stays the page's, whatever a draft says: the record and its version move on. */
function hiddenOf(registered: RegisteredCommand, given: FormValue = {}): FormValue {
  const properties = registered.inputSchema.properties ?? {}
  return Object.fromEntries(
    Object.entries(given).filter(([name]) => plain(properties[name] ?? {}).hidden || name === registered.subject),
  )
}

/** A form opens with this many fields, and with every needed one; the others stand folded beneath. */
const openAtFirst = 4

function Form({
  command,
  input,
  onDone,
  onAsked,
  onCancel,
  submit,
  effects,
  registered,
}: CommandFormProps & { readonly registered: RegisteredCommand }) {
  const say = useSay<string>()
  const schema = registered.inputSchema
  const draft = useDraft(command, input, registered)
  const unreadable = useRef(new Set<string>())
  const acting = useCommand(command, { quiet: true })
  const [missing, setMissing] = useState<readonly string[]>([])
  const form = useRef<HTMLFormElement>(null)
  const key = useStableKey(draft.value)
  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    const blank = missingFields(schema, draft.value)
    setMissing(blank)
    if (blank.length || unreadable.current.size || acting.busy) return focusFirstProblem(form.current)
    const answer = await acting.run(inputOf(schema, draft.value), { idempotencyKey: key })
    if (answer.status === 'refused') return focusFirstProblem(form.current)
    if (answer.status === 'offline') return
    draft.drop()
    if (answer.status === 'done') onDone?.(answer)
    else onAsked?.(answer)
  }
  useHotkeys([
    { keys: 'mod+enter', label: submit ?? commandWords(say, command), run: () => form.current?.requestSubmit() },
  ])
  const refusal = acting.answer?.status === 'refused' ? acting.answer.refusal : null
  const problems = problemsOf(refusal, missing, say('form.required'), say('form.wrong'))
  const shown = shownProperties(schema).filter(([name]) => name !== registered.subject || input?.[name] === undefined)
  const required = new Set(schema.required)
  const firstFew = new Set(shown.slice(0, openAtFirst).map(([name]) => name))
  const isFolded = ([name, property]: (typeof shown)[number]) =>
    !required.has(name) && input?.[name] === undefined && (Boolean(plain(property).folded) || !firstFew.has(name))
  const field = ([name, property]: (typeof shown)[number], first: boolean) => (
    <PropertyField
      key={name}
      command={command}
      path={name}
      schema={property}
      required={required.has(name)}
      value={draft.value[name]}
      onChange={next => draft.change(name, next)}
      problems={problems}
      onUnreadable={(path, is) => (is ? unreadable.current.add(path) : unreadable.current.delete(path))}
      autoFocus={first}
    />
  )
  const open = shown.filter(one => !isFolded(one))
  const folded = shown.filter(isFolded)
  return (
    <form className="form" ref={form} noValidate onSubmit={event => void send(event)}>
      {open.map((one, index) => field(one, index === 0))}
      {folded.length ? (
        <details className="fold" open={folded.some(([name]) => problems[name]) || undefined}>
          <summary>{say('form.more')}</summary>
          <div className="form">{folded.map(one => field(one, false))}</div>
        </details>
      ) : null}
      {refusal && !(refusal.field && problems[refusal.field] && hasField(shown, refusal.field)) ? (
        <Problem title={refusal.message} todo={refusal.todo} />
      ) : null}
      {acting.answer?.status === 'offline' ? (
        <Problem title={say('notice.offline')} safe={say('offline.kept')} />
      ) : null}
      {acting.answer?.status === 'asked' ? <Problem title={say('notice.asked')} /> : null}
      {effects ? (
        <Preview
          command={command}
          input={inputOf(schema, draft.value)}
          effects={effects}
          ready={missingFields(schema, draft.value).length === 0}
        />
      ) : null}
      <Foot
        acting={acting}
        submit={submit ?? commandWords(say, command)}
        restored={draft.restored}
        onAfresh={draft.afresh}
        onCancel={onCancel}
      />
    </form>
  )
}

interface FootProps {
  readonly acting: CommandState<unknown>
  readonly submit: string
  readonly restored: boolean
  readonly onAfresh: () => void
  readonly onCancel: (() => void) | undefined
}

function Foot({ acting, submit, restored, onAfresh, onCancel }: FootProps) {
  const say = useSay()
  return (
    <div className="form-foot">
      <Button look="primary" type="submit" keys="mod+enter" busy={acting.busy}>
        {submit}
      </Button>
      {onCancel ? (
        <Button look="quiet" onClick={onCancel}>
          {say('cancel')}
        </Button>
      ) : null}
      {restored ? (
        <span className="kept">
          {say('form.kept')}
          <button type="button" className="link" onClick={onAfresh}>
            {say('form.discard')}
          </button>
        </span>
      ) : null}
    </div>
  )
}

/** One key for one content: sending the same again after a lost answer is not a second act. */
function useStableKey(value: FormValue): string {
  const kept = useRef<{ readonly content: string; readonly key: string } | null>(null)
  const content = JSON.stringify(value)
  if (kept.current?.content !== content) kept.current = { content, key: crypto.randomUUID() }
  return kept.current.key
}

/** What is wrong, by field. Issues of the schema carry no words of their own. */
function problemsOf(
  refusal: Refusal | null,
  missing: readonly string[],
  needed: string,
  wrong: string,
): Record<string, string> {
  const problems: Record<string, string> = Object.fromEntries(missing.map(name => [name, needed]))
  const issues = (
    refusal?.data as
      | { readonly issues?: readonly { readonly path: string | readonly (string | number)[] }[] }
      | undefined
  )?.issues
  for (const { path } of Array.isArray(issues) ? issues : [])
    problems[typeof path === 'string' ? path : path.join('.')] = wrong
  if (refusal?.field) problems[refusal.field] ??= refusal.message
  return problems
}

const hasField = (shown: readonly (readonly [string, unknown])[], path: string) =>
  shown.some(([name]) => name === path.split('.')[0])

function focusFirstProblem(form: HTMLFormElement | null): void {
  // After React has drawn the problems.
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}

interface PreviewProps {
  readonly command: string
  readonly input: FormValue
  readonly ready: boolean
  readonly effects: NonNullable<CommandFormProps['effects']>
}

/** What will happen, by a dry run: nothing is written. */
function Preview({ command, input, effects, ready }: PreviewProps) {
  const say = useSay()
  const [answer, setAnswer] = useState<CommandAnswer | null>(null)
  const content = JSON.stringify(input)
  useEffect(() => setAnswer(null), [content])
  const listed = answer?.status === 'done' ? effects(answer) : []
  return (
    <div className="preview" aria-live="polite">
      {answer === null ? (
        <Button
          look="quiet"
          icon="eye"
          {...(ready ? {} : { refused: say('form.required') })}
          onClick={() => void runCommand(command, input, { dryRun: true }).then(setAnswer)}
        >
          {say('form.preview')}
        </Button>
      ) : null}
      {answer?.status === 'done' ? (
        <>
          <h3>{say('form.will-happen')}</h3>
          <ul>
            {listed.map(({ icon, text }) => (
              <li key={text}>
                <Icon name={icon} />
                <span>
                  <Rich>{text}</Rich>
                </span>
              </li>
            ))}
          </ul>
          {listed.length ? null : <p className="t3">{say('form.preview.nothing')}</p>}
        </>
      ) : null}
      {answer?.status === 'refused' ? <Problem title={answer.refusal.message} todo={answer.refusal.todo} /> : null}
      {answer?.status === 'asked' ? <p>{say('notice.asked')}</p> : null}
    </div>
  )
}
