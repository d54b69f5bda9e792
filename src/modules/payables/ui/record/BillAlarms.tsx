import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Alarm } from '../../../../web/kit/record/Alarm.tsx'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { usePermission } from '../../../../web/session.ts'
import type { BillDetail, BillKeys } from '../words.ts'

type Found = BillDetail['alarms'][number]

/** What is doubtful, in plain words, the gravest first; what was settled stands quiet beneath. */
export function BillAlarms({ detail }: { readonly detail: BillDetail }) {
  const open = detail.alarms.filter(({ settledAt }) => settledAt === null)
  const settled = detail.alarms.filter(({ settledAt }) => settledAt !== null)
  const isOpen = detail.record.state !== 'paid' && detail.record.state !== 'withdrawn'
  if (!isOpen || detail.alarms.length === 0) return null
  return (
    <div className="bill-alarms">
      {open.map(alarm => (
        <One key={alarm.rule} alarm={alarm} detail={detail} />
      ))}
      {settled.map(alarm => (
        <Settled key={alarm.rule} alarm={alarm} />
      ))}
    </div>
  )
}

const text = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value ?? ''))

/** The data of an alarm as words have it: days and sums written as here. */
function useParamsOf(): (alarm: Found) => Record<string, string> {
  const formats = useFormats()
  return ({ data }) => ({
    ...Object.fromEntries(Object.entries(data).map(([name, value]) => [name, text(value)])),
    ...(typeof data['on'] === 'string' ? { on: formats.day(data['on']) } : {}),
    ...(typeof data['usual'] === 'string' && typeof data['currency'] === 'string' && /^\d/.test(data['usual'])
      ? { usual: formats.money({ amount: data['usual'], currency: data['currency'] }) }
      : {}),
    ...(typeof data['expected'] === 'string' ? { expected: `${data['expected']} ${text(data['currency'])}` } : {}),
  })
}

function One({ alarm, detail }: { readonly alarm: Found; readonly detail: BillDetail }) {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const params = useParamsOf()(alarm)
  const changed = alarm.rule === 'account-changed'
  const other = typeof alarm.data['id'] === 'string' ? alarm.data['id'] : null
  const country = params['country']
  const countryName = new Intl.DisplayNames([useLanguage()], { type: 'region' })
  const signs = [
    ...(changed && country ? [say('page.bill.abroad', { country: countryName.of(country) ?? country })] : []),
    ...(alarm.rule === 'reminded' && alarm.data['alone'] ? [say('page.bill.alone')] : []),
    ...(other
      ? [<Link key={other} href={`/bills/${other}`}>{`${params['number'] ?? ''} ${params['on'] ?? ''}`}</Link>]
      : []),
  ]
  return (
    <Alarm
      title={say(`alarm.${alarm.rule}`, params)}
      found={say('page.bill.found', { on: formats.moment(alarm.foundAt) })}
      {...(changed
        ? {
            swap: {
              before: [say('page.bill.before'), params['known'] ?? ''] as const,
              after: [say('page.bill.now'), params['account'] ?? ''] as const,
            },
          }
        : {})}
      signs={signs}
      footer={<Foot alarm={alarm} detail={detail} />}
    />
  )
}

function Foot({ alarm, detail }: { readonly alarm: Found; readonly detail: BillDetail }) {
  const say = useSay<BillKeys>()
  const changed = alarm.rule === 'account-changed'
  const command = changed ? 'payables.confirm-account' : 'payables.settle-alarm'
  const may = usePermission(command)
  const numbers = detail.phones.map(({ number }) => number).join(', ')
  const { id, version, title } = detail.record
  return (
    <div className="foot">
      <span>
        {say(`alarm.${alarm.rule}.todo`)}{' '}
        {changed ? (numbers ? say('page.bill.ring', { numbers }) : say('page.bill.no-number')) : null}
      </span>
      {may ? (
        <Button
          icon={changed ? 'phone' : 'check'}
          onClick={() =>
            openCommand({
              command,
              input: { id, expectedVersion: version, ...(changed ? {} : { rule: alarm.rule }) },
              about: title,
            })
          }
        >
          {say(command)}
        </Button>
      ) : null}
    </div>
  )
}

function Settled({ alarm }: { readonly alarm: Found }) {
  const say = useSay<BillKeys>()
  const params = useParamsOf()(alarm)
  return (
    <p className="t3">
      {say(`alarm.${alarm.rule}`, params)} ·{' '}
      {say('page.bill.settled', { name: alarm.settledBy?.title ?? '–', said: alarm.said ?? '–' })}
    </p>
  )
}
