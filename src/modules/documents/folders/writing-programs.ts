/** Which office program opens a paper, by the ending of its name, and by which first bytes what it saves is known for one. */
import type { writingPrograms } from '../contract.ts'
import { safeName } from '../dav/names.ts'

export type WritingProgram = (typeof writingPrograms)[number]

const zip = Buffer.from('PK\x03\x04', 'latin1')
/** The older formats; and the newer ones where a password was set, which are one file inside such a container. */
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const rich = Buffer.from('{\\rtf')

interface Written {
  readonly program: WritingProgram
  readonly mediaType: string
  readonly begins: readonly Buffer[]
}

const openXml = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'
const newer = (program: WritingProgram, mediaType: string): Written => ({ program, mediaType, begins: [zip, compound] })
const older = (program: WritingProgram, mediaType: string): Written => ({ program, mediaType, begins: [compound] })

/** Files with macros of their own are not among them: they are fetched and looked at first. */
const written: Readonly<Record<string, Written>> = {
  docx: newer('word', `${openXml}.wordprocessingml.document`),
  odt: newer('word', `${openDocument}.text`),
  doc: older('word', 'application/msword'),
  rtf: { program: 'word', mediaType: 'application/rtf', begins: [rich] },
  xlsx: newer('excel', `${openXml}.spreadsheetml.sheet`),
  ods: newer('excel', `${openDocument}.spreadsheet`),
  xls: older('excel', 'application/vnd.ms-excel'),
  pptx: newer('powerpoint', `${openXml}.presentationml.presentation`),
  odp: newer('powerpoint', `${openDocument}.presentation`),
  ppt: older('powerpoint', 'application/vnd.ms-powerpoint'),
}

/** How many first bytes tell what a file is. */
export const tellingBytes = 8

/** Null: no office program writes such files. */
export function writtenBy(name: string): Written | null {
  const ending = /\.([a-z]{3,4})$/i.exec(safeName(name))?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(written, ending) ? written[ending]! : null
}

export const beginsAs = ({ begins }: Written, start: Uint8Array): boolean =>
  begins.some(one => Buffer.from(start).subarray(0, one.length).equals(one))
