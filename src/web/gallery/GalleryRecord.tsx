import type { Can } from '../answers.ts'
import { Button } from '../kit/Button.tsx'
import { Alarm } from '../kit/record/Alarm.tsx'
import { type Fact, RecordPage } from '../kit/record/RecordPage.tsx'
import { Happened, Links, Papers } from '../kit/record/Side.tsx'
import { Steps } from '../kit/record/Steps.tsx'
import { Section } from '../kit/SectionHead.tsx'
import { State } from '../kit/State.tsx'
import type { Happening } from '../kit/Timeline.tsx'
import { Rich, useFormats } from '../language/Say.tsx'
import { Link } from '../Link.tsx'
import { Example } from './Example.tsx'

const id = '00000000-0000-4000-8000-000000000412'
const record = { id, kind: 'kit-bill', title: 'Hisings Ventilation AB', class: 1, version: 3, state: 'waits' }

const can: readonly Can[] = [
  { command: 'kit.verify-account', input: { id }, primary: true },
  { command: 'kit.approve-bill', input: { id } },
  { command: 'kit.refuse-bill', input: { id } },
  { command: 'kit.write-to-sender', input: { id } },
  { command: 'kit.file-elsewhere', input: { id } },
  {
    command: 'kit.schedule-payment',
    input: { id },
    refusedBecause: { name: 'account-not-verified', message: 'account not verified yet' },
  },
]

const at = (day: number, time: string) => `2026-11-${day}T${time}:00+01:00`

const happenings: readonly Happening[] = [
  { id: '1', at: at(24, '08:00'), icon: 'list-check', text: 'Task to call them moved up your desk' },
  {
    id: '2',
    at: at(23, '16:12'),
    icon: 'mail',
    who: 'Maria',
    text: 'asked faktura@hisingsvent.example about the account',
    detail: 'no answer yet',
  },
  { id: '3', at: at(23, '09:05'), icon: 'check', who: 'Per-Olof', text: 'received the work, 14 h' },
  {
    id: '4',
    at: at(20, '15:40'),
    icon: 'edit',
    who: 'Maria',
    text: 'confirmed the fields, corrected the due date',
    detail: '20 → 27 Nov',
  },
  { id: '5', at: at(20, '14:03'), icon: 'flag', text: 'Alarm: bank account changed', detail: 'payment blocked' },
  { id: '6', at: at(20, '14:03'), icon: 'scan', text: 'Read', detail: '13 of 14 fields sure' },
  { id: '7', at: at(20, '14:02'), icon: 'mail', text: 'Arrived from ekonomi@hisings-vent.example' },
]

const links = [
  { id: 'a', icon: 'building', title: 'Hisings Ventilation AB', href: '/kit/record', detail: '15 bills' },
  { id: 'b', icon: 'package', title: 'Order 1167, filters and service', href: '/kit/record', detail: '12 Oct' },
  { id: 'c', icon: 'tool', title: 'Work order 318, floor 3', href: '/kit/record', detail: 'done' },
  { id: 'd', icon: 'file-text', title: 'Service contract 2025–2027', href: '/kit/record', detail: 'to 30 Jun' },
  { id: 'e', icon: 'wallet', title: 'Last payment, 25 Sep', href: '/kit/record', detail: '−12\u00a0475,00', out: true },
  { id: 'f', icon: 'list-check', title: 'Call about the bank account', href: '/kit/record', detail: 'yours' },
]

const rows: readonly (readonly string[])[] = [
  ['Filter change, air handling units', '3', '3', '3 pcs', '4850.00', '14550.00'],
  ['Adjusting air flow, floor 3', '12', '14', '14 h', '895.00', '12530.00'],
  ['Fan motor EC 2,4 kW', '1', '1', '1 pc', '9970.00', '9970.00'],
  ['Travel, service van', '–', '4', '4', '400.00', '1600.00'],
]

export default function GalleryRecord() {
  return (
    <Example>
      <Bill />
    </Example>
  )
}

function Bill() {
  const formats = useFormats()
  const facts: readonly Fact[] = [
    { label: 'Billed on', value: formats.fullDay('2026-10-28') },
    { label: 'Arrived', value: '20 Nov 14:02, mail' },
    { label: 'Reference', value: '8812700261' },
    { label: 'For', value: 'Ventilation, floors 1–3' },
    { label: 'Account', value: '5170 Repairs of premises' },
    { label: 'VAT to reclaim', value: formats.money({ amount: '9662.50', currency: 'SEK' }) },
    { label: 'Cost centre', value: 'House' },
    { label: 'Period', value: 'November 2026, open' },
  ]
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: 'Kit', href: '/kit' }, { label: 'Bills', href: '/kit/list' }, { label: '2026-0412' }]}
      state={
        <>
          <State glyph="waits">Waits for approval</State>
          <State glyph="blocked" loud>
            Payment blocked
          </State>
          <span>Supplier’s number 88214</span>
        </>
      }
      figure={
        <>
          {formats.amount({ amount: '48312.50', currency: 'SEK' })}
          <small>SEK</small>
        </>
      }
      due={<Rich>{`Due **${formats.weekday('2026-11-27')}**, ${formats.relative('2026-11-27')}`}</Rich>}
      can={can}
      alarm={<BankAccountAlarm />}
      facts={facts}
      side={
        <>
          <Papers
            more={<Link href="/kit/list">Open beside</Link>}
            papers={[
              {
                id: 'p',
                name: 'Faktura_88214.pdf',
                href: '/kit/list',
                lines: [`1 page · ${formats.size(84_000)}`, 'Filed under 3.2 Supplier bills, kept until 31 Dec 2033'],
              },
            ]}
          />
          <Links links={links} />
          <Happened happenings={happenings} />
        </>
      }
    >
      <Section title="Approval" count="2 of 4">
        <Steps
          steps={[
            { title: 'Fields confirmed', glyph: 'done', lines: ['Maria Lindqvist', '20 Nov 15:40'] },
            { title: 'Work received', glyph: 'done', lines: ['Per-Olof Gran', '23 Nov 09:05'] },
            {
              title: 'Cost approved',
              glyph: 'half',
              lines: ['Ingrid Tveit, or you for her', 'above your own 25 000 SEK'],
            },
            {
              title: 'Payment released',
              glyph: 'draft',
              lines: ['Maria prepares, Johan releases', 'two people, always'],
            },
          ]}
        />
      </Section>
      <Lines />
    </RecordPage>
  )
}

function BankAccountAlarm() {
  return (
    <Alarm
      title="Bank account changed since the last bill"
      found="found 20 Nov 14:03"
      swap={{
        before: ['On the last 14 bills, since 2019', 'Bankgiro 5128-4412'],
        after: ['On this bill, never seen before', 'LT77 3990 0014 8223 0517'],
      }}
      signs={[
        'The account is in Lithuania; every earlier payment went to Sweden',
        <Rich key="from">
          {'Sent from **ekonomi@hisings-vent.example**; all earlier bills came from faktura@hisingsvent.example'}
        </Rich>,
      ]}
      footer={
        <>
          <p>
            <Rich>
              {'Ask Birgitta Löf on the number you had before, **031-390 06 14**. The one on the bill is new too.'}
            </Rich>
          </p>
          <Button icon="phone">Call her</Button>
        </>
      }
    />
  )
}

function Lines() {
  const formats = useFormats()
  const sek = (amount: string) => formats.amount({ amount, currency: 'SEK' })
  return (
    <Section title="Lines" count={rows.length} more="compared with order 1167 and work order 318" bare>
      <table className="tbl">
        <thead>
          <tr>
            <th>What</th>
            <th className="n wide">Ordered</th>
            <th className="n wide">Done</th>
            <th className="n">Billed</th>
            <th className="n wide">Price</th>
            <th className="n">Amount, SEK</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what = '', ordered, done, billed, price = '0', amount = '0']) => (
            <tr key={what}>
              <td>{what}</td>
              <td className="n wide">{ordered}</td>
              <td className="n wide">{done}</td>
              <td className="n">{billed}</td>
              <td className="n wide">{sek(price)}</td>
              <td className="n">{sek(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
