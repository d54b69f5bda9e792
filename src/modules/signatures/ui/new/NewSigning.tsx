import '../signatures.css'
import { useState } from 'react'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { Field } from '../../../../web/kit/form/Field.tsx'
import { SelectField } from '../../../../web/kit/form/SelectField.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem, QueryProblem } from '../../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getService, openingOf, putInFolder } from '../../contract.ts'
import type { Keys } from '../words.ts'
import { PlaceFields } from './PlaceFields.tsx'
import { SignerFields } from './SignerFields.tsx'
import { calledOf, isNamed, newWanted, usualBox, type Wanted, wireOf } from './wanted.ts'

/** Opened about a document or a letter: who signs it, how, and by when. */
export default function NewSigning() {
  const say = useSay<Keys>()
  const [search] = useSearch()
  const about = search['about']
  const asked = useQuery<typeof openingOf>('signatures.opening-of', { id: about ?? '' }, { when: about !== undefined })
  if (asked.isError) return <QueryProblem fault={asked.error} again={() => void asked.refetch()} />
  if (about !== undefined && !asked.data) return <PageSkeleton />
  const { document, pages, signingId } = asked.data ?? { document: null, pages: 0, signingId: null }
  return (
    <Page
      title={say('page.signatures.new')}
      beside={document?.title}
      crumbs={[{ label: say('page.signatures'), href: '/signatures' }]}
    >
      {signingId ? (
        <Empty text={say('page.signatures.new.there')}>
          <ButtonLink href={`/signatures/${signingId}`}>{say('page.signatures.new.open-it')}</ButtonLink>
        </Empty>
      ) : document && pages > 0 ? (
        <Form documentId={document.id} pages={pages} />
      ) : (
        <Empty
          text={
            <>
              {say('page.signatures.new.none')} <span className="t2">{say('page.signatures.new.none.hint')}</span>
            </>
          }
        />
      )}
    </Page>
  )
}

function Form({ documentId, pages }: { readonly documentId: string; readonly pages: number }) {
  const say = useSay<Keys>()
  const go = useGo()
  const [all, setAll] = useState<readonly Wanted[]>(() => [newWanted()])
  const [inOrder, setInOrder] = useState(false)
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [page, setPage] = useState(pages)
  const [chosen, setChosen] = useState<number | null>(null)
  const put = useCommand<typeof putInFolder>('signatures.put-in-folder')
  const service = useQuery<typeof getService>('signatures.get-service', {})
  const byService = Boolean(service.data?.wire)
  const change = (next: Wanted) => setAll(before => changed(before, next))
  const ready = all.length > 0 && all.every(isNamed)
  const send = async () => {
    if (!ready || put.busy) return
    const said = { ...(dueOn ? { dueOn } : {}), ...(note.trim() ? { note } : {}) }
    const answer = await put.run({ documentId, signers: all.map(wireOf) as never, inOrder, ...said })
    if (answer.status === 'done') go(`/signatures/${answer.output.id}`)
    if (answer.status === 'asked') go('/signatures?box=sent')
  }
  useHotkeys([{ keys: 'mod+enter', label: say('signatures.put-in-folder'), run: () => void send() }])
  const refusal = put.answer?.status === 'refused' ? put.answer.refusal : null
  return (
    <div className="sign-desk">
      <form
        className="sign-work form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void send()
        }}
      >
        <ol className="sign-wanted" aria-label={say('page.signatures.new.who')}>
          {all.map((one, index) => (
            <li key={one.key}>
              <fieldset>
                <legend>{say('page.signatures.new.signer', { number: index + 1 })}</legend>
                <SignerFields one={one} onChange={change} byService={byService} />
                <Where
                  one={one}
                  pages={pages}
                  onChange={field => {
                    change({ ...one, field })
                    setChosen(field ? one.key : null)
                    if (field) setPage(field.page)
                  }}
                />
                <div className="sign-acts">
                  {index > 0 && inOrder ? (
                    <Button size="s" look="quiet" icon="arrow-up" onClick={() => setAll(moved(all, index))}>
                      {say('page.signatures.new.up', { name: calledOf(one) })}
                    </Button>
                  ) : null}
                  {all.length > 1 ? (
                    <Button
                      size="s"
                      look="quiet"
                      icon="x"
                      onClick={() => setAll(all.filter(other => other.key !== one.key))}
                    >
                      {say('page.signatures.new.remove', { name: calledOf(one) })}
                    </Button>
                  ) : null}
                </div>
              </fieldset>
            </li>
          ))}
        </ol>
        <p>
          <Button icon="plus" onClick={() => setAll([...all, another(all)])}>
            {say('page.signatures.new.add')}
          </Button>
        </p>
        {all.length > 1 ? (
          <label className="sign-check">
            <input
              type="checkbox"
              className="box"
              checked={inOrder}
              onChange={event => setInOrder(event.target.checked)}
            />
            <span>
              {say('field.signatures.inOrder')}
              <small>{say('page.signatures.new.order.hint')}</small>
            </span>
          </label>
        ) : null}
        <DateControl
          label={say('field.signatures.dueOn')}
          schema={{} as never}
          value={dueOn}
          onChange={value => setDueOn((value as string | undefined) ?? null)}
          words={String}
          optional={say('form.optional')}
        />
        <Field label={say('field.signatures.note')} optional={say('form.optional')}>
          {control => (
            <textarea
              className="input"
              {...control}
              rows={3}
              maxLength={2000}
              value={note}
              onChange={event => setNote(event.target.value)}
            />
          )}
        </Field>
        {refusal ? <Problem title={refusal.message} todo={refusal.todo} /> : null}
        <div className="form-foot">
          <Button
            look="primary"
            type="submit"
            keys={ready ? 'mod+enter' : undefined}
            busy={put.busy}
            aria-disabled={ready ? undefined : true}
          >
            {say('signatures.put-in-folder')}
          </Button>
          <Button look="quiet" onClick={() => history.back()}>
            {say('cancel')}
          </Button>
        </div>
      </form>
      <div className="sign-sheets">
        <PageChoice page={page} pages={pages} onChange={setPage} />
        <PlaceFields
          documentId={documentId}
          page={page}
          pages={pages}
          all={all}
          chosen={chosen}
          onPlace={(key, field) => {
            setChosen(key)
            setAll(before => before.map(one => (one.key === key ? { ...one, field } : one)))
          }}
        />
        <p className="t3">{say('page.signatures.new.where.hint')}</p>
      </div>
    </div>
  )
}

const another = (all: readonly Wanted[]): Wanted =>
  all[0]?.way === 'service' ? { ...newWanted(), way: 'service' } : newWanted()

/** A document goes to a service as a whole: one who signs there takes the others along, and back. */
function changed(all: readonly Wanted[], next: Wanted): Wanted[] {
  const was = all.find(one => one.key === next.key)
  const turns = was !== undefined && was.way !== next.way && (was.way === 'service' || next.way === 'service')
  return all.map(one => {
    if (one.key === next.key) return next
    return turns ? { ...one, way: next.way === 'service' ? 'service' : one.personId ? 'screen' : 'link' } : one
  })
}

const moved = (all: readonly Wanted[], index: number): Wanted[] =>
  all.flatMap((one, at) => (at === index - 1 ? [all[index]!, one] : at === index ? [] : [one]))

interface WhereProps {
  readonly one: Wanted
  readonly pages: number
  readonly onChange: (field: Wanted['field']) => void
}

/** Where a signature goes: on the page that is added, or on one of the document's own. Paper is signed on its sheet. */
function Where({ one, pages, onChange }: WhereProps) {
  const say = useSay<Keys>()
  if (one.way === 'paper' || one.way === 'service') return null
  const most = Array.from({ length: Math.min(pages, 200) }, (_, index) => index + 1)
  return (
    <SelectField
      label={say('page.signatures.new.where')}
      value={one.field ? String(one.field.page) : ''}
      options={[
        ['', say('page.signatures.new.where.sheet')],
        ...most.map(page => [String(page), say('page.signatures.new.where.page', { page })] as const),
      ]}
      onChange={value => onChange(value ? { page: Number(value), box: one.field?.box ?? usualBox } : null)}
    />
  )
}

function PageChoice({
  page,
  pages,
  onChange,
}: {
  readonly page: number
  readonly pages: number
  readonly onChange: (page: number) => void
}) {
  const say = useSay<Keys>()
  return (
    <div className="sign-pages">
      <button
        type="button"
        className="tool"
        aria-label={say('page.signatures.page-before')}
        onClick={() => onChange(Math.max(1, page - 1))}
      >
        ‹
      </button>
      <span className="num t2">{say('page.signatures.page', { page, pages })}</span>
      <button
        type="button"
        className="tool"
        aria-label={say('page.signatures.page-after')}
        onClick={() => onChange(Math.min(pages, page + 1))}
      >
        ›
      </button>
    </div>
  )
}
