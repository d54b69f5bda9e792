import { useState } from 'react'
import { Button, ButtonLink } from '../kit/Button.tsx'
import { AddChip, Chip } from '../kit/Chip.tsx'
import { DateControl } from '../kit/form/DateControl.tsx'
import { TextField } from '../kit/form/Field.tsx'
import { Empty } from '../kit/Empty.tsx'
import { FilePicker } from '../kit/Dropzone.tsx'
import { Kbd } from '../kit/Kbd.tsx'
import { openCommand, openPalette } from '../kit/openers.ts'
import { Page } from '../kit/Page.tsx'
import { Problem } from '../kit/Problem.tsx'
import { Alarm } from '../kit/record/Alarm.tsx'
import { Section } from '../kit/SectionHead.tsx'
import { SkeletonRows } from '../kit/Skeleton.tsx'
import { type Glyph, State } from '../kit/State.tsx'
import { tell } from '../kit/notices.ts'
import { useFormats } from '../language/Say.tsx'
import { Example } from './Example.tsx'

const states: readonly (readonly [Glyph, string])[] = [
  ['draft', 'Draft'],
  ['open', 'Open'],
  ['half', 'Under way'],
  ['waits', 'Waits for approval'],
  ['blocked', 'Payment blocked'],
  ['settled', 'Paid 25 Sep'],
  ['done', 'Done'],
  ['late', '1 day late'],
  ['ended', 'Declined'],
]

const row = { display: 'flex', flexWrap: 'wrap', gap: '8px 14px', alignItems: 'center', paddingTop: 12 } as const

export default function GalleryParts() {
  return (
    <Example>
      <Parts />
    </Example>
  )
}

function Parts() {
  const formats = useFormats()
  const today = formats.today()
  return (
    <Page
      title={formats.longDay(today)}
      beside={`week ${formats.week(today)}`}
      end={<ButtonLink href="/kit/list">List</ButtonLink>}
      side={<SideParts />}
      sideLabel="More parts"
    >
      <Section title="Buttons" count={5} more="one primary a page">
        <div style={row}>
          <Button
            look="primary"
            keys="mod+enter"
            onClick={() => tell({ kind: 'done', text: 'Confirmed', undo: { command: 'kit.approve-bill', input: {} } })}
          >
            Confirm and next
          </Button>
          <Button keys="s">Set aside</Button>
          <Button look="quiet" icon="download">
            CSV
          </Button>
          <Button busy>Sending</Button>
          <Button refused="account not verified yet">Schedule payment</Button>
        </div>
      </Section>
      <Section title="States" count={states.length} more="a shape and a word">
        <div style={row}>
          {states.map(([glyph, word]) => (
            <State key={glyph} glyph={glyph} loud>
              {word}
            </State>
          ))}
        </div>
      </Section>
      <Section title="Filters">
        <div style={row} className="chips">
          <Chip name="Received" value="since Jan 2025" onRemove={() => {}} />
          <Chip name="Class" value="open, internal" onRemove={() => {}} />
          <AddChip label="Filter" />
          <Kbd keys="mod+k" /> <Kbd keys="g d" /> <Kbd keys="?" />
        </div>
      </Section>
      <Section title="Fields">
        <FieldParts />
      </Section>
      <Alarm
        title="Bank account changed since the last bill"
        found="found 20 Nov 14:03"
        footer={<p>Ask on the number you had before.</p>}
      />
      <Problem title="This could not be fetched" safe="Nothing is lost." todo="Try again in a minute.">
        <Button>Try again</Button>
      </Problem>
    </Page>
  )
}

function FieldParts() {
  const [day, setDay] = useState<unknown>('2026-12-11')
  return (
    <div className="form" style={{ paddingTop: 12, maxWidth: 620 }}>
      <div className="two">
        <TextField label="Bill number" defaultValue="40718" hint="not seen before" />
        <DateControl label="Due date" schema={{}} value={day} onChange={setDay} words={String} />
        <TextField
          label="Reference"
          defaultValue="407181 1262"
          problem="The check digit is wrong: 1261 would be right."
        />
        <TextField label="Ordered by" placeholder="Type to find" />
      </div>
    </div>
  )
}

function SideParts() {
  return (
    <>
      <Section title="Loading" count="rows keep their height">
        <SkeletonRows rows={4} />
      </Section>
      <Section title="Empty">
        <Empty text="Papers stand here once they are taken in: dropped anywhere in this window, sent by mail or scanned.">
          <FilePicker label="Choose files" onFiles={files => tell({ kind: 'done', text: `${files.length}` })} />
        </Empty>
      </Section>
      <Section title="Openers">
        <div style={row}>
          <Button onClick={() => openPalette()}>Palette</Button>
          <Button onClick={() => openCommand({ command: 'kit.create-order' })}>New order…</Button>
        </div>
      </Section>
    </>
  )
}
