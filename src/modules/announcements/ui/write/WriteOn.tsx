import '../read/announcement.css'
import { CommandForm } from '../../../../web/kit/form/CommandForm.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { RecordOf } from '../../../../web/kit/record/RecordPage.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import { useParams } from '../../../../web/useAddress.ts'
import type { AnnouncementDetail, AnnouncementKeys } from '../words.ts'

/** Going on with a draft: the form begins with everything as it was written. */
export default function WriteOn() {
  const { id = '' } = useParams()
  return (
    <RecordOf<AnnouncementDetail> query="announcements.get-announcement" id={id}>
      {detail => <Draft detail={detail} key={id} />}
    </RecordOf>
  )
}

/** Only what is there: a form's empty fields are left out. */
const filled = (written: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(written).filter(([, value]) => value !== null))

function Draft({ detail }: { readonly detail: AnnouncementDetail }) {
  const say = useSay<AnnouncementKeys>()
  const go = useGo()
  const back = `/announcements/${detail.record.id}`
  const { id, version } = detail.record
  return (
    <Page
      title={say('page.announcement.edit')}
      crumbs={[
        { label: say('page.announcements'), href: '/announcements' },
        { label: detail.title, href: back },
      ]}
    >
      <div className="announcement-form">
        <CommandForm
          command="announcements.change-announcement"
          input={{ id, expectedVersion: version, ...filled(detail.written ?? {}) }}
          submit={say('page.announcement.save')}
          onDone={() => go(back)}
          onCancel={() => go(back)}
        />
      </div>
    </Page>
  )
}
