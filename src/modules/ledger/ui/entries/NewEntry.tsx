import '../ledger.css'
import { useEffect, useMemo, useState } from 'react'
import type { CommandAnswer, WireMoney } from '../../../../web/answers.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { TextField } from '../../../../web/kit/form/Field.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem, QueryProblem } from '../../../../web/kit/Problem.tsx'
import { PageSkeleton } from '../../../../web/kit/Skeleton.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useSearch } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type {
  getEntry,
  getSettings,
  listAccounts,
  listDimensions,
  listEntries,
  listVatCodes,
  postEntry,
} from '../../contract.ts'
import { type BookKeys, type EntryDetail, voucherOf } from '../words.ts'
import { decimalOf, type DraftLine, emptyLine, linesOf, sumsOf } from './draft.ts'
import { Grid } from './Grid.tsx'
import { DayField } from '../DayField.tsx'

/** An entry by hand, made for the keyboard: account, tab, amount, tab; `=` puts in what is missing, Ctrl+Enter posts. */
export default function NewEntry() {
  const [search] = useSearch()
  const from = search['from']
  const settings = useQuery<typeof getSettings>('ledger.get-settings', {})
  const { data: copied, isError } = useQuery<typeof getEntry>(
    'ledger.get-entry',
    { id: from ?? '' },
    { when: Boolean(from) },
  )
  if (settings.isError) return <QueryProblem fault={settings.error} again={() => void settings.refetch()} />
  if (!settings.data || (from && !copied && !isError)) return <PageSkeleton />
  return <EntryForm key={from ?? ''} currency={settings.data.currency} copied={from ? copied : undefined} />
}

const startLines = (copied: EntryDetail | undefined, written: (money: WireMoney) => string): DraftLine[] =>
  copied
    ? copied.postings
        .filter(({ vatPart, foreign }) => (vatPart === null || vatPart === 'base') && foreign === null)
        .map(posting => {
          const { amount, currency } = posting.amount
          const size = written({ amount: amount.replace('-', ''), currency })
          const side = amount.startsWith('-') ? { credit: size } : { debit: size }
          return {
            ...emptyLine(),
            account: `${posting.account} ${posting.accountName}`,
            vatCode: posting.vatCode ?? '',
            dimensions: posting.dimensions,
            ...side,
          }
        })
    : [emptyLine(), emptyLine()]

function EntryForm({ currency, copied }: { readonly currency: string; readonly copied: EntryDetail | undefined }) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const go = useGo()
  const [on, setOn] = useState<string | undefined>(formats.today())
  const [text, setText] = useState(copied?.text ?? '')
  const [lines, setLines] = useState<readonly DraftLine[]>(() => startLines(copied, formats.amount))
  const { data: accounts } = useQuery<typeof listAccounts>('ledger.list-accounts', { limit: 2000 })
  const { data: codes } = useQuery<typeof listVatCodes>('ledger.list-vat-codes', {})
  const { data: dimensions } = useQuery<typeof listDimensions>('ledger.list-dimensions', {})
  const byCode = useMemo(() => new Map((codes?.rows ?? []).map(code => [code.code, code])), [codes])
  const sums = sumsOf(lines, byCode, currency)
  const ready = linesOf(lines, currency)
  const post = useCommand<typeof postEntry>('ledger.post-entry', { quiet: true })
  const send = async () => {
    if (!ready || !on || !text.trim() || post.busy) return
    const answer = await post.run({ on, text: text.trim(), lines: ready })
    if (answer.status === 'done') go(`/books/entries/${answer.output.id}`)
    else if (answer.status === 'asked') go(`/approvals/${answer.approval.id}`)
  }
  useHotkeys([{ keys: 'mod+enter', label: say('page.books.new.post'), run: () => void send() }])
  // the next line stands ready as soon as the last one is begun
  useEffect(() => {
    const last = lines.at(-1)
    if (codes && last?.account && (last.debit || last.credit) && sums.difference !== 0n)
      setLines([...lines, emptyLine()])
  }, [lines, codes, sums.difference])
  return (
    <Page
      title={say('page.books.new')}
      crumbs={[{ label: say('page.books'), href: '/books' }, { label: say('page.books.new') }]}
      end={<AsLast />}
    >
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void send()
        }}
      >
        <div className="book-head">
          <DayField label={say('field.ledger.on')} value={on} onChange={setOn} />
          <TextField
            label={say('field.ledger.text')}
            value={text}
            maxLength={300}
            autoComplete="off"
            autoFocus
            onChange={event => setText(event.target.value)}
          />
        </div>
        <Grid
          lines={lines}
          accounts={accounts?.rows ?? []}
          codes={codes?.rows ?? []}
          dimensions={(dimensions?.rows ?? []).filter(({ values }) => values.some(({ inUse }) => inUse))}
          missing={sums.difference}
          currency={currency}
          onChange={setLines}
        />
        <div className="book-foot">
          <Button size="s" look="quiet" icon="plus" onClick={() => setLines([...lines, emptyLine()])}>
            {say('page.books.new.add')}
          </Button>
          <span className="t3">
            {sums.tax === 0n
              ? say('page.books.new.rest')
              : say('page.books.new.tax', {
                  amount: formats.money({ amount: decimalOf(sums.tax, currency), currency }),
                })}
          </span>
          <span className="difference" aria-live="polite">
            {sums.difference === 0n
              ? say('page.books.new.balanced')
              : `${say('page.books.new.difference')} ${formats.money({ amount: decimalOf(sums.difference, currency), currency })}`}
          </span>
        </div>
        <Refused answer={post.answer} />
        <div className="book-send">
          <Button
            look="primary"
            type="submit"
            keys="mod+enter"
            busy={post.busy}
            refused={
              !ready || !text.trim() || !on
                ? say('page.books.new.few')
                : sums.difference !== 0n
                  ? `${say('page.books.new.difference')} ${formats.money({ amount: decimalOf(sums.difference, currency), currency })}`
                  : undefined
            }
          >
            {say('page.books.new.post')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

function Refused({ answer }: { readonly answer: CommandAnswer | null }) {
  const say = useSay()
  if (answer?.status === 'refused') return <Problem title={answer.refusal.message} todo={answer.refusal.todo} />
  return answer?.status === 'offline' ? <Problem title={say('notice.offline')} /> : null
}

/** The newest entry by hand, to write the same again. */
function AsLast() {
  const say = useSay<BookKeys>()
  const { data: settings } = useQuery<typeof getSettings>('ledger.get-settings', {})
  const code = settings?.series.find(({ book }) => book === 'general')?.code
  const { data } = useQuery<typeof listEntries>(
    'ledger.list-entries',
    { series: [code ?? 'A'], limit: 1 },
    { when: Boolean(code) },
  )
  const last = data?.rows[0]
  if (!last) return null
  return (
    <ButtonLink look="quiet" icon="copy" href={`/books/new?from=${last.id}`}>
      {say('page.books.new.last')} ({voucherOf(last)})
    </ButtonLink>
  )
}
