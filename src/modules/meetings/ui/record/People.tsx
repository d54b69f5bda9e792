import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import type { MeetingDetail, MeetingKeys } from '../words.ts'

const glyphs = { present: 'settled', absent: 'ended', unknown: 'open' } as const

/** Who takes part, and who was there. */
export function People({ detail }: { readonly detail: MeetingDetail }) {
  const say = useSay<MeetingKeys>()
  const { record, people } = detail
  const may = detail.can.some(({ command }) => command === 'meetings.add-attendee')
  const noted = people.some(one => one.presence !== 'unknown')
  return (
    <Section title={say('page.meeting.people')} count={people.length || null}>
      <ul className="meeting-rows">
        {people.map(one => (
          <li key={one.id}>
            <span className="what">{one.name}</span>
            {one.role === 'required' ? null : <span className="t3">{say(`choice.meetings.role.${one.role}`)}</span>}
            {one.email && !one.person ? <span className="t3">{one.email}</span> : null}
            {noted ? (
              <State glyph={glyphs[one.presence]}>{say(`choice.meetings.presence.${one.presence}`)}</State>
            ) : null}
            {may ? (
              <Button
                size="s"
                look="quiet"
                icon="x"
                aria-label={`${say('meetings.remove-attendee')}: ${one.name}`}
                onClick={() =>
                  openCommand({
                    command: 'meetings.remove-attendee',
                    input: { id: record.id, expectedVersion: record.version, attendeeId: one.id },
                    about: one.name,
                  })
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
