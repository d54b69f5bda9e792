import './outside.css'
import { type FormEvent, useEffect, useState } from 'react'
import { EntryProblem } from '../../../../web/entry/EntryProblem.tsx'
import { EntrySheet } from '../../../../web/entry/EntrySheet.tsx'
import { Button } from '../../../../web/kit/Button.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { Rich, useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { askOutside, fetchOutside, keepFile, type OutsideAnswer } from '../../../../web/outside.ts'
import { NoLink } from './NoLink.tsx'
import type { Words } from './outsideWords.ts'
import { tokenOf } from '../../../../web/entry/token.ts'

interface Opened {
  readonly office: string
  readonly needsPassword: false
  readonly sharedBy: string
  readonly title: string
  readonly name: string
  readonly sizeBytes: number | null
  readonly form: 'original' | 'searchable'
  readonly note: string
  readonly expiresAt: string
  readonly left: number | null
  readonly pages: number
  readonly pass: string
}
type Answer = Opened | { readonly office: string; readonly needsPassword: true }
type Fault = Extract<OutsideAnswer<unknown>, { ok: false }>['refusal']

/** What a link of a shared paper opens, for whoever has it: nobody signs in here. */
export default function Shared() {
  const say = useSay<Words>()
  const language = useLanguage()
  const [token] = useState(() => tokenOf(location))
  const [found, setFound] = useState<Answer | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [busy, setBusy] = useState(false)
  const open = async (password?: string) => {
    setBusy(true)
    const answer = await askOutside<Answer>('shares/open', { token, language, body: password ? { password } : {} })
    setBusy(false)
    setFault(answer.ok ? null : answer.refusal)
    if (answer.ok) setFound(answer.body)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; another language opens nothing anew
  useEffect(() => void (token && open()), [])
  if (found && !found.needsPassword) return <Paper opened={found} token={token} />
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void open(String(new FormData(event.currentTarget).get('password') ?? ''))
  }
  return (
    <EntrySheet
      title={say('page.shared.title')}
      text={found ? say('page.shared.asks-password', { office: found.office }) : undefined}
    >
      {found ? (
        <form onSubmit={submit}>
          <TextField label={say('password')} name="password" type="password" autoComplete="off" required autoFocus />
          <EntryProblem problem={fault} />
          <Button look="primary" size="l" type="submit" busy={busy}>
            {say('page.shared.open')}
          </Button>
        </form>
      ) : (
        <NoLink token={token} fault={fault} problem="share-link-closed" />
      )}
    </EntrySheet>
  )
}

function Paper({ opened, token }: { readonly opened: Opened; readonly token: string }) {
  const say = useSay<Words>()
  const formats = useFormats()
  const language = useLanguage()
  const [shown, setShown] = useState<{ pages: readonly number[]; pass: string } | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [busy, setBusy] = useState<'show' | 'file' | null>(null)
  const [left, setLeft] = useState(opened.left)
  const [fetched, setFetched] = useState(false)
  const call = { token, language, body: { pass: opened.pass } }
  const counted = (answer: OutsideAnswer<unknown>) => {
    setBusy(null)
    setFault(answer.ok ? null : answer.refusal)
    if (answer.ok && left !== null) setLeft(left - 1)
  }
  const show = async () => {
    setBusy('show')
    const answer = await askOutside<{ pages: number[]; pass: string }>('shares/show', call)
    counted(answer)
    if (answer.ok) setShown(answer.body)
  }
  const take = async () => {
    setBusy('file')
    const answer = await fetchOutside('shares/file', call)
    counted(answer)
    if (!answer.ok) return
    const plain = opened.name.replace(/\.[a-z0-9]{1,5}$/i, '')
    keepFile(answer.body, opened.form === 'original' ? opened.name : `${plain}.pdf`)
    setFetched(true)
  }
  return (
    <EntrySheet title={opened.title} text={say('page.shared.from', { name: opened.sharedBy, office: opened.office })}>
      {opened.note ? <p className="outside-note">{opened.note}</p> : null}
      <div className="outside-facts t2">
        <p>
          {opened.name}
          {opened.sizeBytes === null ? '' : `, ${formats.size(opened.sizeBytes)}`}
        </p>
        <p>
          <Rich>{say('page.shared.until', { on: `**${formats.moment(opened.expiresAt)}**` })}</Rich>{' '}
          {left === null ? null : say('page.shared.left', { count: left })}
        </p>
      </div>
      <div className="outside-acts">
        {opened.pages > 0 && !shown ? (
          <Button look="primary" size="l" icon="eye" busy={busy === 'show'} onClick={() => void show()}>
            {say('page.shared.show')}
          </Button>
        ) : null}
        <Button
          {...(opened.pages > 0 ? {} : { look: 'primary' as const })}
          size="l"
          icon="download"
          busy={busy === 'file'}
          onClick={() => void take()}
        >
          {say('page.shared.fetch')}
        </Button>
      </div>
      <p role="status" className="t3">
        {fetched ? say('page.shared.fetched') : ''}
      </p>
      <EntryProblem problem={fault} />
      {shown ? (
        <div className="shared-pages outside-wide">
          {shown.pages.map(page => (
            <Picture key={page} page={page} token={token} pass={shown.pass} />
          ))}
        </div>
      ) : null}
    </EntrySheet>
  )
}

/** A page as a picture, fetched with the pass: it has no address that could be passed on. */
function Picture({ page, token, pass }: { readonly page: number; readonly token: string; readonly pass: string }) {
  const say = useSay<Words>()
  const language = useLanguage()
  const [source, setSource] = useState<string | null>(null)
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useEffect(() => {
    if (!place) return
    let address: string | null = null
    let gone = false
    const watching = new IntersectionObserver(
      async entries => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        watching.disconnect()
        const answer = await fetchOutside('shares/page', { token, language, body: { pass, page, width: 1200 } })
        if (!answer.ok || gone) return
        address = URL.createObjectURL(answer.body)
        setSource(address)
      },
      { rootMargin: '600px' },
    )
    watching.observe(place)
    return () => {
      gone = true
      watching.disconnect()
      if (address) URL.revokeObjectURL(address)
    }
  }, [place, page, token, pass, language])
  return (
    <div ref={setPlace}>
      {source ? <img src={source} alt={say('page.shared.page', { number: page })} /> : <p>{page}</p>}
    </div>
  )
}
