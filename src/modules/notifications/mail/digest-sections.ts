/** What a person's digest says: asked as that person, at the moment it is sent. */
import type { Query } from '../../../kernel/declare.ts'
import type { JobRun } from '../../../kernel/implement.ts'
import { type Language, wordLocale } from '../../../kernel/language/catalogue.ts'
import type { z } from '../../../kernel/schema.ts'
import { listApprovals } from '../../authority/contract.ts'
import { counts } from '../../documents/contract.ts'
import { desk, listPromises } from '../../work/contract.ts'
import type { NoticeLine, toSend } from '../contract.ts'
import { pathOf, worded } from '../words.ts'
import type { MailLine, MailSection } from './digest-mail.ts'

type ToSend = z.output<typeof toSend.output>

/** As many lines as a section of a mail has. */
const mostLines = 15
/** Promises that break within so many days are told of. */
const promiseDays = 2

export interface Told {
  readonly sections: readonly MailSection[]
  readonly noticeIds: readonly string[]
}

export async function digestSections(
  run: JobRun,
  told: ToSend,
  on: Temporal.PlainDate,
  address: string,
): Promise<Told> {
  const language = told.language as Language
  const say = (key: string, params: Record<string, unknown> = {}) => worded(language, key, params)
  const day = (date: Temporal.PlainDate) =>
    date.toLocaleString(wordLocale(language), { weekday: 'short', day: 'numeric', month: 'short' })
  const section = (key: string, lines: readonly MailLine[], total = lines.length): MailSection[] =>
    lines.length === 0
      ? []
      : [
          {
            title: say(key),
            lines: lines.slice(0, mostLines),
            ...(total > mostLines ? { more: say('mail.more', { count: total - mostLines }) } : {}),
          },
        ]
  const approvals = await permitted(run, listApprovals, { box: 'to-decide', limit: mostLines })
  const queue = await permitted(run, desk, { limit: 100 })
  const due = (queue?.groups ?? [])
    .flatMap(group => group.rows)
    .filter(task => task.dueOn && Temporal.PlainDate.compare(task.dueOn, on) <= 0)
  const promises = await permitted(run, listPromises, {
    ownerId: run.principalId,
    state: 'open',
    until: on.add({ days: promiseDays }).toString(),
    limit: mostLines,
  })
  const papers = await permitted(run, counts, {})
  const sections = [
    ...section(
      'mail.approvals',
      approvals?.rows.map(row => ({
        text: row.title,
        href: `${address}/approvals/${row.id}`,
        detail: row.askedBy.name,
      })) ?? [],
      approvals?.total,
    ),
    ...section(
      'mail.promises',
      promises?.rows.map(row => ({
        text: row.title,
        href: `${address}/tasks/${row.id}`,
        detail: `${row.to}, ${day(row.forOn)}`,
      })) ?? [],
      promises?.total,
    ),
    ...section(
      'mail.tasks',
      due.map(task => ({
        text: task.title,
        href: `${address}/tasks/${task.id}`,
        ...(task.dueOn ? { detail: day(task.dueOn) } : {}),
      })),
    ),
    ...section(
      'mail.notices',
      // what waits for a decision has its own section
      told.notices
        .filter(notice => notice.titleKey !== 'notice.approval-asked')
        .map(notice => noticeLine(notice, language, address)),
    ),
    ...section(
      'mail.papers',
      papers && papers.toConfirm + papers.needsHelp > 0
        ? [{ text: say('mail.papers-wait', { count: papers.toConfirm + papers.needsHelp }), href: `${address}/in` }]
        : [],
    ),
  ]
  return { sections, noticeIds: told.notices.map(notice => notice.id) }
}

export function noticeLine(notice: NoticeLine, language: Language, address: string): MailLine {
  const text = worded(language, notice.titleKey, notice.params)
  return { text: notice.times > 1 ? `${text} (${notice.times})` : text, href: `${address}${pathOf(notice.record)}` }
}

/** What somebody may not ask is not in their digest. */
async function permitted<In, Wire, Out, OutWire>(
  run: JobRun,
  query: Query<In, Wire, Out, OutWire>,
  input: Wire,
): Promise<Out | null> {
  try {
    return await run.query(query, input)
  } catch (error) {
    if (/refused/.test((error as Error).message)) return null
    throw error
  }
}
