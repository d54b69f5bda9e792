import { useMemo } from 'react'
import { ButtonLink } from '../../../../web/kit/Button.tsx'
import { DataList } from '../../../../web/kit/list/DataList.tsx'
import type { Column } from '../../../../web/kit/list/types.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { PlaceLine, Words } from './placesWords.ts'

const rowTitle = (line: PlaceLine) => line.place
const href = (line: PlaceLine) => `/documents/papers?place=${encodeURIComponent(line.place)}`

/** Binders and boxes: what lies in each, and what of it may go to the shredder. */
export default function Places() {
  const say = useSay<Words>()
  const formats = useFormats()
  const columns = useMemo<readonly Column<PlaceLine>[]>(() => {
    const years = ({ firstOn, lastOn }: PlaceLine) =>
      firstOn && lastOn ? `${formats.fullDay(firstOn)} – ${formats.fullDay(lastOn)}` : ''
    return [
      { key: 'place', label: say('page.places.place'), phone: 'title', text: rowTitle, cell: rowTitle },
      {
        key: 'papers',
        label: say('page.places.papers'),
        width: 100,
        align: 'end',
        phone: 'left',
        text: line => String(line.papers),
        cell: line => formats.number(line.papers),
      },
      { key: 'years', label: say('page.places.years'), width: 240, phone: 'below', text: years, cell: years },
      {
        key: 'shreddable',
        label: say('page.places.shreddable'),
        width: 150,
        align: 'end',
        phone: 'right',
        text: line => String(line.shreddable),
        cell: line => (line.shreddable > 0 ? formats.number(line.shreddable) : <span className="t3">–</span>),
      },
      {
        key: 'shredded',
        label: say('page.places.shredded'),
        width: 120,
        align: 'end',
        wide: true,
        text: line => String(line.shredded),
        cell: line => (line.shredded > 0 ? formats.number(line.shredded) : <span className="t3">–</span>),
      },
    ]
  }, [say, formats])
  return (
    <DataList<PlaceLine>
      title={say('page.places')}
      kind="document"
      query="documents.list-places"
      columns={columns}
      rowTitle={rowTitle}
      href={href}
      empty={say('page.places.empty')}
      end={
        <>
          <ButtonLink href="/documents/sheets" look="quiet">
            {say('page.sheets')}
          </ButtonLink>
          <ButtonLink href="/documents/papers?shreddable=true" look="quiet">
            {say('page.places.shreddable')}
          </ButtonLink>
        </>
      }
    />
  )
}
