import { Section } from '../../../../web/kit/SectionHead.tsx'
import type { WireMoney } from '../../../../web/answers.ts'
import { useFormats, useSay } from '../../../../web/language/Say.tsx'
import type { BillDetail, BillKeys } from '../words.ts'

/** One sentence to read aloud to the supplier who rings. */
export function Spoken({ spoken }: { readonly spoken: BillDetail['spoken'] }) {
  const say = useSay<BillKeys>()
  const formats = useFormats()
  const { params } = spoken
  const day = (name: string) => formats.day(String(params[name]))
  return (
    <Section title={say('page.bill.say')}>
      <p className="bill-say">
        {say(spoken.key as BillKeys, {
          number: params['number'],
          total: formats.money(params['total'] as WireMoney),
          on: day('on'),
          due: day('due'),
          paid: day('paid'),
        })}
      </p>
    </Section>
  )
}
