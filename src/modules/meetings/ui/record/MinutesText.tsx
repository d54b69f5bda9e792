import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { MeetingDetail, MeetingKeys, MinutesLine } from '../words.ts'

/** The minutes, to be read: under each item what was said, decided, and is to be done. */
export function MinutesText({ detail }: { readonly detail: MeetingDetail }) {
  const say = useSay<MeetingKeys>()
  const under = (itemId: string | null) => detail.lines.filter(line => line.itemId === itemId && line.text.trim())
  const known = new Set(detail.agenda.map(item => item.id))
  const loose = detail.lines.filter(line => (!line.itemId || !known.has(line.itemId)) && line.text.trim())
  return (
    <Section title={say('page.meeting.minutes')}>
      <Lines lines={loose} />
      {detail.agenda
        .filter(item => under(item.id).length > 0)
        .map(item => (
          <div key={item.id}>
            <b>
              {item.position}. {item.title}
            </b>
            <Lines lines={under(item.id)} />
          </div>
        ))}
    </Section>
  )
}

function Lines({ lines }: { readonly lines: readonly MinutesLine[] }) {
  const say = useSay<MeetingKeys>()
  const formats = useFormats()
  if (lines.length === 0) return null
  return (
    <div className="meeting-lines">
      {lines.map(line =>
        line.kind === 'note' ? (
          <p className="meeting-text" key={line.lineId}>
            {line.text}
          </p>
        ) : (
          <p className="meeting-text marked" key={line.lineId}>
            <span className="t3">
              {line.kind === 'decision'
                ? [say('page.minutes.decision'), line.number].filter(Boolean).join(' ')
                : [
                    say('page.minutes.action'),
                    line.owner?.title ?? line.who,
                    line.dueOn ? formats.weekday(line.dueOn) : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
            </span>
            {'\n'}
            {line.text}
          </p>
        ),
      )}
    </div>
  )
}
