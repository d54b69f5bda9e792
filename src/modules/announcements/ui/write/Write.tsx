import '../read/announcement.css'
import { CommandForm } from '../../../../web/kit/form/CommandForm.tsx'
import { Page } from '../../../../web/kit/Page.tsx'
import { useSay } from '../../../../web/language/Say.tsx'
import { useGo } from '../../../../web/Link.tsx'
import type { AnnouncementKeys } from '../words.ts'

/** Writing something new: a draft until it is published from its own page. */
export default function Write() {
  const say = useSay<AnnouncementKeys>()
  const go = useGo()
  return (
    <Page
      title={say('page.announcement.write')}
      crumbs={[{ label: say('page.announcements'), href: '/announcements' }]}
    >
      <div className="announcement-form">
        <CommandForm
          command="announcements.create-announcement"
          submit={say('page.announcement.save')}
          onDone={answer => go(`/announcements/${(answer.output as { id: string }).id}`)}
          onCancel={() => go('/announcements')}
        />
      </div>
    </Page>
  )
}
