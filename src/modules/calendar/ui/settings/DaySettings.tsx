import type { KeptSettings } from '../kept.ts'
import { BirthdaySettings } from './BirthdaySettings.tsx'
import { CountrySettings } from './CountrySettings.tsx'
import { SchoolSettings } from './SchoolSettings.tsx'

/** Days that a calendar marks: other countries' holidays, birthdays, school holidays. */
export function DaySettings({ kept }: { readonly kept: KeptSettings }) {
  return (
    <>
      <CountrySettings kept={kept} />
      <BirthdaySettings kept={kept} />
      <SchoolSettings kept={kept} />
    </>
  )
}
