import '../receivables.css'
import { useEffect, useMemo, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DateControl } from '../../../../web/kit/form/DateControl.tsx'
import { Field, TextField } from '../../../../web/kit/form/Field.tsx'
import { Finder } from '../../../../web/kit/form/Finder.tsx'
import { Icon } from '../../../../web/kit/Icon.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type {
  changeInvoice,
  changeQuote,
  changeRecurring,
  createInvoice,
  createQuote,
  createRecurring,
  getTerms,
  previewPaper,
} from '../../contract.ts'
import { Sheet } from '../Sheet.tsx'
import type { ContentGiven, InvoiceKeys, Invoicing } from '../words.ts'
import { Lines } from './Lines.tsx'
import { Schedule, type ScheduleFacts } from './Schedule.tsx'
import { type DraftLine, draftOf, figureOf, linesGiven, newLine } from './typed.ts'

/** As a query answers it: what is not given may be undefined. */
type Loose = { readonly [Key in keyof ContentGiven]?: ContentGiven[Key] | undefined }

export interface Started {
  readonly id?: string
  readonly version?: number
  readonly customer?: { readonly id: string; readonly title: string } | null
  readonly content: Loose
  readonly type: 'invoice' | 'credit-note' | 'quote' | 'recurring'
  /** Of what comes again. */
  readonly schedule?: ScheduleFacts
}

const places = {
  invoice: { path: '/invoices', noun: 'invoice', list: 'page.invoices', title: 'page.invoice.new' },
  'credit-note': { path: '/invoices', noun: 'invoice', list: 'page.invoices', title: 'page.invoice.new' },
  quote: { path: '/quotes', noun: 'quote', list: 'page.quotes', title: 'page.quote.new' },
  recurring: { path: '/recurring-invoices', noun: 'recurring', list: 'page.recurring', title: 'page.recurring.new' },
} as const

const asIs = (value: string): string => value
const texts = ['subject', 'yourReference', 'ourReference', 'orderNumber', 'currency', 'rate', 'discount'] as const
type Facts = Record<(typeof texts)[number] | 'issuedOn' | 'dueOn' | 'deliveredOn' | 'validUntil', string> & {
  intro: string
  closing: string
}

const startFacts = (content: Loose): Facts => ({
  subject: content.subject ?? '',
  yourReference: content.yourReference ?? '',
  ourReference: content.ourReference ?? '',
  orderNumber: content.orderNumber ?? '',
  currency: content.currency ?? '',
  rate: content.rate ?? '',
  discount: content.discount ?? '',
  issuedOn: content.issuedOn ?? '',
  dueOn: content.dueOn ?? '',
  deliveredOn: content.deliveredOn ?? '',
  validUntil: content.validUntil ?? '',
  intro: content.intro ?? '',
  closing: content.closing ?? '',
})

/** Lines at the left, the paper at the right as it will be; Ctrl+Enter saves. */
export function Editor({ started, invoicing }: { readonly started: Started; readonly invoicing: Invoicing }) {
  const say = useSay<InvoiceKeys>()
  const place = places[started.type]
  const [schedule, setSchedule] = useState(started.schedule)
  const [customer, setCustomer] = useState(started.customer ?? null)
  const [facts, setFacts] = useState(() => startFacts(started.content))
  const { data: terms } = useQuery<typeof getTerms>(
    'receivables.get-terms',
    { id: customer?.id ?? '' },
    { when: customer !== null },
  )
  const vatCode = terms?.terms.vatCode ?? invoicing.codes[0]?.code ?? ''
  const [lines, setLines] = useState<readonly DraftLine[]>(() =>
    started.content.lines?.length ? started.content.lines.map(draftOf) : [newLine({ vatCode })],
  )
  const content = useMemo(
    () => contentOf(facts, linesGiven(lines), started.type, started.content),
    [facts, lines, started.type, started.content],
  )
  const saving = useSaving(started, customer?.id, content, schedule)
  useHotkeys([{ keys: 'mod+enter', label: say('page.invoice.save'), run: () => void saving.save() }])
  const title = say(started.id ? 'page.invoice.edit' : place.title)
  const missing = whatLacks(customer !== null, content !== null, schedule)
  return (
    <Page title={title} crumbs={[{ label: say(place.list), href: place.path }, { label: title }]}>
      <div className="invoice-editor">
        <form
          noValidate
          onSubmit={event => {
            event.preventDefault()
            void saving.save()
          }}
        >
          <div className="invoice-fields">
            <CustomerField customer={customer} onPick={setCustomer} fixed={started.type === 'credit-note'} />
            <TextField
              label={say('field.receivables.subject')}
              value={facts.subject}
              maxLength={200}
              onChange={event => setFacts({ ...facts, subject: event.target.value })}
            />
          </div>
          {schedule ? <Schedule schedule={schedule} isNew={!started.id} onChange={setSchedule} /> : null}
          {invoicing.codes.length === 0 ? <p className="t2">{say('page.invoices.no-codes')}</p> : null}
          <Lines
            lines={lines}
            codes={invoicing.codes}
            vatCode={vatCode}
            again={schedule !== undefined}
            onChange={setLines}
          />
          <More facts={facts} type={started.type} onChange={setFacts} />
          {saving.refusal ? <Problem title={saving.refusal.message} todo={saving.refusal.todo} /> : null}
          <div className="invoice-foot">
            <Button look="primary" type="submit" keys="mod+enter" busy={saving.busy} refused={missing && say(missing)}>
              {say(schedule ? 'page.recurring.save' : 'page.invoice.save')}
            </Button>
          </div>
        </form>
        <Preview type={started.type} customerId={customer?.id} content={content} schedule={schedule} />
      </div>
    </Page>
  )
}

/** Why it cannot be saved yet. */
function whatLacks(hasCustomer: boolean, isReadable: boolean, schedule: ScheduleFacts | undefined) {
  if (!hasCustomer) return 'page.invoice.pick-customer'
  if (!isReadable) return 'refusal.invoice-figure-not-possible'
  return schedule && !schedule.on ? 'refusal.turn-in-the-past.todo' : undefined
}

function contentOf(
  facts: Facts,
  lines: ReturnType<typeof linesGiven>,
  type: Started['type'],
  before: Loose,
): ContentGiven | null {
  if (!lines) return null
  const given = (text: string) => text.trim() || null
  const [discount, rate] = [given(facts.discount), given(facts.rate)]
  if ((discount && figureOf(discount) === null) || (rate && figureOf(rate) === null)) return null
  const currency = facts.currency.trim().toUpperCase()
  if (currency && !/^[A-Z]{3}$/.test(currency)) return null
  return {
    ...(before.language ? { language: before.language } : {}),
    subject: given(facts.subject),
    yourReference: given(facts.yourReference),
    ourReference: given(facts.ourReference),
    orderNumber: given(facts.orderNumber),
    discount: discount && figureOf(discount),
    ...(currency ? { currency } : {}),
    intro: facts.intro,
    closing: facts.closing,
    lines,
    ...(type === 'quote' ? { validUntil: given(facts.validUntil) } : {}),
    ...(type === 'invoice' || type === 'credit-note'
      ? {
          issuedOn: given(facts.issuedOn),
          dueOn: given(facts.dueOn),
          deliveredOn: given(facts.deliveredOn),
          rate: rate && figureOf(rate),
        }
      : {}),
  }
}

/** The schedule as the wire takes it; days and rhythm only where they were moved, as giving them begins the count anew. */
function scheduleGiven(schedule: ScheduleFacts | undefined, was: ScheduleFacts | undefined, isNew: boolean) {
  if (!schedule) return {}
  const { rhythm, on, untilOn, period, way } = schedule
  const moved = rhythm !== was?.rhythm || on !== was.on
  return {
    untilOn: untilOn || null,
    period,
    way,
    ...(isNew ? { rhythm, firstOn: on } : moved ? { rhythm, nextOn: on } : {}),
  }
}

function useSaving(
  started: Started,
  customerId: string | undefined,
  content: ContentGiven | null,
  schedule: ScheduleFacts | undefined,
) {
  const go = useGo()
  const { noun, path } = places[started.type]
  const quiet = { quiet: true }
  const create = useCommand<typeof createInvoice | typeof createQuote | typeof createRecurring>(
    `receivables.create-${noun}`,
    quiet,
  )
  const change = useCommand<typeof changeInvoice | typeof changeQuote | typeof changeRecurring>(
    `receivables.change-${noun}`,
    quiet,
  )
  const { answer } = started.id ? change : create
  const save = async () => {
    if (!customerId || !content || create.busy || change.busy) return
    const { id, version } = started
    const done = id
      ? await change.run({
          id,
          ...(version === undefined ? {} : { expectedVersion: version }),
          ...(started.type === 'credit-note' ? {} : { customerId }),
          ...content,
          ...scheduleGiven(schedule, started.schedule, false),
        })
      : await create.run({ customerId, ...content, ...scheduleGiven(schedule, undefined, true) } as never)
    if (done.status === 'done') go(`${path}/${(done.output as { id: string }).id}`)
  }
  return { save, busy: create.busy || change.busy, refusal: answer?.status === 'refused' ? answer.refusal : null }
}

function CustomerField({
  customer,
  onPick,
  fixed,
}: {
  readonly customer: Started['customer']
  readonly onPick: (customer: { id: string; title: string } | null) => void
  readonly fixed: boolean
}) {
  const say = useSay<InvoiceKeys>()
  return (
    <Field label={say('field.receivables.customerId')}>
      {control =>
        customer ? (
          <button type="button" className="chosen" {...control} disabled={fixed} onClick={() => onPick(null)}>
            <Icon name="building" small />
            <span className="clip">{customer.title}</span>
            <Icon name="x" small />
          </button>
        ) : (
          <Finder
            control={control}
            query="directory.list-parties"
            kind="organisation"
            icon="building"
            autoFocus
            onPick={option => onPick({ id: option.id, title: option.title })}
          />
        )
      }
    </Field>
  )
}

const invoiceDays = ['issuedOn', 'dueOn', 'deliveredOn'] as const
const daysOf = { invoice: invoiceDays, 'credit-note': invoiceDays, quote: ['validUntil'], recurring: [] } as const

function More({
  facts,
  type,
  onChange,
}: {
  readonly facts: Facts
  readonly type: Started['type']
  readonly onChange: (facts: Facts) => void
}) {
  const say = useSay<InvoiceKeys>()
  const days = daysOf[type]
  const dated = type === 'invoice' || type === 'credit-note'
  const fields = texts.filter(name => name !== 'subject' && (name !== 'rate' || (dated && facts.currency.trim())))
  return (
    <details>
      <summary>{say('page.invoice.more')}</summary>
      <div className="invoice-fields">
        {fields.map(name => (
          <TextField
            key={name}
            label={say(`field.receivables.${name}`)}
            value={facts[name]}
            onChange={event => onChange({ ...facts, [name]: event.target.value })}
          />
        ))}
        {days.map(name => (
          <DateControl
            key={name}
            label={say(`field.receivables.${name}`)}
            schema={{}}
            words={asIs}
            value={facts[name] || undefined}
            onChange={value => onChange({ ...facts, [name]: typeof value === 'string' ? value : '' })}
          />
        ))}
      </div>
      {(['intro', 'closing'] as const).map(name => (
        <Field key={name} label={say(`field.receivables.${name}`)}>
          {control => (
            <textarea
              className="input"
              rows={2}
              {...control}
              maxLength={2000}
              value={facts[name]}
              onChange={event => onChange({ ...facts, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </details>
  )
}

/** While one types the paper waits a moment: it is summed up at the server, as it will be issued. */
const waits_ms = 250

function Preview({
  type,
  customerId,
  content,
  schedule,
}: {
  readonly type: Started['type']
  readonly customerId: string | undefined
  readonly content: ContentGiven | null
  readonly schedule: ScheduleFacts | undefined
}) {
  const say = useSay<InvoiceKeys>()
  const [shown, setShown] = useState(content)
  useEffect(() => {
    const timer = setTimeout(() => {
      if (content) setShown(content)
    }, waits_ms)
    return () => clearTimeout(timer)
  }, [content])
  const ready = customerId !== undefined && shown !== null
  const { data, error } = useQuery<typeof previewPaper>(
    'receivables.preview-paper',
    {
      type: type === 'recurring' ? 'invoice' : type,
      customerId: customerId ?? '',
      content: shown ?? {},
      ...(schedule?.on ? { turn: { on: schedule.on, rhythm: schedule.rhythm, period: schedule.period } } : {}),
    },
    { when: ready, keep: true },
  )
  if (!customerId) return <p className="t2">{say('page.invoice.pick-customer')}</p>
  if (error?.refusal) return <Problem title={error.refusal.message} todo={error.refusal.todo} />
  return data ? <Sheet paper={data} /> : null
}
