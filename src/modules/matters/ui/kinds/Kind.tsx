import type { Can, OutputOf } from '../../../../web/answers.ts'
import { RecordOf, RecordPage } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { State } from '../../../../web/kit/State.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import type { getKind } from '../../contract.ts'

type KindDetail = OutputOf<typeof getKind>

export default function KindPage() {
  const { id = '' } = useParams()
  return (
    <RecordOf<KindDetail> query="matters.get-kind" id={id}>
      {detail => <Kind detail={detail} key={id} />}
    </RecordOf>
  )
}

/** What is changed begins as it is. */
const begun = ({ row }: KindDetail, can: Can): Can =>
  can.command === 'matters.change-kind'
    ? {
        ...can,
        input: {
          ...can.input,
          name: row.title,
          ...(row.pattern ? { pattern: row.pattern } : {}),
          checklist: row.checklist,
        },
      }
    : can

function Kind({ detail }: { readonly detail: KindDetail }) {
  const say = useSay<string>()
  const formats = useFormats()
  const { row } = detail
  return (
    <RecordPage
      record={detail.record}
      crumbs={[
        { label: say('page.matters'), href: '/matters' },
        { label: say('page.matters.kinds'), href: '/matter-kinds' },
      ]}
      state={row.retired ? <State glyph="ended">{say('matters.retire-kind')}</State> : null}
      can={(detail.can as readonly Can[]).map(can => begun(detail, can))}
      facts={[
        { label: say('field.pattern'), value: row.pattern ?? say('page.matters.standard') },
        { label: say('page.matters.next'), value: row.nextNumber },
        { label: say('page.matters.count'), value: formats.number(row.matters) },
      ]}
    >
      {row.checklist.length ? (
        <Section title={say('page.matter.missing')}>
          <ul>
            {row.checklist.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </RecordPage>
  )
}
