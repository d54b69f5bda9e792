import type { FileStore } from '../kernel/files/store.ts'
import { houseKey } from '../formats/pdf-signature/house-key.ts'
import { drawPaperPage } from '../modules/documents/draw-page.ts'
import { stampPaper } from '../modules/documents/stamp-paper.ts'
import type { Drawing } from '../modules/signatures/drawing.ts'

/** What the signature folder has done by others: documents draws pages and draws into files, the key comes of this Kontor's secret. */
export const signatureDrawingOf = (files: FileStore, secret: Uint8Array): Drawing => ({
  page: wanted => drawPaperPage(files, wanted),
  stamp: wanted => stampPaper(files, wanted),
  key: organisationId => houseKey(secret, organisationId),
})
