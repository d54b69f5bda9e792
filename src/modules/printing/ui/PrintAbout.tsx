import { useSay } from '../../../web/language/Say.tsx'
import { Dialog } from '../../../web/kit/Dialog.tsx'
import { usePaperAbout } from '../../../web/kit/record/usePaperAbout.ts'
import { useGo } from '../../../web/Link.tsx'
import { useSearch } from '../../../web/useAddress.ts'
import Jobs from './Jobs.tsx'
import { PrintDialog, type ToPrint } from './PrintDialog.tsx'
import type { PrintingKeys } from './words.ts'

/** A PDF that a page of Kontor makes: a badge, a label. Nothing else is fetched for an address that somebody was handed. */
const ownPdf = /^\/api\/[a-z0-9-]+(\/[a-zA-Z0-9-]+)*\.pdf$/

/** Opened about a paper, a finished letter or a PDF of some page: the queue, with the form for it over it. */
export default function PrintAbout() {
  const say = useSay<PrintingKeys>()
  const [search] = useSearch()
  const go = useGo()
  const { about, paper: address, name, of } = search
  const paper = usePaperAbout(address ? undefined : about)
  const what: ToPrint | null =
    address && ownPdf.test(address)
      ? { address, title: name ?? say('printing.print-file'), aboutId: of }
      : paper && paper !== 'waiting'
        ? { documentId: paper.id, title: paper.title }
        : null
  const close = () => go('/printing')
  return (
    <>
      <Jobs />
      {what ? <PrintDialog what={what} onClose={close} onDone={id => go(`/printing/${id}`)} /> : null}
      {!what && paper === null && (about || address) ? (
        <Dialog title={say('printing.print-document')} onClose={close}>
          <p>{say('page.printing.no-pages')}</p>
        </Dialog>
      ) : null}
    </>
  )
}
