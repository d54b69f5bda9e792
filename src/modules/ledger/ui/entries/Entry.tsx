import '../ledger.css'
import type { Can } from '../../../../web/answers.ts'
import { Button, ButtonLink } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { recordHref, usePermission, useRegistry } from '../../../../web/session.ts'
import { useParams } from '../../../../web/useAddress.ts'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { type BookKeys, type EntryDetail, entryGlyphs, voucherOf } from '../words.ts'
import { Postings } from './Postings.tsx'

export default function EntryPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<EntryDetail> query="ledger.get-entry" id={id}>
      {detail => <Entry detail={detail} key={id} />}
    </RecordOf>
  )
}

function Entry({ detail }: { readonly detail: EntryDetail }) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const mayPost = usePermission('ledger.post-entry')
  const { record } = detail
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.books'), href: '/books' }, { label: voucherOf(detail) }]}
      state={
        <State glyph={entryGlyphs[record.state]} loud>
          {say(`state.ledger-entry.${record.state}`)}
        </State>
      }
      figure={formats.money(detail.total)}
      due={formats.weekday(detail.on)}
      can={detail.can as readonly Can[]}
      facts={useFacts(detail)}
      side={
        <RecordSide
          id={record.id}
          documents={detail.documents}
          linked={[detail.source, detail.reversalOf, detail.reversedBy]}
        />
      }
    >
      <Postings detail={detail} />
      {mayPost ? (
        <p className="book-again">
          <ButtonLink look="quiet" icon="copy" href={`/books/new?from=${record.id}`}>
            {say('page.books.again')}
          </ButtonLink>
        </p>
      ) : null}
      <Items detail={detail} />
      <Spread detail={detail} />
    </RecordPage>
  )
}

function useFacts(detail: EntryDetail): readonly Fact[] {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const kinds = useRegistry()?.kinds
  const link = (one: { id: string; kind: string; title: string }) => (
    <Link href={recordHref(kinds, one.kind, one.id) ?? `/books/entries/${one.id}`}>{one.title}</Link>
  )
  const facts: (Fact | null)[] = [
    { label: say('page.books.voucher'), value: `${voucherOf(detail)} · ${say(`choice.book.${detail.book}`)}` },
    { label: say('field.ledger.on'), value: formats.weekday(detail.on) },
    detail.source ? { label: say('page.books.source'), value: link(detail.source) } : null,
    detail.reversalOf ? { label: say('page.books.reverses'), value: link(detail.reversalOf) } : null,
    detail.reversedBy ? { label: say('page.books.reversed-by'), value: link(detail.reversedBy) } : null,
    { label: say('page.books.posted-by'), value: detail.madeBy?.title ?? 'Kontor' },
    { label: say('page.books.posted-at'), value: formats.moment(detail.madeAt) },
    detail.imported ? { label: say('page.books.imported'), value: '✓' } : null,
  ]
  return facts.filter(fact => fact !== null)
}

function Items({ detail }: { readonly detail: EntryDetail }) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  if (detail.items.length === 0) return null
  return (
    <Section title={say('page.books.items')} count={detail.items.length}>
      <ul className="book-lines">
        {detail.items.map(item => (
          <li key={item.id}>
            <span className="what">{[item.partyName, item.number].filter(Boolean).join(' · ')}</span>
            <span className="t3">
              {say('page.books.items.left', {
                amount: formats.money(item.remaining),
                on: formats.day(item.dueOn),
              })}
            </span>
            <span className="num">{formats.money(item.amount)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Spread({ detail }: { readonly detail: EntryDetail }) {
  const say = useSay<BookKeys>()
  const formats = useFormats()
  const mayStop = usePermission('ledger.stop-accrual')
  if (detail.accruals.length === 0) return null
  const { id, version } = detail.record
  return (
    <Section title={say('page.books.spread')} count={detail.accruals.length}>
      <ul className="book-lines">
        {detail.accruals.map(one => (
          <li key={one.id}>
            <span className="what">{one.text}</span>
            <span className="t3">
              {one.nextOn && !one.stopped
                ? say('page.books.spread.left', {
                    amount: formats.money(one.remaining),
                    on: formats.day(one.nextOn),
                  })
                : say('page.books.spread.done')}
            </span>
            <span className="num">{formats.money(one.amount)}</span>
            {mayStop && one.nextOn && !one.stopped ? (
              <Button
                size="s"
                look="quiet"
                onClick={() =>
                  openCommand({
                    command: 'ledger.stop-accrual',
                    input: { id, expectedVersion: version, accrualId: one.id },
                    about: one.text,
                  })
                }
              >
                {say('ledger.stop-accrual')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
