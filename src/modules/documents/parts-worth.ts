/** Which files found inside a file become documents of their own. */
import type { Part, Reading } from './reading/types.ts'

/** Pictures smaller than this inside a mail are logos and signatures. */
const smallPictureBytes = 12 * 1024

/** The e-invoice inside a hybrid PDF (Factur-X, ZUGFeRD, XRechnung, ebInterface) says the same as its pages. */
const invoiceAttachment = /^(factur-x|zugferd-invoice|zugferd_invoice|xrechnung|order-x|cii|ubl|invoice)[\w.-]*\.xml$/i

/** Parts that carry no paper: signatures of mails, calendars of invitations, vendor leftovers. */
const noPaper = /^(application\/(pkcs7|x-pkcs7|pgp)-|text\/calendar|application\/ms-tnef)/i

export function partsWorthTaking({ mediaKind, parts }: Pick<Reading, 'mediaKind' | 'parts'>): readonly Part[] {
  if (mediaKind === 'ubl' || mediaKind === 'cii' || mediaKind === 'xml')
    return parts.filter(({ mediaType }) => !/xml/i.test(mediaType))
  return parts.filter(({ name, mediaType, bytes }) => {
    if (bytes.byteLength === 0 || noPaper.test(mediaType)) return false
    if (mediaKind === 'mail') return !(mediaType.startsWith('image/') && bytes.byteLength < smallPictureBytes)
    if (mediaKind === 'pdf') return !invoiceAttachment.test(name)
    return true
  })
}
