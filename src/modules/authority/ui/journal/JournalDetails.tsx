import type { ReactNode } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { recordHref, usePermission, useRegistry } from '../../../../web/session.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getJournalLine } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'
import { commandWords, kindWords } from '../shared/words.ts'
import type { JournalLine } from './journalInput.ts'

/** The lines above and beneath are found by these. */
const filtered = (key: string, value: string) => `/machine/journal?${new URLSearchParams({ [key]: value })}`

/** A line opened: who, by which door, what it touched, what followed, its place in the chain; and the way to erase it. */
export function JournalDetails({ seq }: { readonly seq: number }) {
  const say = useSay<Keys>()
  const formats = useFormats()
  const mayErase = usePermission('authority.redact-journal-line')
  const opened = useQuery<typeof getJournalLine>('authority.get-journal-line', { seq })
  if (opened.isPending) return <SkeletonRows rows={4} height={26} />
  if (opened.isError) return <QueryProblem fault={opened.error} again={() => void opened.refetch()} />
  const { line, consequences, hash, previousHash } = opened.data
  const facts: readonly (readonly [string, ReactNode])[] = [
    [say('field.at'), `${formats.fullDay(formats.dayOf(line.at))} ${formats.time(line.at)}`],
    [
      say('field.who'),
      <Link key="who" className="link" href={filtered('who', line.who.id)}>
        {line.who.name}
      </Link>,
    ],
    ...(line.onBehalfOf ? [[say('page.journal.for'), line.onBehalfOf.name] as const] : []),
    [
      say('field.command'),
      <Link key="act" className="link" href={filtered('act', line.command)}>
        {commandWords(say, line.command)}
      </Link>,
    ],
    [say('page.journal.door'), say.maybe(`page.door.${line.surface}`) ?? line.surface],
    ...(line.causeSeq === null
      ? []
      : [[say('page.journal.cause'), say('page.journal.line', { seq: formats.number(line.causeSeq) })] as const]),
    [say('page.journal.hash'), <code key="hash">{hash}</code>],
    [say('page.journal.previous'), <code key="previous">{previousHash}</code>],
  ]
  return (
    <div className="journal-details">
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Touched records={line.records} />
      <Followed lines={consequences as readonly JournalLine[]} />
      {mayErase && !line.erased ? (
        <div className="journal-erase">
          <Button
            size="s"
            onClick={() =>
              openCommand({
                command: 'authority.redact-journal-line',
                input: { seq },
                about: line.sentences.join(' · '),
              })
            }
          >
            {say('authority.redact-journal-line')}…
          </Button>
          <span className="t3">{say('page.journal.erase.text')}</span>
        </div>
      ) : null}
    </div>
  )
}

function Touched({ records }: { readonly records: readonly { id: string; kind: string; title: string }[] }) {
  const say = useSay<Keys>()
  const kinds = useRegistry()?.kinds
  if (!records.length) return null
  return (
    <>
      <h3>{say('page.journal.records')}</h3>
      <ul className="plain-rows">
        {records.map(({ id, kind, title }) => {
          const href = recordHref(kinds, kind, id)
          return (
            <li key={id}>
              <span className="span-2">
                {href ? (
                  <Link className="link" href={href}>
                    {title}
                  </Link>
                ) : (
                  title
                )}
                <span className="t3"> {kindWords(say, kind)}</span>
              </span>
              <Link className="t3 link" href={filtered('record', id)}>
                {say('page.journal.all-of-it')}
              </Link>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Followed({ lines }: { readonly lines: readonly JournalLine[] }) {
  const say = useSay<Keys>()
  if (!lines.length) return null
  return (
    <>
      <h3>{say('page.journal.followed')}</h3>
      <ul className="plain-rows">
        {lines.map(line => (
          <li key={line.seq}>
            <span className="span-2">{line.sentences.join(' · ')}</span>
            <span className="t3 num">{line.seq}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
