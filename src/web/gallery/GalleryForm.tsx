import { CommandForm } from '../kit/form/CommandForm.tsx'
import { tell } from '../kit/notices.ts'
import { Page } from '../kit/Page.tsx'
import { Section } from '../kit/SectionHead.tsx'
import { Example } from './Example.tsx'

export default function GalleryForm() {
  return (
    <Example>
      <Page title="New order" crumbs={[{ label: 'Kit', href: '/kit' }, { label: 'Form' }]}>
        <Section title="Every control">
          <div style={{ maxWidth: 520, paddingTop: 14 }}>
            <CommandForm
              command="kit.create-order"
              effects={answer => [
                {
                  icon: 'package',
                  text: `**${(answer.output as { title?: string }).title ?? 'The order'}** is sent to the supplier`,
                },
                { icon: 'list-check', text: '**Task for Maria Lindqvist**: receive it' },
                { icon: 'lock', text: 'Nothing is paid before it has come' },
              ]}
              onDone={answer => tell({ kind: 'done', text: 'Ordered', undo: answer.undo })}
            />
          </div>
        </Section>
      </Page>
    </Example>
  )
}
