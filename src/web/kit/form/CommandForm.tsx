import { type FormEvent, type RefObject, useMemo, useRef, useState } from 'react'
import type { CommandAnswer, Done, Refusal, RegisteredCommand } from '../../answers.ts'
import { useSay } from '../../language/Say.tsx'
import { useRegisteredCommand } from '../../session.ts'
import { type CommandState, useCommand } from '../../useCommand.ts'
import { Button } from '../Button.tsx'
import { Problem } from '../Problem.tsx'
import { marksOf } from '../proof/findings.ts'
import { ProofMarks, provedOf } from '../proof/ofForm.ts'
import { goInField } from '../proof/places.ts'
import { ProofPanel } from '../proof/ProofPanel.tsx'
import { useProof } from '../proof/useProof.ts'
import { SkeletonRows } from '../Skeleton.tsx'
import { useHotkeys } from '../useHotkeys.ts'
import { commandWords } from '../words.ts'
import { PropertyField } from './PropertyField.tsx'
import { type FormValue, inputOf, isEmail, missingFields, plain, shownProperties } from './schema.ts'
import { FormPreview } from './FormPreview.tsx'
import { useDraft } from './useDraft.ts'

export interface CommandFormProps {
  readonly command: string
  /** Known already: hidden properties, and first values of shown ones. */
  readonly input?: FormValue
  readonly onDone?: (answer: Done) => void
  /** Offers to save and begin the next one at once, for what is entered many times; told of each that is done. */
  readonly onNext?: (answer: Done) => void
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
  const [round, setRound] = useState(0)
  if (!registered) return <SkeletonRows rows={4} height={52} />
  return (
    <Form {...props} registered={registered} key={`${props.command} ${round}`} startNext={() => setRound(round + 1)} />
  )
}

/** A form opens with this many fields, and with every needed one; the others stand folded beneath. */
const openAtFirst = 4

function Form({
  command,
  input,
  onDone,
  onNext,
  onAsked,
  onCancel,
  submit,
  effects,
  registered,
  startNext,
}: CommandFormProps & { readonly registered: RegisteredCommand; readonly startNext: () => void }) {
  const say = useSay<string>()
  const schema = registered.inputSchema
  const draft = useDraft(command, input, registered)
  const unreadable = useRef(new Set<string>())
  const acting = useCommand(command, { quiet: true })
  const [missing, setMissing] = useState<readonly string[]>([])
  const form = useRef<HTMLFormElement>(null)
  const key = useStableKey(draft.value)
  const next = useRef<HTMLButtonElement>(null)
  const proved = provedOf(schema, draft.value)
  const proof = useProof(proved?.asked ?? null)
  const marks = useMemo(
    () => (proved ? { [proved.text]: marksOf(proof.answer, 'text', proof.passed) } : {}),
    [proved?.text, proof.answer, proof.passed],
  )
  const send = async (event?: FormEvent<HTMLFormElement>) => {
    event?.preventDefault()
    const goesOn = (event?.nativeEvent as SubmitEvent | undefined)?.submitter === next.current && next.current !== null
    const blank = missingFields(schema, draft.value)
    setMissing(blank)
    if (blank.length || unreadable.current.size || acting.busy) return focusFirstProblem(form.current)
    // somebody else's memo is taken in as it is: it is what will be held
    const leaves = proved !== null && proved.asked.purpose !== 'memo'
    if (leaves && !(await proof.settle())) return
    const sent = inputOf(schema, draft.value)
    const answer = await acting.run(sent, { idempotencyKey: key })
    if (answer.status === 'refused') return focusFirstProblem(form.current)
    if (answer.status === 'offline') return
    draft.drop()
    draft.keepLast(sent)
    if (leaves && answer.status === 'done')
      void proof.note(proved.asked.purpose, proved.asked.subject ?? proved.asked.text, recordOf(answer.output))
    if (answer.status === 'done' && goesOn) {
      onNext?.(answer)
      startNext()
    } else if (answer.status === 'done') onDone?.(answer)
    else onAsked?.(answer)
  }
  useHotkeys([
    { keys: 'mod+enter', label: submit ?? commandWords(say, command), run: () => form.current?.requestSubmit() },
    onNext && {
      keys: 'mod+shift+enter',
      label: say('form.next'),
      run: () => form.current?.requestSubmit(next.current),
    },
  ])
  const refusal = acting.answer?.status === 'refused' ? acting.answer.refusal : null
  const problems = problemsOf(refusal, missing, say('form.required'), path =>
    say(isEmail(schema, path) ? 'form.wrong.email' : 'form.wrong'),
  )
  const shown = shownProperties(schema).filter(([name]) => name !== registered.subject || input?.[name] === undefined)
  const required = new Set(schema.required)
  const firstFew = new Set(shown.slice(0, openAtFirst).map(([name]) => name))
  const isFolded = ([name, property]: (typeof shown)[number]) =>
    !required.has(name) &&
    input?.[name] === undefined &&
    !draft.isLast(name) &&
    (Boolean(plain(property).folded) || !firstFew.has(name))
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
      note={draft.isLast(name) ? say('form.as-last') : undefined}
    />
  )
  const open = shown.filter(one => !isFolded(one))
  const folded = shown.filter(isFolded)
  return (
    <ProofMarks value={marks}>
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
        {proved ? (
          <ProofPanel
            proof={proof}
            onGo={finding =>
              goInField(form.current?.querySelector<HTMLTextAreaElement>('.proof-field textarea'), finding)
            }
            onReplace={({ at, words }, by) =>
              at && draft.change(proved.text, replaced(String(draft.value[proved.text] ?? ''), at.start, words, by))
            }
            onSend={() => form.current?.requestSubmit()}
          />
        ) : null}
        {effects ? (
          <FormPreview
            command={command}
            input={inputOf(schema, draft.value)}
            effects={effects}
            ready={missingFields(schema, draft.value).length === 0}
          />
        ) : null}
        <Foot
          acting={acting}
          submit={submit ?? commandWords(say, command)}
          next={onNext ? next : null}
          restored={draft.restored}
          onAfresh={draft.afresh}
          onCancel={onCancel}
        />
      </form>
    </ProofMarks>
  )
}

/** The record that came of it, where the answer names one. */
const recordOf = (output: unknown): string | null =>
  typeof output === 'object' && output !== null && 'id' in output && typeof output.id === 'string' ? output.id : null

/** The text with these words put right, where they still stand there. */
const replaced = (text: string, at: number, words: string, by: string): string => {
  const start = text.slice(at, at + words.length) === words ? at : text.indexOf(words)
  return start < 0 ? text : text.slice(0, start) + by + text.slice(start + words.length)
}

interface FootProps {
  readonly acting: CommandState<unknown>
  readonly submit: string
  /** The button that goes on with another; null: none. */
  readonly next: RefObject<HTMLButtonElement | null> | null
  readonly restored: boolean
  readonly onAfresh: () => void
  readonly onCancel: (() => void) | undefined
}

function Foot({ acting, submit, next, restored, onAfresh, onCancel }: FootProps) {
  const say = useSay()
  return (
    <div className="form-foot">
      <Button look="primary" type="submit" keys="mod+enter" busy={acting.busy}>
        {submit}
      </Button>
      {next ? (
        <Button type="submit" ref={next} busy={acting.busy}>
          {say('form.next')}
        </Button>
      ) : null}
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
  wrong: (path: string) => string,
): Record<string, string> {
  const problems: Record<string, string> = Object.fromEntries(missing.map(name => [name, needed]))
  const issues = (
    refusal?.data as
      | { readonly issues?: readonly { readonly path: string | readonly (string | number)[] }[] }
      | undefined
  )?.issues
  for (const { path } of Array.isArray(issues) ? issues : []) {
    const named = typeof path === 'string' ? path : path.join('.')
    problems[named] = wrong(named)
  }
  if (refusal?.field) problems[refusal.field] ??= refusal.message
  return problems
}

const hasField = (shown: readonly (readonly [string, unknown])[], path: string) =>
  shown.some(([name]) => name === path.split('.')[0])

function focusFirstProblem(form: HTMLFormElement | null): void {
  // After React has drawn the problems.
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
