import { useState } from 'react'
import { useSay } from '../../../../web/language/Say.tsx'
import type { DocumentDetail, DocumentKeys, FieldName, ReadField } from './confirmTypes.ts'
import { askedOf, doubtsOf, fieldsToShow, placeOf } from './doubts.ts'
import type { Confirming } from './useConfirm.ts'

interface SheetProps {
  readonly detail: DocumentDetail
  readonly work: Confirming
  readonly page: DocumentDetail['pages'][number]
  /** Pixels across the screen, after turning. */
  readonly width: number
  /** Degrees clockwise, as a person turned it. */
  readonly turn: number
  readonly now: FieldName | null
  readonly onNow: (name: FieldName) => void
}

/** Widths in which the server draws a page; above the last nothing is gained. */
const drawn = [800, 1200, 1600, 2400] as const

/** One page: its picture, and over it the places where its fields stand. */
export function Sheet({ detail, work, page, width, turn, now, onNow }: SheetProps) {
  const say = useSay<DocumentKeys>()
  const [failed, setFailed] = useState(false)
  const lying = turn % 180 !== 0
  const upright = lying ? (width * page.width) / page.height : width
  const high = (upright * page.height) / page.width
  const picture = drawn.find(one => one >= upright * Math.min(2, devicePixelRatio)) ?? 2400
  const turned = turn % 360 !== 0
  const asked = askedOf(detail, work.edits, work.effect)
  const doubts = doubtsOf(detail, asked, work.effect)
  const shown = new Set(fieldsToShow(detail, asked, doubts))
  const places = detail.fields.flatMap(field => {
    const { page: stands, box } = placeOf(field, work.edits.fields[field.name])
    return stands === page.number && box && shown.has(field.name) ? [{ field, box }] : []
  })
  return (
    <div className="sheetpage" style={{ width, height: lying ? upright : high }}>
      <div
        className="upright"
        style={{
          width: upright,
          height: high,
          ...(turned ? { transform: `translate(-50%, -50%) rotate(${turn}deg)`, left: '50%', top: '50%' } : {}),
        }}
      >
        {failed ? (
          <p className="unseen">{say('page.confirm.no-picture')}</p>
        ) : (
          <img
            src={`/api/documents/${detail.record.id}/pages/${page.number}.webp?width=${picture}`}
            alt={say('page.confirm.page', { number: page.number })}
            loading={page.number > 2 ? 'lazy' : 'eager'}
            onError={() => setFailed(true)}
          />
        )}
        {places.map(({ field, box }) => (
          <Place
            key={field.name}
            field={field}
            box={box}
            lit={field.name === now}
            doubt={doubts.has(field.name) && work.edits.fields[field.name] === undefined}
            onNow={onNow}
          />
        ))}
      </div>
    </div>
  )
}

interface PlaceProps {
  readonly field: ReadField
  readonly box: NonNullable<ReadField['box']>
  readonly lit: boolean
  readonly doubt: boolean
  readonly onNow: (name: FieldName) => void
}

/** A mouse's way to a field; the keyboard goes by Tab, so it is not in the way there. */
function Place({ field, box, lit, doubt, onNow }: PlaceProps) {
  const say = useSay<DocumentKeys>()
  const [x = 0, y = 0, width = 0, height = 0] = box
  const percent = (part: number) => `${part * 100}%`
  const name = say(`field.${field.name}` as DocumentKeys)
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`place${lit ? ' lit' : ''}${doubt ? ' low' : ''}`}
      style={{
        left: `calc(${percent(x)} - 3px)`,
        top: `calc(${percent(y)} - 2px)`,
        width: `calc(${percent(width)} + 6px)`,
        height: `calc(${percent(height)} + 4px)`,
      }}
      data-name={name}
      aria-label={say('page.confirm.to-field', { name })}
      onClick={() => {
        onNow(field.name)
        document.getElementById(`field-${field.name}`)?.focus()
      }}
    />
  )
}
