import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import type { changeItem } from '../../contract.ts'
import type { AgendaItem, MeetingDetail, MeetingKeys } from '../words.ts'

/** The agenda, with what each item is for; moved by buttons, so that no mouse is needed. */
export function Agenda({ detail }: { readonly detail: MeetingDetail }) {
  const say = useSay<MeetingKeys>()
  const formats = useFormats()
  const { agenda } = detail
  const may = detail.can.some(({ command }) => command === 'meetings.add-item')
  const sum = agenda.reduce((all, item) => all + (item.minutes ?? 0), 0)
  return (
    <Section
      title={say('page.meetings.agenda')}
      count={agenda.length || null}
      more={sum > 0 ? say('page.meeting.agenda.sum', { minutes: formats.minutes(sum) }) : undefined}
    >
      {agenda.length === 0 ? <p className="t3">{say('page.meeting.agenda.empty')}</p> : null}
      <ol className="meeting-rows">
        {agenda.map((item, at) => (
          <li key={item.id}>
            <span className="n">{at + 1}</span>
            <b className="what">{item.title}</b>
            <span className="t2">{aboutOf(item, say, formats.minutes).join(' · ')}</span>
            {may ? <Moves detail={detail} item={item} last={at === agenda.length - 1} /> : null}
            {item.note ? <p className="under">{item.note}</p> : null}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function aboutOf(
  item: AgendaItem,
  say: ReturnType<typeof useSay<MeetingKeys>>,
  minutes: (count: number) => string,
): string[] {
  return [
    say(`choice.meetings.kind.${item.kind}`),
    item.owner?.title ?? '',
    item.minutes ? minutes(item.minutes) : '',
    item.carried ? say('page.meeting.carried') : item.standing ? say('page.meeting.standing') : '',
  ].filter(Boolean)
}

function Moves({
  detail,
  item,
  last,
}: {
  readonly detail: MeetingDetail
  readonly item: AgendaItem
  readonly last: boolean
}) {
  const say = useSay<MeetingKeys>()
  const change = useCommand<typeof changeItem>('meetings.change-item')
  const input = { id: detail.record.id, expectedVersion: detail.record.version, itemId: item.id }
  const move = (position: number) => void change.run({ ...input, position })
  return (
    <span className="meeting-ends">
      <Button
        size="s"
        look="quiet"
        icon="arrow-up"
        aria-label={`${say('page.meeting.up')}: ${item.title}`}
        busy={change.busy}
        style={item.position === 1 ? { visibility: 'hidden' } : undefined}
        onClick={() => move(item.position - 1)}
      />
      <Button
        size="s"
        look="quiet"
        icon="arrow-down"
        aria-label={`${say('page.meeting.down')}: ${item.title}`}
        busy={change.busy}
        style={last ? { visibility: 'hidden' } : undefined}
        onClick={() => move(item.position + 1)}
      />
      <Button
        size="s"
        icon="edit"
        aria-label={`${say('meetings.change-item')}: ${item.title}`}
        onClick={() =>
          openCommand({
            command: 'meetings.change-item',
            input: {
              ...input,
              title: item.title,
              kind: item.kind,
              minutes: item.minutes,
              note: item.note,
              standing: item.standing,
              ...(item.owner ? { ownerId: item.owner.id } : {}),
            },
            about: item.title,
          })
        }
      />
      <Button
        size="s"
        look="quiet"
        icon="trash"
        aria-label={`${say('meetings.remove-item')}: ${item.title}`}
        onClick={() => openCommand({ command: 'meetings.remove-item', input, about: item.title })}
      />
    </span>
  )
}
