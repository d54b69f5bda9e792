import { Section } from '../../../../web/kit/SectionHead.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import type { DocumentDetail, DocumentKeys, ReadField } from '../confirm/confirmTypes.ts'
import { written } from '../confirm/values.ts'

const internal: ReadonlySet<string> = new Set(['kind', 'currency'])

/** What was read, why it was believed, and what a person made of it. */
export function ReadFields({ detail }: { readonly detail: DocumentDetail }) {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const order = new Map(detail.asked.map(({ name }, index) => [name, index]))
  const fields = detail.fields
    .filter(({ name }) => !internal.has(name))
    .toSorted((a, b) => (order.get(a.name) ?? 99) - (order.get(b.name) ?? 99))
  if (fields.length === 0) return null
  const currency = detail.fields.find(({ name }) => name === 'currency')?.value ?? formats.currency
  return (
    <Section
      title={say('page.confirm.read')}
      count={fields.length}
      more={
        detail.pages.length > 0 ? (
          <Link href={`/confirm/${detail.record.id}`}>{say('page.document.beside')}</Link>
        ) : undefined
      }
      bare
    >
      <table className="tbl">
        <thead>
          <tr>
            <th>{say('page.document.field')}</th>
            <th>{say('field.value')}</th>
            <th className="wide">{say('page.document.why')}</th>
            <th className="n">{say('page.confirm.sure')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(field => (
            <tr key={field.name}>
              <td className="t2 nw">{say(`field.${field.name}` as DocumentKeys)}</td>
              <td className="read-value">{written(field.name, field.value, currency, formats)}</td>
              <td className="t3 wide">{whyOf(say, field)}</td>
              <td className={field.sure || field.correctedFrom !== null ? 'n' : 'n blocked'}>
                {field.correctedFrom === null ? Math.round(field.confidence * 100) : '✓'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function whyOf(say: ReturnType<typeof useSay<DocumentKeys>>, { correctedFrom, reasons }: ReadField): string {
  if (correctedFrom !== null)
    return correctedFrom ? say('page.document.corrected', { before: correctedFrom }) : say('read-reason.said-by-person')
  return reasons.flatMap(reason => say.maybe(`read-reason.${reason}`) ?? say.maybe(`reason.${reason}`) ?? []).join(', ')
}
