import './announcement.css'
import { useEffect, useRef, useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { Alarm } from '../../../../web/kit/record/Alarm.tsx'
import { type Fact, Facts, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getAnnouncement, openAnnouncement } from '../../contract.ts'
import { type AnnouncementDetail, type AnnouncementKeys, stateGlyphs } from '../words.ts'
import { Questions } from './Questions.tsx'
import { ReadingSide } from './ReadingSide.tsx'

const keys = {
  'announcements.confirm-read': 'e',
  'announcements.report-done': 'd',
  'announcements.publish-announcement': 'shift+p',
}

export default function AnnouncementPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<AnnouncementDetail> query="announcements.get-announcement" id={id}>
      {detail => <Announcement detail={detail} key={id} />}
    </RecordOf>
  )
}

/** Opening the page is opening the announcement; said once for each version of it. */
function useOpened({ record, isAuthor, publishedAt, mine, edition }: AnnouncementDetail): void {
  const { run } = useCommand<typeof openAnnouncement>('announcements.open-announcement', { quiet: true })
  const told = useRef(0)
  const unseen = publishedAt !== null && !isAuthor && mine?.openedEdition !== edition
  useEffect(() => {
    if (!unseen || told.current === edition) return
    told.current = edition
    void run({ id: record.id })
  }, [unseen, edition, record.id, run])
}

function Announcement({ detail: own }: { readonly detail: AnnouncementDetail }) {
  const say = useSay<AnnouncementKeys>()
  const formats = useFormats()
  const [language, setLanguage] = useState<AnnouncementDetail['language'] | null>(null)
  const other = useQuery<typeof getAnnouncement>(
    'announcements.get-announcement',
    { id: own.record.id, ...(language ? { language } : {}) },
    { when: language !== null },
  )
  // what had changed when the page was opened stays marked while one reads
  const [first] = useState(own)
  const detail = (language && other.data) || own
  useOpened(own)
  const { record } = detail
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.announcements'), href: '/announcements' }]}
      state={
        <>
          <State glyph={stateGlyphs[record.state]} loud>
            {say(`state.announcement.${record.state}`)}
          </State>
          <span>{say(`choice.kind.${detail.kind}`)}</span>
          {detail.mine?.answeredAt && detail.kind === 'order' ? (
            <span>{say('page.announcement.you-reported', { at: formats.moment(detail.mine.answeredAt) })}</span>
          ) : detail.mine?.readAt && detail.kind !== 'request' ? (
            <span>{say('page.announcement.read', { at: formats.moment(detail.mine.readAt) })}</span>
          ) : null}
        </>
      }
      due={detail.answerBy ? say('page.announcements.answer-by', { on: formats.weekday(detail.answerBy) }) : null}
      can={detail.can.filter(({ command }) => command !== 'announcements.change-announcement') as readonly Can[]}
      keys={keys}
      alarm={<Notice detail={detail} />}
      facts={useFacts(detail)}
      side={<ReadingSide detail={detail} />}
    >
      <EditDoor detail={own} />
      {detail.languages.length > 1 ? (
        <nav className="announcement-languages" aria-label={say('page.announcement.language')}>
          {detail.languages.map(one => (
            <button
              key={one}
              type="button"
              className="link"
              aria-pressed={one === detail.language}
              onClick={() => setLanguage(one)}
            >
              {new Intl.DisplayNames([one], { type: 'language' }).of(one)}
            </button>
          ))}
        </nav>
      ) : null}
      <div className="announcement-text" lang={detail.language}>
        {detail.body}
      </div>
      <Corrections detail={first.edition === own.edition ? first : own} />
      {detail.mine?.report ? (
        <Section title={say('page.announcement.report')}>
          <p className="announcement-text">{detail.mine.report}</p>
        </Section>
      ) : null}
      {detail.questions.length ? <Questions detail={detail} /> : null}
      {own.receipts ? <Receipts detail={own} /> : null}
    </RecordPage>
  )
}

function EditDoor({ detail }: { readonly detail: AnnouncementDetail }) {
  const say = useSay<AnnouncementKeys>()
  if (!detail.can.some(({ command }) => command === 'announcements.change-announcement')) return null
  return (
    <div>
      <ButtonLink icon="edit" href={`/announcements/${detail.record.id}/write`}>
        {say('page.announcement.edit')}
      </ButtonLink>
    </div>
  )
}

/** What stands above the text: held, sent back, replaced. */
function Notice({ detail }: { readonly detail: AnnouncementDetail }) {
  const say = useSay<AnnouncementKeys>()
  if (detail.replacedBy.length)
    return (
      <Alarm
        title={say('page.announcement.replaced')}
        signs={detail.replacedBy.map(one => (
          <Link key={one.id} href={`/announcements/${one.id}`}>
            {one.title}
          </Link>
        ))}
      />
    )
  if (detail.record.state === 'returned' && detail.checkNote)
    return <Alarm title={say('page.announcement.asked')} signs={[detail.checkNote]} />
  if (detail.record.state === 'checking')
    return <p className="t2">{say('page.announcement.held', { name: detail.checker?.title ?? '' })}</p>
  return null
}

function useFacts(detail: AnnouncementDetail): readonly Fact[] {
  const say = useSay<AnnouncementKeys>()
  const formats = useFormats()
  const to = detail.toEverybody ? say('page.announcement.everybody') : detail.to.map(one => one.title).join(', ')
  const facts: (Fact | null)[] = [
    { label: say('page.announcement.author'), value: detail.author?.title ?? '' },
    { label: say('page.announcement.to'), value: to },
    detail.publishedAt ? { label: say('page.announcements.when'), value: formats.moment(detail.publishedAt) } : null,
    detail.decidedBy ? { label: say('field.announcements.decidedBy'), value: detail.decidedBy } : null,
    detail.appliesFrom ? { label: say('field.appliesFrom'), value: formats.weekday(detail.appliesFrom) } : null,
    detail.replaces
      ? {
          label: say('field.replacesId'),
          value: <Link href={`/announcements/${detail.replaces.id}`}>{detail.replaces.title}</Link>,
        }
      : null,
    detail.checker && detail.isAuthor ? { label: say('field.checkerId'), value: detail.checker.title } : null,
  ]
  return facts.filter(fact => fact !== null)
}

function Corrections({ detail }: { readonly detail: AnnouncementDetail }) {
  const say = useSay<AnnouncementKeys>()
  const formats = useFormats()
  if (!detail.corrections.length) return null
  return (
    <Section title={say('page.announcement.corrections')} count={detail.corrections.length}>
      {detail.corrections.map(one => (
        <p key={one.number} className="announcement-text">
          <span className="t3">{formats.moment(one.at)}</span> {one.changed}{' '}
          {one.unseen ? <State glyph="half">{say('page.announcement.since')}</State> : null}
        </p>
      ))}
    </Section>
  )
}

/** For its author: how far it has come. */
function Receipts({ detail }: { readonly detail: AnnouncementDetail }) {
  const say = useSay<AnnouncementKeys>()
  const { readers, opened, read, answered } = detail.receipts!
  const of = (part: number) => say('page.announcement.of', { part, all: readers })
  return (
    <Section
      title={say('page.announcement.receipts')}
      more={<Link href={`/announcements/${detail.record.id}/answers`}>{say('page.announcement.see-all')}</Link>}
    >
      <Facts
        facts={[
          { label: say('page.announcement.opened'), value: of(opened) },
          ...(detail.kind === 'request' ? [] : [{ label: say('page.announcement.said'), value: of(read) }]),
          ...(detail.kind === 'request'
            ? [{ label: say('page.announcement.have-answered'), value: of(answered) }]
            : []),
          ...(detail.kind === 'order' ? [{ label: say('page.announcement.reported'), value: of(answered) }] : []),
        ]}
      />
    </Section>
  )
}
