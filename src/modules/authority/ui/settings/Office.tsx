import type { Can } from '../../../../web/answers.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { openCommand } from '../../../../web/kit/openers.ts'
import { QueryProblem } from '../../../../web/kit/Problem.tsx'
import { Facts } from '../../../../web/kit/record/RecordPage.tsx'
import { Section } from '../../../../web/kit/SectionHead.tsx'
import { SkeletonRows } from '../../../../web/kit/Skeleton.tsx'
import { languageNames } from '../../../../web/language/load.ts'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import { useQuery } from '../../../../web/useQuery.ts'
import type { getOrganisation } from '../../contract.ts'
import type { Keys } from '../../messages/en.ts'

/** Name, country, clock and language of the office. */
export function Office() {
  const say = useSay<Keys>()
  const formats = useFormats()
  const language = useLanguage()
  const office = useQuery<typeof getOrganisation>('authority.get-organisation')
  if (office.isPending) return <SkeletonRows rows={3} />
  if (office.isError) return <QueryProblem fault={office.error} again={() => void office.refetch()} />
  const { name, country, currency, zone, language: spoken, openedAt } = office.data
  const [change] = office.data.can as readonly Can[]
  const edit = () =>
    openCommand({
      command: 'authority.change-organisation',
      input: { ...change?.input, name, zone, language: spoken },
      about: name,
    })
  return (
    <Section
      title={say('page.settings.office')}
      more={
        change ? (
          <Button size="s" icon="edit" onClick={edit}>
            {say('page.machine.change')}…
          </Button>
        ) : undefined
      }
    >
      <Facts
        facts={[
          { label: say('field.name'), value: name },
          {
            label: say('field.country'),
            value: new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country,
          },
          { label: say('field.currency'), value: currency },
          { label: say('field.zone'), value: zone.replaceAll('_', ' ') },
          {
            label: say('field.language'),
            value: languageNames[spoken as keyof typeof languageNames] ?? spoken,
          },
          { label: say('page.settings.opened'), value: formats.fullDay(formats.dayOf(openedAt)) },
        ]}
      />
    </Section>
  )
}
