import type { Fact } from '../../../../web/kit/record/RecordPage.tsx'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import { Link } from '../../../../web/Link.tsx'
import { recordHref, useRegistry } from '../../../../web/session.ts'
import type { DocumentDetail, DocumentKeys } from '../confirm/confirmTypes.ts'

/** What decides, in the order in which one asks; what is not known does not stand there. */
export function useFacts(detail: DocumentDetail): readonly Fact[] {
  const say = useSay<DocumentKeys>()
  const formats = useFormats()
  const kinds = useRegistry()?.kinds
  const { row } = detail
  const day = (value: string | null) => (value ? formats.fullDay(value) : null)
  const money = (value: DocumentDetail['net']) => (value ? formats.money(value) : null)
  const period = [day(detail.periodFrom), day(detail.periodTo)].filter(Boolean).join(' – ')
  const senderHref = row.sender?.id ? recordHref(kinds, 'organisation', row.sender.id) : null
  const came = `${say(`choice.arrivedBy.${row.arrivedBy}`)}, ${formats.moment(row.receivedAt)}`
  const facts: readonly (readonly [DocumentKeys, Fact['value'] | null])[] = [
    [
      'field.sender',
      senderHref ? (
        <Link key="sender" className="link" href={senderHref}>
          {row.sender?.name}
        </Link>
      ) : (
        (row.sender?.name ?? null)
      ),
    ],
    ['field.addressee', detail.addressee],
    ['field.issuedOn', day(row.issuedOn)],
    ['field.receivedAt', came],
    ['field.arrivedFrom', detail.arrivedFrom],
    ['field.validUntil', day(detail.validUntil)],
    ['page.document.period', period || null],
    ['field.net', money(detail.net)],
    ['field.vat', money(detail.vat)],
    ['field.iban', detail.iban],
    ['field.account', detail.account],
    ['field.reference', detail.reference],
    ['field.orderNumber', detail.orderNumber],
    [
      'field.classCode',
      row.classCode ? (
        <Link
          key="class"
          className="link"
          href={`/documents?classCodeId=${row.classCode.id}`}
        >{`${row.classCode.code} ${row.classCode.name}`}</Link>
      ) : null,
    ],
    ['field.keepUntil', day(detail.keepUntil)],
    ['field.archiveNumber', detail.archiveNumber],
    [
      'field.place',
      detail.paperPlace ? `${detail.paperPlace}${detail.mayShred ? ` · ${say('field.mayShred')}` : ''}` : null,
    ],
  ]
  return facts.flatMap(([key, value]) => (value ? [{ label: say(key), value }] : []))
}
