import { useDeferredValue, useId, useRef, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { InstantControl } from '../../../../web/kit/form/InstantControl.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { marksOf } from '../../../../web/kit/proof/findings.ts'
import { goInField } from '../../../../web/kit/proof/places.ts'
import { ProofPanel } from '../../../../web/kit/proof/ProofPanel.tsx'
import { Underlined } from '../../../../web/kit/proof/Underlined.tsx'
import { useProof } from '../../../../web/kit/proof/useProof.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { changePublication, listOutlets } from '../../contract.ts'
import { bounds, composed, hashtagsOf, lengthFor } from '../../contract/lengths.ts'
import { type OutletLine, pictureAddress, type PostDetail, type PublishingKeys } from '../words.ts'
import { Pictures } from './Pictures.tsx'
import { Preview, type Shown } from './Preview.tsx'
import { type Draft, inputOf, useDraft } from './useDraft.ts'

/** Written on the page: one text for all, other words where an outlet wants them, and how it looks beneath. */
export function Compose({ detail }: { readonly detail: PostDetail }) {
  const say = useSay<PublishingKeys>()
  const { record } = detail
  const { draft, put, dirty } = useDraft(detail, n => pictureAddress(record.id, n))
  const outlets = useQuery<typeof listOutlets>('publishing.list-outlets', { limit: 200 }, { fresh_ms: 60_000 })
  const lines = outlets.data?.rows ?? []
  const save = useCommand<typeof changePublication>('publishing.change-publication', { quiet: true })
  const proof = useProof({ purpose: 'announcement', language: detail.language, text: draft.text, spelling: true })
  const field = useRef<HTMLTextAreaElement>(null)
  const store = async () => {
    if (!dirty || !(await proof.settle())) return
    const answer = await save.run(inputOf(detail, draft) as never)
    if (answer.status === 'done') void proof.note('announcement', record.title, record.id)
  }
  useHotkeys([{ keys: 'mod+s', label: say('page.publishing.save'), run: () => void store() }])
  return (
    <>
      <Section
        title={say('field.publishing.text')}
        more={
          <span className="pub-acts">
            <span className="t3" role="status">
              {say(dirty ? 'page.publishing.unsaved' : 'page.publishing.saved')}
            </span>
            <Button
              size="s"
              {...(dirty ? { look: 'primary' as const } : {})}
              busy={save.busy}
              onClick={() => void store()}
            >
              {say('page.publishing.save')}
            </Button>
          </span>
        }
      >
        {record.state === 'approved' ? <p className="t2">{say('page.publishing.approval-falls')}</p> : null}
        {save.answer?.status === 'refused' ? (
          <Problem title={save.answer.refusal.message ?? ''} todo={save.answer.refusal.todo} />
        ) : null}
        <div className="pub-write">
          <div>
            <Underlined text={draft.text} marks={marksOf(proof.answer, 'text', proof.passed)}>
              <textarea
                ref={field}
                className="input"
                aria-label={say('field.publishing.text')}
                lang={detail.language}
                rows={8}
                maxLength={20_000}
                value={draft.text}
                onChange={event => put({ text: event.target.value })}
              />
            </Underlined>
            <ProofPanel
              proof={proof}
              onGo={found => goInField(field.current, found)}
              onReplace={({ at }, by) =>
                at ? put({ text: draft.text.slice(0, at.start) + by + draft.text.slice(at.end) }) : undefined
              }
              onSend={() => void store()}
            />
            <Pictures draft={draft} put={put} />
          </div>
          <div className="pub-facts">
            <InstantControl
              label={say('field.publishing.plannedAt')}
              schema={{}}
              value={draft.plannedAt ?? undefined}
              onChange={at => put({ plannedAt: typeof at === 'string' ? at : null })}
              words={value => value}
            />
            <Line label={say('field.publishing.link')} value={draft.link} onChange={link => put({ link })} type="url" />
            <Line
              label={say('field.publishing.hashtags')}
              value={draft.hashtags}
              onChange={hashtags => put({ hashtags })}
            />
            <Where draft={draft} put={put} lines={lines} />
          </div>
        </div>
      </Section>
      <Preview detail={detail} shown={useDeferredValue(shownOf(draft, lines))} />
    </>
  )
}

const partsOf = (draft: Draft, id: string) => ({
  text: draft.own[id] ?? draft.text,
  link: draft.link.trim() || null,
  hashtags: hashtagsOf(draft.hashtags),
})

function shownOf(draft: Draft, lines: readonly OutletLine[]): readonly Shown[] {
  return lines
    .filter(one => draft.outletIds.includes(one.id))
    .map(({ id, title, network }) => {
      const words = composed(partsOf(draft, id))
      return { id, title, network, words, length: lengthFor(network, words), bound: bounds[network].length }
    })
}

interface LineProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: string
}

function Line({ label, value, onChange, type = 'text' }: LineProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type={type}
        maxLength={1000}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    </div>
  )
}

interface WhereProps {
  readonly draft: Draft
  readonly put: (changes: Partial<Draft>) => void
  readonly lines: readonly OutletLine[]
}

/** Where it goes; an outlet may have words of its own. */
function Where({ draft, put, lines }: WhereProps) {
  const say = useSay<PublishingKeys>()
  const [opened, open] = useState<string | null>(null)
  const toggle = (id: string) =>
    put({
      outletIds: draft.outletIds.includes(id) ? draft.outletIds.filter(one => one !== id) : [...draft.outletIds, id],
    })
  return (
    <fieldset className="pub-where">
      <legend>{say('field.publishing.outletIds')}</legend>
      {lines.length === 0 ? <p className="t3">{say('page.publishing.outlets.empty')}</p> : null}
      {lines.map(one => {
        const isOn = draft.outletIds.includes(one.id)
        const own = draft.own[one.id] ?? null
        const words = composed(partsOf(draft, one.id))
        const most = bounds[one.network].length
        const length = lengthFor(one.network, words)
        return (
          <div key={one.id}>
            <div className="pub-tick">
              <label className="tick">
                <input className="box" type="checkbox" checked={isOn} onChange={() => toggle(one.id)} />
                {one.title}
              </label>
              {isOn && most !== null ? (
                <span className={length > most ? 'late num' : 't3 num'}>
                  {length}/{most}
                </span>
              ) : null}
              {isOn ? (
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    put({ own: { ...draft.own, [one.id]: own === null ? draft.text : null } })
                    open(own === null ? one.id : null)
                  }}
                >
                  {say(own === null ? 'page.publishing.own' : 'page.publishing.as-all')}
                </button>
              ) : null}
            </div>
            {isOn && own !== null ? (
              <textarea
                className="input"
                rows={4}
                autoFocus={opened === one.id}
                aria-label={say('page.publishing.own-for', { outlet: one.title })}
                value={own}
                onChange={event => put({ own: { ...draft.own, [one.id]: event.target.value } })}
              />
            ) : null}
          </div>
        )
      })}
    </fieldset>
  )
}
