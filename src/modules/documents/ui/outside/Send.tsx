import './outside.css'
import { type FormEvent, useEffect, useState } from 'react'
import { EntryProblem } from '../../../../web/entry/EntryProblem.tsx'
import { EntrySheet } from '../../../../web/entry/EntrySheet.tsx'
import { tokenOf } from '../../../../web/entry/token.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dropzone } from '../../../../web/kit/Dropzone.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { askOutside, type OutsideAnswer } from '../../../../web/outside.ts'
import { NoLink } from './NoLink.tsx'
import type { Words } from './outsideWords.ts'
import { type Asked, type Sending, useSending } from './useSending.ts'

type Fault = Extract<OutsideAnswer<unknown>, { ok: false }>['refusal']

/** The page of a request for files, for whoever has its link: what is wanted, what has come, a way in. */
export default function Send() {
  const say = useSay<Words>()
  const language = useLanguage()
  const [token] = useState(() => tokenOf(location))
  const [asked, setAsked] = useState<Asked | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; another language asks nothing anew
  useEffect(() => {
    if (!token) return
    void askOutside<Asked>('requests/open', { token, language }).then(answer =>
      answer.ok ? setAsked(answer.body) : setFault(answer.refusal),
    )
  }, [])
  if (asked) return <List asked={asked} token={token} onAsked={setAsked} />
  return (
    <EntrySheet title={say('page.requests')}>
      <NoLink token={token} fault={fault} problem="request-link-closed" />
    </EntrySheet>
  )
}

interface ListProps {
  readonly asked: Asked
  readonly token: string
  readonly onAsked: (asked: Asked) => void
}

function List({ asked, token, onAsked }: ListProps) {
  const say = useSay<Words>()
  const formats = useFormats()
  const sending = useSending(token, onAsked)
  const { office, askedBy, title, letter, dueOn, items, isComplete, largestFileBytes } = asked
  return (
    <EntrySheet
      title={say('page.send.title', { office })}
      text={say('page.send.asks', { name: askedBy, title, on: formats.fullDay(dueOn) })}
    >
      {letter ? <p className="outside-note">{letter}</p> : null}
      {isComplete ? null : <Dropzone label={say('page.send.add')} onFiles={files => sending.add(files, null)} />}
      <ul className="send-items">
        {items.map(item => (
          <Item
            key={item.position}
            label={item.label}
            position={item.position}
            ticked={item.ticked}
            asked={asked}
            sending={sending}
          />
        ))}
        <Item label={say('page.send.other')} position={null} ticked={false} asked={asked} sending={sending} />
      </ul>
      <p className="t3">{say('page.send.limit', { size: formats.size(largestFileBytes) })}</p>
      <p role="status">{isComplete ? say('page.send.complete') : ''}</p>
      {isComplete ? null : <Reply asked={asked} token={token} />}
    </EntrySheet>
  )
}

interface ItemProps {
  readonly label: string
  readonly position: number | null
  readonly ticked: boolean
  readonly asked: Asked
  readonly sending: Sending
}

/** One thing that is wanted: chosen from the device, or photographed; ticked off once it is here. */
function Item({ label, position, ticked, asked, sending }: ItemProps) {
  const say = useSay<Words>()
  const formats = useFormats()
  const came = asked.files.filter(file => file.position === position)
  const under = sending.files.filter(file => file.position === position)
  const isPhone = matchMedia('(pointer: coarse)').matches
  const choose = (capture: boolean) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = !capture
    if (capture) {
      input.accept = 'image/*'
      input.setAttribute('capture', 'environment')
    }
    input.onchange = () => sending.add([...(input.files ?? [])], position)
    input.click()
  }
  return (
    <li>
      {position === null ? (
        <span className="t2">{label}</span>
      ) : (
        <State glyph={ticked ? 'done' : 'waits'} loud={ticked}>
          {ticked ? `${label}: ${say('page.send.came').toLowerCase()}` : label}
        </State>
      )}
      {came.length + under.length > 0 ? (
        <ul className="send-files">
          {came.map((file, at) => (
            <li key={`${file.name}-${at}`}>
              {file.name}, {formats.size(file.sizeBytes)}
            </li>
          ))}
          {under.map(file => (
            <li key={file.key}>
              {file.problem === null ? (
                <>
                  <span>{say('page.send.going', { name: file.name, part: Math.floor(file.part * 100) })}</span>
                  <progress max={1} value={file.part} aria-label={file.name} />
                </>
              ) : (
                <>
                  <span className="late" role="alert">
                    {file.name}: {file.problem || say('problem.offline')}
                  </span>{' '}
                  <Button size="s" look="quiet" onClick={() => sending.again(file.key)}>
                    {say('page.send.again')}
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {asked.isComplete ? null : (
        <div className="send-ways">
          <Button
            {...(ticked || position === null ? {} : { look: 'primary' as const })}
            icon="upload"
            aria-label={say('page.send.add-for', { item: label })}
            onClick={() => choose(false)}
          >
            {say('page.send.add')}
          </Button>
          {isPhone ? (
            <Button
              icon="camera"
              aria-label={say('page.send.camera-for', { item: label })}
              onClick={() => choose(true)}
            >
              {say('page.send.camera')}
            </Button>
          ) : null}
        </div>
      )}
    </li>
  )
}

/** A word to the office, and that nothing more will come. */
function Reply({ asked, token }: { readonly asked: Asked; readonly token: string }) {
  const say = useSay<Words>()
  const language = useLanguage()
  const [state, setState] = useState<'writing' | 'busy' | 'told'>('writing')
  const [fault, setFault] = useState<Fault | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reply = String(new FormData(event.currentTarget).get('reply') ?? '')
    setState('busy')
    const answer = await askOutside('requests/done', { token, language, body: { reply } })
    setState(answer.ok ? 'told' : 'writing')
    setFault(answer.ok ? null : answer.refusal)
  }
  if (state === 'told') return <p role="status">{say('page.send.thanks', { office: asked.office })}</p>
  return (
    <form onSubmit={event => void submit(event)}>
      <Field label={say('page.send.reply')}>
        {control => <textarea className="input" name="reply" maxLength={2000} rows={2} {...control} />}
      </Field>
      <EntryProblem problem={fault} />
      <Button type="submit" busy={state === 'busy'}>
        {say('page.send.done')}
      </Button>
    </form>
  )
}
