/** What the tests of fax share: work's office, and faxes as a fax server lays them down. */
import { contract } from '../../kernel/declare.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import { defineModule } from '../../kernel/implement.ts'
import type { TestPrincipal } from '../../kernel/testing.ts'
import { type WorkOffice, workOffice } from '../work/testing.ts'
import { documents } from '../documents/index.ts'
import { directory } from '../directory/index.ts'
import { fax } from './index.ts'

export { insertRecord, refusalOf } from '../work/testing.ts'

const named = (name: string) =>
  defineModule({ contract: contract({ name }), catalogues: { en: {}, sv: {}, nb: {}, nl: {}, ro: {}, pt: {} } })

export interface FaxOffice extends WorkOffice {
  /** Kontor itself, whom jobs and doors run as. */
  readonly system: TestPrincipal
}

export async function faxOffice(): Promise<FaxOffice> {
  const office = await workOffice([directory, documents, named('notifications'), fax])
  return { ...office, system: { id: systemPrincipalId, organisationId: office.organisationId } }
}

interface Page {
  readonly width: number
  readonly height: number
  /** Dots per inch down the page: 98 in standard resolution, 196 in fine; across it is 204. */
  readonly down?: number
  readonly tags?: readonly (readonly [tag: number, text: string])[]
}

/** White rows in ITU-T T.6 are one bit each (V0), then the end of the block. */
function whiteRows(height: number): Buffer {
  const bits = `${'1'.repeat(height)}${'000000000001'.repeat(2)}`
  const whole = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0')
  return Buffer.from(whole.match(/.{8}/g)!.map(byte => Number.parseInt(byte, 2)))
}

interface Entry {
  readonly tag: number
  readonly type: 2 | 3 | 4 | 5
  readonly count: number
  readonly value: number
}

function ifdOf(entries: readonly Entry[]): Buffer {
  const ifd = Buffer.alloc(2 + entries.length * 12 + 4)
  ifd.writeUInt16LE(entries.length, 0)
  for (const [n, { tag, type, count, value }] of entries.toSorted((a, b) => a.tag - b.tag).entries()) {
    ifd.writeUInt16LE(tag, 2 + n * 12)
    ifd.writeUInt16LE(type, 4 + n * 12)
    ifd.writeUInt32LE(count, 6 + n * 12)
    ifd.writeUInt32LE(value, 10 + n * 12)
  }
  return ifd
}

const dots = (perInch: number): Buffer => {
  const rational = Buffer.alloc(8)
  rational.writeUInt32LE(perInch, 0)
  rational.writeUInt32LE(1, 4)
  return rational
}

/** A TIFF/F of white pages in T.6, with the tags that a fax server writes. */
export function whiteFax(pages: readonly Page[]): Buffer {
  const head: Buffer = Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0])
  const parts: Buffer[] = [head]
  let at = head.length
  let link: { buffer: Buffer; place: number } = { buffer: head, place: 4 }
  const put = (part: Buffer): number => {
    const even = part.length % 2 ? Buffer.concat([part, Buffer.alloc(1)]) : part
    parts.push(even)
    at += even.length
    return at - even.length
  }
  for (const { width, height, down = 196, tags = [] } of pages) {
    const rows = whiteRows(height)
    const [rowsAt, across, along] = [put(rows), put(dots(204)), put(dots(down))]
    const words = tags.map(([tag, text]): Entry => {
      const bytes = Buffer.from(`${text}\0`, 'latin1')
      return { tag, type: 2, count: bytes.length, value: put(bytes) }
    })
    const one = (tag: number, type: 3 | 4 | 5, value: number): Entry => ({ tag, type, count: 1, value })
    const ifd = ifdOf([
      ...[one(254, 4, 2), one(256, 4, width), one(257, 4, height), one(258, 3, 1), one(259, 3, 4), one(262, 3, 0)],
      ...[
        one(266, 3, 1),
        one(273, 4, rowsAt),
        one(274, 3, 1),
        one(277, 3, 1),
        one(278, 4, height),
        one(279, 4, rows.length),
      ],
      ...[one(282, 5, across), one(283, 5, along), one(293, 4, 0), one(296, 3, 2), ...words],
    ])
    link.buffer.writeUInt32LE(put(ifd), link.place)
    link = { buffer: ifd, place: ifd.length - 4 }
  }
  return Buffer.concat(parts)
}
