import '../outings.css'
import { useState } from 'react'
import { Empty } from '../../../../web/kit/Empty.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { RecordOf } from '../../../../web/kit/record/RecordPage.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import type { checkIn } from '../../contract.ts'
import type { OutingDetail, OutingKeys } from '../words.ts'

export default function DoorPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<OutingDetail> query="outings.get-outing" id={id}>
      {detail => <Door detail={detail} />}
    </RecordOf>
  )
}

/** The list at the door, for the phone: find a name, tick it off. */
function Door({ detail }: { readonly detail: OutingDetail }) {
  const say = useSay<OutingKeys>()
  const formats = useFormats()
  const [find, setFind] = useState('')
  const tick = useCommand<typeof checkIn>('outings.check-in', { quiet: true })
  const coming = detail.registrations.filter(one => one.answer === 'coming')
  const shown = coming
    .filter(one => one.name.toLowerCase().includes(find.trim().toLowerCase()))
    .toSorted((a, b) => a.name.localeCompare(b.name))
  const heads = (some: typeof coming) => some.reduce((sum, one) => sum + 1 + one.guests, 0)
  return (
    <Page
      title={say('page.outing.door')}
      crumbs={[
        { label: say('page.outings'), href: '/outings' },
        { label: detail.record.title, href: `/outings/${detail.record.id}` },
      ]}
      beside={say('page.door.here', { here: heads(coming.filter(one => one.checkedInAt)), count: heads(coming) })}
    >
      <div className="outing-door">
        {coming.length === 0 ? (
          <Empty text={say('page.door.empty')} />
        ) : (
          <input
            className="input"
            type="search"
            aria-label={say('page.door.find')}
            placeholder={say('page.door.find')}
            value={find}
            onChange={event => setFind(event.target.value)}
          />
        )}
        <ul className="outing-rows">
          {shown.map(one => (
            <li key={one.id}>
              <label className="tick">
                <input
                  type="checkbox"
                  checked={one.checkedInAt !== null}
                  onChange={event =>
                    void tick.run({ id: detail.record.id, registrationId: one.id, here: event.target.checked })
                  }
                />
                <span>
                  {one.name}
                  {one.guests > 0 ? ` ${say('page.outing.with', { count: one.guests })}` : ''}
                </span>
              </label>
              {one.checkedInAt ? <span className="t3">{formats.time(one.checkedInAt)}</span> : null}
            </li>
          ))}
        </ul>
      </div>
    </Page>
  )
}
