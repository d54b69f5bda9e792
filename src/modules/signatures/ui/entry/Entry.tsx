import '../signatures.css'
import { useEffect, useState } from 'react'
import type { Can } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Alarm } from '../../../../web/kit/record/Alarm.tsx'
import { type Fact, RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { RecordSide } from '../../../../web/kit/record/RecordSide.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useHotkeys } from '../../../../web/kit/useHotkeys.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link, useGo } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listSignings, openSigning } from '../../contract.ts'
import { type Keys, type SignerLine, type SigningDetail, signingGlyphs } from '../words.ts'
import { ReplaceDialog } from './ReplaceDialog.tsx'
import { Sheets } from './Sheets.tsx'
import { Signers } from './Signers.tsx'
import { SignPanel } from './SignPanel.tsx'

export default function EntryPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<SigningDetail> query="signatures.get-signing" id={id}>
      {detail => <Entry detail={detail} key={id} />}
    </RecordOf>
  )
}

const elsewhere = new Set([
  'signatures.sign',
  'signatures.decline-signing',
  'signatures.ask-back',
  'signatures.replace-signer',
])

/** What else lies in the folder for me, before and after this one. */
function useTurning(id: string) {
  const go = useGo()
  const asked = useQuery<typeof listSignings>('signatures.list-signings', { box: 'to-sign', limit: 100 })
  const rows = asked.data?.rows ?? []
  const at = rows.findIndex(row => row.id === id)
  const to = (index: number) => {
    const row = rows[index]
    return row ? () => go(`/signatures/${row.id}`) : null
  }
  const other = rows.find((row, index) => row.id !== id && (at < 0 || index > at)) ?? rows.find(row => row.id !== id)
  return {
    at,
    count: rows.length,
    next: at >= 0 ? to(at + 1) : null,
    previous: at > 0 ? to(at - 1) : null,
    leave: () => go(other ? `/signatures/${other.id}` : '/signatures'),
  }
}

/** Notes that it was looked at, once for each state of the document. */
function useOpened({ record, mine, digest }: SigningDetail): void {
  const { run } = useCommand<typeof openSigning>('signatures.open-signing', { quiet: true })
  const needed = mine !== null && mine.turn && !mine.opened
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew when the file is another
  useEffect(() => {
    if (needed) void run({ id: record.id })
  }, [needed, digest, record.id, run])
}

function Entry({ detail }: { readonly detail: SigningDetail }) {
  const say = useSay<Keys>()
  const { record, mine } = detail
  const turning = useTurning(record.id)
  const [replacing, setReplacing] = useState<SignerLine | null>(null)
  useOpened(detail)
  useHotkeys([
    { keys: 'j', label: say('page.signatures.next'), run: () => turning.next?.() },
    { keys: 'k', label: say('page.signatures.previous'), run: () => turning.previous?.() },
  ])
  return (
    <RecordPage
      record={record}
      crumbs={[{ label: say('page.signatures'), href: '/signatures' }]}
      state={
        <State glyph={detail.late ? 'late' : signingGlyphs[record.state]} loud>
          {say(`state.signing.${record.state}`)}
        </State>
      }
      due={
        turning.at >= 0 && turning.count > 1 ? (
          <span className="sign-turn">
            {say('page.signatures.page.of', { at: turning.at + 1, count: turning.count })}
          </span>
        ) : null
      }
      can={(detail.can as readonly Can[]).filter(({ command }) => !elsewhere.has(command))}
      last={detail.sheet && record.state === 'open' ? <PrintSheet detail={detail} /> : null}
      alarm={<Alarms detail={detail} />}
      facts={useFacts(detail)}
      side={<RecordSide id={record.id} documents={detail.document ? [detail.document] : []} linked={[]} />}
    >
      <div className="sign-desk">
        <div className="sign-work">
          {mine?.turn ? <SignPanel detail={detail} next={turning.next} onSigned={turning.leave} /> : null}
          {detail.note ? (
            <Section title={say('page.signatures.note')}>
              <p className="sign-note">{detail.note}</p>
            </Section>
          ) : null}
          <Section title={say('page.signatures.signers')} count={detail.signers.length}>
            <Signers detail={detail} onReplace={setReplacing} />
          </Section>
        </div>
        <Sheets id={record.id} digest={detail.digest} pages={detail.pages} signers={detail.signers} />
      </div>
      {replacing ? <ReplaceDialog detail={detail} signer={replacing} onClose={() => setReplacing(null)} /> : null}
    </RecordPage>
  )
}

function PrintSheet({ detail }: { readonly detail: SigningDetail }) {
  const say = useSay<Keys>()
  const path = `/api/signatures/${detail.record.id}/sheet.pdf`
  return (
    <Button
      icon="printer"
      refused={detail.sheet?.ready ? undefined : say('page.signatures.sheet-soon')}
      onClick={() => window.open(path, '_blank', 'noopener')}
    >
      {say('page.signatures.print-sheet')}
    </Button>
  )
}

function Alarms({ detail }: { readonly detail: SigningDetail }) {
  const say = useSay<Keys>()
  if (detail.seal && !detail.seal.unchanged)
    return <Alarm title={say('page.signatures.changed')} footer={say('page.signatures.changed.todo')} />
  if (detail.record.state === 'open' && detail.emptied > 0)
    return <Alarm title={say('page.signatures.emptied.alarm')} />
  const missing = detail.sheet?.pagesMissing ?? 0
  return missing > 0 && detail.record.state === 'open' ? (
    <Alarm title={say('page.signatures.scan.pages', { count: missing })} />
  ) : null
}

function useFacts(detail: SigningDetail): readonly Fact[] {
  const say = useSay<Keys>()
  const formats = useFormats()
  const { seal } = detail
  const facts: (Fact | null)[] = [
    detail.document
      ? {
          label: say('page.signatures.document'),
          value: (
            <Link className="link" href={`/documents/${detail.document.id}`}>
              {say('page.signatures.open-document')}
            </Link>
          ),
        }
      : null,
    {
      label: say('page.signatures.put-in'),
      value: `${formats.moment(detail.putInAt)}, ${detail.putInBy?.title ?? ''}`,
    },
    detail.dueOn
      ? {
          label: say('page.signatures.due'),
          value: <span className={detail.late ? 'late' : ''}>{formats.fullDay(detail.dueOn)}</span>,
        }
      : null,
    detail.endedAt ? { label: say('page.signatures.ended'), value: formats.moment(detail.endedAt) } : null,
    detail.service
      ? {
          label: say(`choice.signatures.wire.${detail.service.wire}`),
          value: [say(`state.service.${detail.service.state}`), detail.service.said].filter(Boolean).join(' · '),
        }
      : null,
    seal
      ? {
          label: say('page.signatures.sealed'),
          value: (
            <span className={seal.unchanged ? 'ok' : 'late'}>
              {say(seal.unchanged ? 'page.signatures.unchanged' : 'page.signatures.changed')}
            </span>
          ),
        }
      : detail.record.state === 'completed'
        ? { label: say('page.signatures.sealed'), value: say('page.signatures.sealing') }
        : null,
    seal?.certificate
      ? { label: say('page.signatures.certificate'), value: <code className="sign-digest">{seal.certificate}</code> }
      : null,
    {
      label: say('page.signatures.digest'),
      value: <code className="sign-digest">{seal?.digest ?? detail.digest}</code>,
    },
  ]
  return facts.filter(fact => fact !== null)
}
