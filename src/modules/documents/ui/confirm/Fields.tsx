import { Icon } from '../../../../web/kit/Icon.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useRegisteredCommand } from '../../../../web/session.ts'
import type { DocumentDetail, DocumentKeys, FieldName } from './confirmTypes.ts'
import { Effects } from './Effects.tsx'
import { FieldRow } from './FieldRow.tsx'
import { type Confirming, fieldsToShow, isDoubtful } from './useConfirm.ts'

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
  const names = fieldsToShow(detail)
  // The kinds there are, as the command's own schema tells them.
  const schema = useRegisteredCommand('documents.confirm')?.inputSchema as { properties?: { kind?: { enum?: DocumentDetail['row']['kind'][] } } } | undefined
  const kinds = schema?.properties?.kind?.enum ?? [detail.row.kind]
  const doubtful = names.filter((name) => work.edits.fields[name] === undefined && isDoubtful(detail, name)).length
  return (
    <section className="fields" aria-labelledby="confirm-kind">
      <div className="f-head">
        <h1 className="vh" id="confirm-kind">
          {detail.record.title}
        </h1>
        <select aria-label={say('field.kind')} value={work.edits.kind ?? detail.row.kind} onChange={(event) => work.setKind(event.target.value as never)}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {say(`choice.kind.${kind}`)}
            </option>
          ))}
        </select>
        <span className="sp t3">{doubtful > 0 ? say('page.confirm.unsure', { count: doubtful }) : say('page.confirm.all-sure')}</span>
      </div>
      <div className="scroll">
        {detail.duplicate ? (
          <p className="blocked">
            <Icon name="copy" small /> {say('page.confirm.duplicate', { title: detail.duplicate.title })}
          </p>
        ) : null}
        <form className="ruled" onSubmit={(event) => event.preventDefault()}>
          <div className="field top-l" aria-hidden="true">
            <span className="lab">{say('page.confirm.read')}</span>
            <span />
            <span className="sure">{say('page.confirm.sure')}</span>
          </div>
          {names.map((name) => (
            <FieldRow key={name} name={name} work={work} detail={detail} here={name === now} onHere={() => onNow(name)} gap={gapAfter.has(name)} />
          ))}
        </form>
      </div>
      <Effects work={work} detail={detail} />
    </section>
  )
}
