import { Icon } from '../../../../web/kit/Icon.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { listOwnKinds } from '../../contract.ts'
import { type Kind, kinds } from '../kinds.ts'
import type { DocumentDetail, DocumentKeys, FieldName } from './confirmTypes.ts'
import { Effects } from './Effects.tsx'
import { FieldRow } from './FieldRow.tsx'
import { SenderRow } from './SenderRow.tsx'
import { askedOf, doubtsOf, fieldsToShow } from './doubts.ts'
import type { Confirming } from './useConfirm.ts'

interface FieldsProps {
  readonly work: Confirming
  readonly detail: DocumentDetail
  readonly now: FieldName | null
  readonly onNow: (name: FieldName) => void
}

/** After these a gap, so that what belongs together stands together. */
const gapAfter: ReadonlySet<FieldName> = new Set(['dueOn', 'total', 'reference'])

/** What was read, on ruled lines as on a form, and what confirming will do. */
export function Fields({ work, detail, now, onNow }: FieldsProps) {
  const say = useSay<DocumentKeys>()
  const asked = askedOf(detail, work.edits, work.effect)
  const doubts = doubtsOf(detail, asked, work.effect)
  const names = fieldsToShow(detail, asked, doubts)
  return (
    <section className="fields" aria-label={detail.record.title}>
      <div className="f-head">
        <KindChooser work={work} detail={detail} doubt={doubts.has('kind') && work.edits.kind === undefined} />
        <span className="sp t3">
          {doubts.size > 0 ? say('page.confirm.unsure', { count: doubts.size }) : say('page.confirm.all-sure')}
        </span>
      </div>
      <div className="scroll">
        <Warnings work={work} detail={detail} />
        <form className="ruled" onSubmit={event => event.preventDefault()}>
          <div className="field top-l" aria-hidden="true">
            <span className="lab">{say('page.confirm.read')}</span>
            <span />
            <span className="sure">{say('page.confirm.sure')}</span>
          </div>
          {names.map(name =>
            name === 'senderName' ? (
              <SenderRow
                key={name}
                work={work}
                detail={detail}
                here={name === now}
                onHere={() => onNow(name)}
                doubts={doubts}
              />
            ) : (
              <FieldRow
                key={name}
                name={name}
                work={work}
                detail={detail}
                here={name === now}
                onHere={() => onNow(name)}
                gap={gapAfter.has(name)}
                doubts={doubts}
              />
            ),
          )}
        </form>
      </div>
      <Effects work={work} detail={detail} />
    </section>
  )
}

/** “Not a bill?” */
function KindChooser({
  work,
  detail,
  doubt,
}: Pick<FieldsProps, 'work' | 'detail'> & {
  readonly doubt: boolean
}) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const proposed = work.edits.kind === undefined ? detail.ownKind : null
  const ownId = work.edits.ownKindId === undefined ? (proposed?.id ?? null) : work.edits.ownKindId
  const value = work.edits.kind ?? detail.row.kind
  const own = useQuery<typeof listOwnKinds>('documents.list-own-kinds', { limit: 100 } as never, { fresh_ms: 60_000 })
  const offered = own.data?.rows ?? []
  const read = detail.fields.find(({ name }) => name === 'kind')
  return (
    <>
      <span className={doubt ? 'kind doubt' : 'kind'}>
        <select
          aria-label={say('field.kind')}
          aria-describedby={doubt ? 'kind-sure' : undefined}
          value={ownId ?? value}
          onChange={event => {
            const mine = offered.find(({ id }) => id === event.target.value)
            const kind: Kind = mine?.kind ?? kinds.find(one => one === event.target.value) ?? value
            work.change({ kind, ownKindId: mine?.id ?? null })
          }}
        >
          {kinds.map(kind => (
            <option key={kind} value={kind}>
              {say(`choice.kind.${kind}`)}
            </option>
          ))}
          {offered.length > 0 || proposed ? (
            <optgroup label={say('kind.own-kind.plural')}>
              {(offered.length > 0 ? offered : proposed ? [proposed] : []).map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ) : null}
        </select>
        <Icon name="chevron-down" small />
      </span>
      {doubt && read ? (
        <span className="blocked num" id="kind-sure">
          {formats.percent(read.confidence)}
        </span>
      ) : null}
    </>
  )
}

/** What speaks against confirming it as it is: a duplicate, a fault in reading, pages left out. */
function Warnings({ work, detail }: { readonly work: Confirming; readonly detail: DocumentDetail }) {
  const say = useSay<DocumentKeys>()
  const faults = [detail.readError, ...detail.warnings].flatMap(one =>
    one ? (say.maybe(`reading.${one.name}`) ?? []) : [],
  )
  return (
    <>
      {detail.duplicate ? (
        <p className="warning">
          <Icon name="copy" small />
          <span>
            {say('page.confirm.duplicate', { title: detail.duplicate.title })} (
            {say(`choice.duplicateBy.${detail.duplicate.by}`)}).{' '}
            <Link className="link" href={`/documents/${detail.duplicate.id}`}>
              {say('page.document.open-earlier')}
            </Link>{' '}
            <Link className="link" href={`/documents/${detail.record.id}`}>
              {say('page.confirm.compare')}
            </Link>
          </span>
        </p>
      ) : null}
      {faults.map(words => (
        <p key={words} className="warning">
          <Icon name="alert-triangle" small />
          <span>{words}</span>
        </p>
      ))}
      {work.effect?.changedAccounts.length ? (
        <label className="warning accept">
          <input
            className="box"
            type="checkbox"
            checked={work.edits.acceptAccount ?? false}
            onChange={event =>
              event.target.checked ? work.change({ acceptAccount: true }) : work.forget('acceptAccount')
            }
          />
          <span>{say('page.confirm.accept-account')}</span>
        </label>
      ) : null}
    </>
  )
}
