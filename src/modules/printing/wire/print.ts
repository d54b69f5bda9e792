/** Hands a document over: in one message, or in two where a printer knows no other way. */
import type { IppAttribute } from '../../../formats/ipp/types.ts'
import type { Abilities, Colour, Sides } from '../contract.ts'
import type { Printable } from './make-printable.ts'
import {
  ask,
  collection,
  enumerated,
  integer,
  type JobSeen,
  jobSeen,
  keyword,
  nameOf,
  operations,
} from './operations.ts'
import type { Reached } from './post.ts'

export interface Wanted {
  readonly name: string
  readonly user: string
  readonly copies: number
  readonly sides: Sides
  readonly colour: Colour
  readonly staple: boolean
  readonly tray: string | null
  /** Of labels and slips; other paper is what lies in the tray. */
  readonly size?: PaperSize | null
}

export interface PaperSize {
  readonly widthMm: number
  readonly heightMm: number
}

/** A millimetre less or more is the same label. */
const slack = 100
const within = (wished: number, [least, most]: readonly [number, number]): number | null =>
  wished < least - slack || wished > most + slack ? null : Math.min(most, Math.max(least, wished))

/** Said only where the printer has that size: what it has not it may refuse, and a roll is as wide as it is. */
function sizeMember({ size }: Wanted, abilities: Abilities | null): IppAttribute[] {
  for (const { x, y } of size ? (abilities?.sizes ?? []) : []) {
    const [width, height] = [within(size!.widthMm * 100, x), within(size!.heightMm * 100, y)]
    if (width !== null && height !== null)
      return [collection('media-size', integer('x-dimension', width), integer('y-dimension', height))]
  }
  return []
}

function mediaOf(wanted: Wanted, abilities: Abilities | null, hasTray: boolean): IppAttribute[] {
  const members = [
    ...sizeMember(wanted, abilities),
    ...(wanted.tray && hasTray ? [keyword('media-source', wanted.tray)] : []),
  ]
  return members.length > 0 ? [collection('media-col', ...members)] : []
}

/** What is wished for, as far as the printer knows of it: what it does not know it may refuse. */
export function wishes(wanted: Wanted, abilities: Abilities | null): IppAttribute[] {
  const knows = (value: string, all: readonly string[] | undefined) => !abilities || all?.includes(value)
  return [
    ...(wanted.copies > 1 ? [integer('copies', wanted.copies)] : []),
    ...(knows(wanted.sides, abilities?.sides) ? [keyword('sides', wanted.sides)] : []),
    ...(wanted.staple && abilities?.staple ? [enumerated('finishings', 4)] : []),
    ...(wanted.colour !== 'auto' && abilities?.colour
      ? [keyword('print-color-mode', wanted.colour === 'grey' ? 'monochrome' : 'color')]
      : []),
    ...mediaOf(wanted, abilities, wanted.tray !== null && Boolean(knows(wanted.tray, abilities?.trays))),
  ]
}

const format = (type: string): IppAttribute => ({ name: 'document-format', values: [{ tag: 0x49, value: type }] })

export async function handOver(
  reached: Reached,
  wanted: Wanted,
  abilities: Abilities | null,
  { data, format: type }: Printable,
): Promise<JobSeen> {
  const { user } = wanted
  const named = nameOf('job-name', wanted.name)
  const job = wishes(wanted, abilities)
  const inOne = !abilities || abilities.operations.length === 0 || abilities.operations.includes(operations.printJob)
  if (inOne)
    return jobSeen(
      await ask(reached, { operation: operations.printJob, user, about: [named, format(type)], job, data }),
    )
  const { number } = jobSeen(await ask(reached, { operation: operations.createJob, user, about: [named], job }))
  const last: IppAttribute = { name: 'last-document', values: [{ tag: 0x22, value: true }] }
  const about = [integer('job-id', number), format(type), last]
  return jobSeen(await ask(reached, { operation: operations.sendDocument, user, about, data }))
}
