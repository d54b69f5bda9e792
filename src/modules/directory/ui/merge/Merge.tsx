import './merge.css'
import { useState } from 'react'
import type { OutputOf } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { RecordPicker } from '../../../../web/kit/form/RecordPicker.tsx'
import { Problem } from '../../../../web/kit/Problem.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { Rich, useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useCommand } from '../../../../web/useCommand.ts'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getParty, mergeParties } from '../../contract.ts'
import type { DirectoryKeys } from '../words.ts'

type PartyDetail = OutputOf<typeof getParty>

export interface MergeProps {
  /** The one that stays. */
  readonly keepId: string
  /** The one that is shown with it from then on; asked for where it is not known yet. */
  readonly otherId?: string
  readonly onClose: () => void
}

/** Two that are one: side by side before it is done, with what each brings; taken back at any time. */
export function Merge({ keepId, otherId: given, onClose }: MergeProps) {
  const say = useSay<DirectoryKeys>()
  const [picked, setPicked] = useState<string | null>(given ?? null)
  const [isTurned, setTurned] = useState(false)
  const first = useQuery<typeof getParty>('directory.get-party', { id: keepId })
  const second = useQuery<typeof getParty>('directory.get-party', { id: picked ?? '' }, { when: picked !== null })
  const [keep, other] = isTurned ? [second.data, first.data] : [first.data, second.data]
  return (
    <Dialog title={say('page.merge')} about={first.data?.record.title} width={720} onClose={onClose}>
      <div className="dialog-form form merge">
        {given ? null : (
          <RecordPicker
            label={say('field.mergedId')}
            schema={{ control: 'record', kind: first.data?.record.kind ?? 'organisation' }}
            value={picked}
            onChange={value => setPicked((value as string | undefined) ?? null)}
            words={String}
            autoFocus
          />
        )}
        {picked && (second.isPending || first.isPending) ? <SkeletonRows rows={4} /> : null}
        {second.isError ? <Problem title={second.error.message} /> : null}
        {keep && other ? (
          <Compared keep={keep} other={other} onTurn={() => setTurned(!isTurned)} onClose={onClose} />
        ) : null}
      </div>
    </Dialog>
  )
}

/** What of a party is laid side by side. */
const aspects = [
  'name',
  'companyNumber',
  'vatNumber',
  'phones',
  'emails',
  'addresses',
  'accounts',
  'members',
  'links',
] as const
type Aspect = (typeof aspects)[number]

function valuesOf(party: PartyDetail, aspect: Aspect): readonly string[] {
  switch (aspect) {
    case 'name':
      return [party.name]
    case 'companyNumber':
    case 'vatNumber':
      return party[aspect] ? [party[aspect]] : []
    case 'phones':
      return party.phones.map(({ shown }) => shown)
    case 'emails':
      return party.emails.map(({ email }) => email)
    case 'addresses':
      return party.addresses.map(({ street, postcode, city }) =>
        [street, `${postcode} ${city}`.trim()].filter(Boolean).join(', '),
      )
    case 'accounts':
      return party.accounts.map(({ shown }) => shown)
    case 'members':
      return [...party.memberOf, ...party.members].map(({ title }) => title)
    case 'links':
      return party.links.map(({ record }) => record.title)
  }
}

/** More than these are counted instead of listed. */
const mostListed = 3

function Compared({
  keep,
  other,
  onTurn,
  onClose,
}: {
  readonly keep: PartyDetail
  readonly other: PartyDetail
  readonly onTurn: () => void
  readonly onClose: () => void
}) {
  const say = useSay<DirectoryKeys>()
  const go = useGo()
  const merging = useCommand<typeof mergeParties>('directory.merge-parties', {
    said: say('page.merge.done', { name: other.record.title }),
  })
  const sameKind = keep.record.kind === other.record.kind
  const refused =
    keep.record.id === other.record.id ? say('refusal.party-same') : sameKind ? undefined : say('page.merge.kinds')
  const { id, kind, version } = keep.record
  const merge = async () => {
    const { status } = await merging.run({ id, kind, expectedVersion: version, mergedId: other.record.id })
    if (status !== 'done' && status !== 'asked') return
    onClose()
    if (status === 'done') go(`/${kind === 'person' ? 'people' : 'organisations'}/${id}`)
  }
  const label = (aspect: Aspect) =>
    aspect === 'members'
      ? say(kind === 'person' ? 'page.party.memberOf' : 'page.party.members')
      : aspect === 'links'
        ? say('record.links')
        : say(`field.${aspect}`)
  return (
    <>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{say('field.kind')}</span>
            </th>
            <th scope="col">{say('page.merge.stays')}</th>
            <th scope="col">{say('page.merge.joins')}</th>
          </tr>
        </thead>
        <tbody>
          {aspects.map(aspect => {
            const [mine, theirs] = [valuesOf(keep, aspect), valuesOf(other, aspect)]
            if (!mine.length && !theirs.length) return null
            return (
              <tr key={aspect}>
                <th scope="row">{label(aspect)}</th>
                <Values values={mine} />
                <Values values={theirs} fresh={new Set(mine)} />
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="t2">
        <Rich>{say('page.merge.what', { keep: keep.record.title, other: other.record.title })}</Rich>
      </p>
      <div className="form-foot">
        <Button look="primary" busy={merging.busy} {...(refused ? { refused } : {})} onClick={() => void merge()}>
          {say('page.merge.do')}
        </Button>
        <Button look="quiet" icon="refresh" onClick={onTurn}>
          {say('page.merge.turn')}
        </Button>
      </div>
    </>
  )
}

/** `fresh`: what the other has already stands quieter. */
function Values({ values, fresh }: { readonly values: readonly string[]; readonly fresh?: ReadonlySet<string> }) {
  const say = useSay<DirectoryKeys>()
  const more = values.length - mostListed
  return (
    <td>
      {values.slice(0, mostListed).map(value => (
        <span key={value} className={fresh?.has(value) ? 't3' : undefined}>
          {value}
        </span>
      ))}
      {more > 0 ? <span className="t3">{say('page.merge.more', { count: more })}</span> : null}
    </td>
  )
}
