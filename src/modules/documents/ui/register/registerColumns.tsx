import type { Formats } from '../../../../web/format/formats.ts'
import type { Column } from '../../../../web/kit/list/types.ts'
import type { SayFunction } from '../../../../web/language/Say.tsx'
import { directions, type Words } from './registerWords.ts'

/** What every list of the register shows of an entry, to those inside and to anybody. */
export interface Registered {
  readonly id: string
  readonly number: string
  readonly subject: string
  readonly happenedOn: string
  readonly direction: (typeof directions)[number]
  readonly correspondent: string | null
}

export const registerColumns = <Line extends Registered>(
  say: SayFunction<Words>,
  formats: Formats,
): readonly Column<Line>[] => [
  {
    key: 'number',
    label: say('page.register.number'),
    width: 120,
    phone: 'left',
    text: line => line.number,
    cell: line => <span className="num">{line.number}</span>,
  },
  {
    key: 'subject',
    label: say('field.subject'),
    phone: 'title',
    text: line => line.subject,
    cell: line => line.subject,
  },
  {
    key: 'happened',
    label: say('field.happenedOn'),
    width: 130,
    phone: 'right',
    text: line => line.happenedOn,
    cell: line => formats.fullDay(line.happenedOn),
  },
  {
    key: 'direction',
    label: say('field.direction'),
    width: 110,
    wide: true,
    text: line => say(`choice.direction.${line.direction}`),
    cell: line => say(`choice.direction.${line.direction}`),
  },
  {
    key: 'correspondent',
    label: say('field.correspondent'),
    width: 170,
    phone: 'below',
    text: line => line.correspondent ?? '',
    cell: line => line.correspondent,
  },
]
